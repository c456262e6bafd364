import { mutationOptions, queryOptions } from '@tanstack/react-query'

import type { RoleChange } from '~/domain/role'

import { platform } from '../platform'

/** All roles of the platform, without their privileges. */
export const roles = () =>
  queryOptions({
    queryKey: ['roles'],
    queryFn: ({ signal }) => platform().listRoles(signal),
    staleTime: 60_000,
  })

/** What a role lets people do, in our words. */
export const rolePrivileges = (roleId: string) =>
  queryOptions({
    queryKey: ['roles', roleId, 'privileges'],
    queryFn: ({ signal }) => platform().getRolePrivileges(roleId, signal),
    staleTime: 60_000,
  })

/** Gives privileges to a role and takes others; what it has besides stays. */
export const changeRole = (roleId: string) =>
  mutationOptions({
    // What came of a change is forgotten with the role that it was of.
    mutationKey: ['roles', roleId],
    mutationFn: (change: RoleChange) => platform().changeRole(roleId, change),
  })
