import type { Actor, Privilege } from '~/domain/privilege'

import { placeId } from './ids'
import { type Addresses, linkOf, pathOfLink } from './links'
import type { User } from './wire'

/** Abiquo grants far more privileges than a backup console has a use for; those fall through. */
const privilegeOf: ReadonlyMap<string, Privilege> = new Map([
  ['VAPP_MANAGE_BACKUP', 'backup.configure'],
  ['VAPP_DEFINE_BACKUP_INFO', 'backup.schedule'],
  ['VAPP_MANAGE_BACKUP_DISKS', 'backup.disks'],
  ['VAPP_RESTORE_BACKUP', 'backup.restore'],
  ['VAPP_CUSTOMISE_SETTINGS', 'vm.edit'],
  ['VAPP_DEPLOY_UNDEPLOY', 'vm.deploy'],
  ['VAPP_PERFORM_ACTIONS', 'vm.power'],
  ['VDC_MANAGE_VAPP', 'appliance.manage'],
  ['EVENTLOG_VIEW_ENTERPRISE', 'events.view'],
  ['EVENTLOG_VIEW_ALL', 'events.view-all'],
  ['PHYS_DC_ENUMERATE', 'infrastructure.view'],
  ['PHYS_DC_ALLOW_BACKUP_CONFIG', 'infrastructure.backup'],
  ['USERS_MANAGE_ENTERPRISE', 'tenants.manage'],
])

/** The person behind `/login`, with the names of the privileges that the role has. */
export function toActor(places: Addresses, user: User, privileges: readonly string[]): Actor {
  const fullName = [user.name, user.surname].filter(Boolean).join(' ')
  const tenant = linkOf(user.links, 'enterprise')
  return {
    name: user.nick,
    fullName: fullName === '' ? null : fullName,
    role: linkOf(user.links, 'role')?.title ?? '',
    tenant: tenant && { id: placeId(places.pathOf(tenant.href)), name: tenant.title ?? '' },
    may: new Set(privileges.flatMap((name) => privilegeOf.get(name) ?? [])),
  }
}

/** Where work in progress of a tenant is listed. */
export const pendingTasksOf = (tenant: string): string => `${tenant}/action/pendingtasks`

/** Where work in progress is listed, widest first: the tenant's, then the person's own. */
export function pendingTasksPaths(places: Addresses, { links }: User): readonly string[] {
  const tenant = pathOfLink(places, links, 'enterprise')
  const own = pathOfLink(places, links, 'pendingtasks')
  return [tenant === null ? null : pendingTasksOf(tenant), own].filter((path) => path !== null)
}
