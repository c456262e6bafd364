import { type Actor, type Privilege, privileges } from '~/domain/privilege'

import { untoldEnds } from './ends'
import { placeId } from './ids'
import { type Addresses, linkOf, pathOfLink } from './links'
import type { User } from './wire'

/** Abiquo's names of what a person may do. */
export const privilegeWords: Readonly<Record<Privilege, string>> = {
  'backup.configure': 'VAPP_MANAGE_BACKUP',
  'backup.schedule': 'VAPP_DEFINE_BACKUP_INFO',
  'backup.disks': 'VAPP_MANAGE_BACKUP_DISKS',
  'backup.restore': 'VAPP_RESTORE_BACKUP',
  'vms.view': 'VDC_ENUMERATE',
  'vm.edit': 'VAPP_CUSTOMISE_SETTINGS',
  'vm.deploy': 'VAPP_DEPLOY_UNDEPLOY',
  'vm.power': 'VAPP_PERFORM_ACTIONS',
  'appliance.manage': 'VDC_MANAGE_VAPP',
  'tasks.decide': 'WORKFLOW_OVERRIDE',
  'events.view': 'EVENTLOG_VIEW_ENTERPRISE',
  'events.view-all': 'EVENTLOG_VIEW_ALL',
  'infrastructure.view': 'PHYS_DC_ENUMERATE',
  'infrastructure.details': 'PHYS_DC_RETRIEVE_DETAILS',
  'infrastructure.backup': 'PHYS_DC_ALLOW_BACKUP_CONFIG',
  'tenants.manage': 'USERS_MANAGE_ENTERPRISE',
  'users.view': 'USERS_VIEW',
  'roles.manage': 'USERS_MANAGE_ROLES',
}

const privilegeOf: ReadonlyMap<string, Privilege> = new Map(privileges.map((one) => [privilegeWords[one], one]))

/** Abiquo grants far more privileges than a backup console has a use for; those fall through. */
export const readPrivileges = (names: readonly string[]): ReadonlySet<Privilege> =>
  new Set(names.flatMap((name) => privilegeOf.get(name) ?? []))

/** The person behind `/login`, with the names of the privileges that the role has. `early`: see `untoldEnds`. */
export function toActor(places: Addresses, user: User, granted: readonly string[], early: boolean): Actor {
  const fullName = [user.name, user.surname].filter(Boolean).join(' ')
  const tenant = linkOf(user.links, 'enterprise')
  const may = readPrivileges(granted)
  return {
    name: user.nick,
    fullName: fullName === '' ? null : fullName,
    role: linkOf(user.links, 'role')?.title ?? '',
    tenant: tenant && { id: placeId(places.pathOf(tenant.href)), name: tenant.title ?? '' },
    may,
    absent: new Set(),
    ...untoldEnds(may, early),
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
