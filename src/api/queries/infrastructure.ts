import { mutationOptions, queryOptions } from '@tanstack/react-query'

import type { ManagerDraft } from '~/domain/backup-manager'
import type { BackupRules } from '~/domain/capability'
import type { PolicyDraft } from '~/domain/policy'

import { platform } from '../platform'

export const datacenters = () =>
  queryOptions({
    queryKey: ['datacenters'],
    queryFn: ({ signal }) => platform().listDatacenters(signal),
    staleTime: 60_000,
  })

export const systemTypes = () =>
  queryOptions({
    queryKey: ['system-types'],
    queryFn: ({ signal }) => platform().listSystemTypes(signal),
    staleTime: 5 * 60_000,
  })

export const manager = (datacenterId: string) =>
  queryOptions({
    queryKey: ['datacenters', datacenterId, 'manager'],
    queryFn: ({ signal }) => platform().getManager(datacenterId, signal),
    staleTime: 30_000,
  })

export const properties = (datacenterId: string) =>
  queryOptions({
    queryKey: ['datacenters', datacenterId, 'properties'],
    queryFn: ({ signal }) => platform().getProperties(datacenterId, signal),
    staleTime: 30_000,
  })

export const offeredPolicies = (datacenterId: string) =>
  queryOptions({
    queryKey: ['datacenters', datacenterId, 'policies'],
    queryFn: ({ signal }) => platform().listOfferedPolicies(datacenterId, signal),
    staleTime: 30_000,
  })

export const createManager = (datacenterId: string) =>
  mutationOptions({ mutationFn: (draft: ManagerDraft) => platform().createManager(datacenterId, draft) })

export const changeManager = (datacenterId: string, managerId: string) =>
  mutationOptions({
    mutationFn: ({ draft, basedOn }: { readonly draft: ManagerDraft; readonly basedOn: string }) =>
      platform().changeManager(datacenterId, managerId, draft, basedOn),
  })

export const deleteManager = (datacenterId: string) =>
  mutationOptions({ mutationFn: (managerId: string) => platform().deleteManager(datacenterId, managerId) })

export const changeProperties = (datacenterId: string) =>
  mutationOptions({
    mutationFn: ({ rules, basedOn }: { readonly rules: BackupRules; readonly basedOn: string }) =>
      platform().changeProperties(datacenterId, rules, basedOn),
  })

/** Gives the id of the new policy. */
export const createPolicy = (datacenterId: string) =>
  mutationOptions({ mutationFn: (draft: PolicyDraft) => platform().createPolicy(datacenterId, draft) })

export const changePolicy = (datacenterId: string, policyId: string) =>
  mutationOptions({
    mutationFn: ({ draft, basedOn }: { readonly draft: PolicyDraft; readonly basedOn: string }) =>
      platform().changePolicy(datacenterId, policyId, draft, basedOn),
  })

export const deletePolicy = (datacenterId: string) =>
  mutationOptions({ mutationFn: (policyId: string) => platform().deletePolicy(datacenterId, policyId) })
