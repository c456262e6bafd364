import { mutationOptions, queryOptions } from '@tanstack/react-query'

import type { ManagerDraft } from '~/domain/backup-manager'
import type { BackupRules } from '~/domain/capability'
import type { PolicyDraft } from '~/domain/policy'

import { platform } from '../platform'

/** Datacenters that this person may see as infrastructure. */
export const datacenters = () =>
  queryOptions({
    queryKey: ['datacenters'],
    queryFn: ({ signal }) => platform().listDatacenters(signal),
    staleTime: 60_000,
  })

/**
 * The kinds of backup systems that the platform has a plug-in for; they change with a release, so they are fresh for
 * 5 minutes.
 */
export const systemTypes = () =>
  queryOptions({
    queryKey: ['system-types'],
    queryFn: ({ signal }) => platform().listSystemTypes(signal),
    staleTime: 5 * 60_000,
  })

/** The connection of a datacenter to its backup system; null where it has none. */
export const manager = (datacenterId: string) =>
  queryOptions({
    queryKey: ['datacenters', datacenterId, 'manager'],
    queryFn: ({ signal }) => platform().getManager(datacenterId, signal),
    staleTime: 30_000,
  })

/** The switches of a datacenter, with the stamp that a save is based on. */
export const properties = (datacenterId: string) =>
  queryOptions({
    queryKey: ['datacenters', datacenterId, 'properties'],
    queryFn: ({ signal }) => platform().getProperties(datacenterId, signal),
    staleTime: 30_000,
  })

/** All policies of a datacenter, also those that no tenant may use. */
export const offeredPolicies = (datacenterId: string) =>
  queryOptions({
    queryKey: ['datacenters', datacenterId, 'policies'],
    queryFn: ({ signal }) => platform().listOfferedPolicies(datacenterId, signal),
    staleTime: 30_000,
  })

/**
 * Connects a datacenter to its backup system. The platform stores the connection and does not try it (section 6.15).
 */
export const createManager = (datacenterId: string) =>
  mutationOptions({ mutationFn: (draft: ManagerDraft) => platform().createManager(datacenterId, draft) })

/** Changes a connection; `stale` where it is another one than `basedOn` by now. */
export const changeManager = (datacenterId: string, managerId: string) =>
  mutationOptions({
    mutationFn: ({ draft, basedOn }: { readonly draft: ManagerDraft; readonly basedOn: string }) =>
      platform().changeManager(datacenterId, managerId, draft, basedOn),
  })

/** Takes the connection from a datacenter, by the id of the connection. */
export const deleteManager = (datacenterId: string) =>
  mutationOptions({ mutationFn: (managerId: string) => platform().deleteManager(datacenterId, managerId) })

/**
 * Sets the switches of a datacenter, but for those that are null; `stale` where they are others than `basedOn` by
 * now.
 */
export const changeProperties = (datacenterId: string) =>
  mutationOptions({
    mutationFn: ({ rules, basedOn }: { readonly rules: BackupRules; readonly basedOn: string }) =>
      platform().changeProperties(datacenterId, rules, basedOn),
  })

/** Gives the id of the new policy. */
export const createPolicy = (datacenterId: string) =>
  mutationOptions({ mutationFn: (draft: PolicyDraft) => platform().createPolicy(datacenterId, draft) })

/** Changes a policy; `stale` where it is another one than `basedOn` by now. */
export const changePolicy = (datacenterId: string, policyId: string) =>
  mutationOptions({
    mutationFn: ({ draft, basedOn }: { readonly draft: PolicyDraft; readonly basedOn: string }) =>
      platform().changePolicy(datacenterId, policyId, draft, basedOn),
  })

/** Deletes a policy of a datacenter, by its id. */
export const deletePolicy = (datacenterId: string) =>
  mutationOptions({ mutationFn: (policyId: string) => platform().deletePolicy(datacenterId, policyId) })
