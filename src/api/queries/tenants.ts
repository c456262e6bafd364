import { mutationOptions, queryOptions } from '@tanstack/react-query'

import type { AllowanceChange } from '~/domain/tenant'

import { platform } from '../platform'

/** All tenants in sight of who manages them. */
export const tenants = () =>
  queryOptions({
    queryKey: ['tenants'],
    queryFn: ({ signal }) => platform().listTenants(signal),
    staleTime: 60_000,
  })

/** What every tenant may use in a datacenter. */
export const allowances = (datacenterId: string) =>
  queryOptions({
    queryKey: ['datacenters', datacenterId, 'allowances'],
    queryFn: ({ signal }) => platform().listAllowances(datacenterId, signal),
    staleTime: 30_000,
  })

/** What a tenant may use in every datacenter. */
export const tenantAllowances = (tenantId: string) =>
  queryOptions({
    queryKey: ['tenants', tenantId, 'allowances'],
    queryFn: ({ signal }) => platform().listTenantAllowances(tenantId, signal),
    staleTime: 30_000,
  })

/** One of several changes that are sent one after the other: the screen is read again when the last one is done. */
export const changeAllowance = () =>
  mutationOptions({
    mutationFn: ({ id, change }: { readonly id: string; readonly change: AllowanceChange }) =>
      platform().changeAllowance(id, change),
    meta: { oneOfSeveral: true },
  })
