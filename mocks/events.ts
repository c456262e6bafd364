import type { Person, User } from './place-records'
import type { Vm, WorldEvent } from './records'
import { platformName, vdcOf, type World } from './world'

/** Which privilege receives an event; one of several is enough. Actions that are not here need none of their own. */
const audience: Readonly<Record<string, readonly string[]>> = {
  VIRTUAL_MACHINE_ADD_BACKUP_POLICY: ['VAPP_MANAGE_BACKUP'],
  VIRTUAL_MACHINE_REMOVE_BACKUP_POLICY: ['VAPP_MANAGE_BACKUP'],
  VIRTUAL_MACHINE_REQUEST_BACKUP: ['VAPP_MANAGE_BACKUP'],
  VIRTUAL_MACHINE_REQUEST_BACKUP_WITH_REPLICATION: ['VAPP_MANAGE_BACKUP'],
  VIRTUAL_MACHINE_BACKUP_FINISH: ['VAPP_CUSTOMISE_SETTINGS'],
  VIRTUAL_MACHINE_BACKUP_WITH_REPLICATION_FINISH: ['VAPP_CUSTOMISE_SETTINGS'],
  VIRTUAL_MACHINE_SCHEDULED_BACKUP: ['VAPP_MANAGE_BACKUP'],
  VIRTUAL_MACHINE_SCHEDULE: ['VAPP_DEPLOY_UNDEPLOY'],
  VIRTUAL_MACHINE_RESTORE_BACKUP: ['VDC_MANAGE_VAPP'],
  VIRTUAL_MACHINE_RESTORE_FINISH: ['VDC_MANAGE_VAPP'],
  VIRTUAL_MACHINE_METADATA_MODIFIED: ['VAPP_DEFINE_BACKUP_INFO', 'VAPP_MANAGE_BACKUP_DISKS'],
  BACKUP_POLICY_CREATE: ['PHYS_DC_ALLOW_BACKUP_CONFIG'],
  BACKUP_POLICY_MODIFY: ['PHYS_DC_ALLOW_BACKUP_CONFIG'],
  BACKUP_POLICY_DELETE: ['PHYS_DC_ALLOW_BACKUP_CONFIG'],
  BACKUP_POLICY_ALLOW: ['PHYS_DC_ALLOW_BACKUP_CONFIG'],
  BACKUP_POLICY_RESTRICT: ['PHYS_DC_ALLOW_BACKUP_CONFIG'],
  BACKUP_MANAGER_CREATE: ['PHYS_DC_ALLOW_BACKUP_CONFIG'],
  BACKUP_MANAGER_MODIFY: ['PHYS_DC_ALLOW_BACKUP_CONFIG'],
  BACKUP_MANAGER_DELETE: ['PHYS_DC_ALLOW_BACKUP_CONFIG'],
  BACKUP_DATACENTER_PROPERTIES_UPDATE: ['PHYS_DC_ALLOW_BACKUP_CONFIG'],
  ROLE_MODIFY: ['USERS_MANAGE_ROLES'],
  VIRTUAL_MACHINE_RECONFIGURE: ['VAPP_CUSTOMISE_SETTINGS', 'VDC_ENUMERATE'],
  VIRTUAL_MACHINE_DEPLOY_FINISH: ['VAPP_DEPLOY_UNDEPLOY', 'VDC_ENUMERATE'],
  VIRTUAL_MACHINE_UNDEPLOY_FINISH: ['VAPP_DEPLOY_UNDEPLOY', 'VDC_ENUMERATE'],
  VIRTUAL_MACHINE_STATE_CHANGE: ['VAPP_PERFORM_ACTIONS', 'VDC_ENUMERATE'],
  VIRTUAL_MACHINE_LOCK_RECONFIGURE: ['VDC_ENUMERATE'],
  VIRTUAL_MACHINE_LOCK_DEPLOY: ['VDC_ENUMERATE'],
  VIRTUAL_MACHINE_LOCK_UNDEPLOY: ['VDC_ENUMERATE'],
  VIRTUAL_MACHINE_DELETE: ['VDC_ENUMERATE'],
}

/** The names in the catalogue of `GET /events` as `eventtypes`. */
export const knownActions: readonly string[] = Object.keys(audience).toSorted()

export const receives = (person: User, action: string): boolean =>
  audience[action]?.some((privilege) => person.privileges.has(privilege)) ?? true

/** Whose events a person reads: all, the own tenant's, or none. */
export const trailOf = (person: User): 'all' | 'own' | 'none' =>
  person.privileges.has('EVENTLOG_VIEW_ALL')
    ? 'all'
    : person.privileges.has('EVENTLOG_VIEW_ENTERPRISE')
      ? 'own'
      : 'none'

interface Happening {
  readonly at: number
  readonly action: string
  readonly severity?: WorldEvent['severity']
  readonly userId?: number | null
  readonly text: string
}

const keep = 2_000

function append(world: World, event: Omit<WorldEvent, 'id'>): void {
  world.events.push({ id: world.nextEventId++, ...event })
  if (world.events.length > keep) world.events.splice(0, world.events.length - keep)
  world.dirty = true
}

/** Writes a line about a VM into the trail. */
export function record(world: World, vm: Vm, { at, action, severity = 'INFO', userId = null, text }: Happening): void {
  append(world, {
    at,
    severity,
    action: `VIRTUAL_MACHINE_${action}`,
    component: 'VIRTUAL_MACHINE',
    userId,
    tenantId: vm.tenantId,
    datacenterId: vdcOf(world, vm.vdcId).datacenterId,
    vmId: vm.id,
    vmName: platformName(vm),
    text,
  })
}

interface Administration {
  readonly at: number
  /** Who did it; the line belongs to the person's tenant unless it is about another one. */
  readonly person: Person
  readonly component: 'BACKUP_MANAGER' | 'BACKUP_DATACENTER_PROPERTIES' | 'BACKUP_POLICY' | 'ROLE'
  readonly action: string
  readonly datacenterId?: number
  readonly tenantId?: number
  readonly text: string
}

/** Writes a line about a datacenter, a tenant or a role into the trail. */
export function recordAdministration(world: World, done: Administration): void {
  const { at, person, component, action, text } = done
  append(world, {
    at,
    severity: 'INFO',
    action: `${component}_${action}`,
    component,
    userId: person.id,
    tenantId: done.tenantId ?? person.tenantId,
    datacenterId: done.datacenterId ?? null,
    vmId: null,
    vmName: null,
    text,
  })
}
