import type { Actor, Privilege } from './privilege'

/** Events that reach only people with a privilege of their own, beside the right to read events at all. */
export interface Audience {
  readonly actions: readonly string[]
  /** One of them is enough. */
  readonly anyOf: readonly Privilege[]
}

/**
 * Who receives which events: section 9. It is odd by the platform's choice: the end of a requested backup reaches all who
 * may edit a VM, the end of a scheduled one only those who may configure backups.
 */
export const audiences: readonly Audience[] = [
  { actions: ['VIRTUAL_MACHINE_SCHEDULED_BACKUP'], anyOf: ['backup.configure'] },
  {
    actions: ['VIRTUAL_MACHINE_REQUEST_BACKUP', 'VIRTUAL_MACHINE_REQUEST_BACKUP_WITH_REPLICATION'],
    anyOf: ['backup.configure'],
  },
  {
    actions: ['VIRTUAL_MACHINE_ADD_BACKUP_POLICY', 'VIRTUAL_MACHINE_REMOVE_BACKUP_POLICY'],
    anyOf: ['backup.configure'],
  },
  { actions: ['VIRTUAL_MACHINE_METADATA_MODIFIED'], anyOf: ['backup.schedule', 'backup.disks'] },
  {
    actions: ['VIRTUAL_MACHINE_BACKUP_FINISH', 'VIRTUAL_MACHINE_BACKUP_WITH_REPLICATION_FINISH'],
    anyOf: ['vm.edit'],
  },
  { actions: ['VIRTUAL_MACHINE_RESTORE_BACKUP', 'VIRTUAL_MACHINE_RESTORE_FINISH'], anyOf: ['appliance.manage'] },
  { actions: ['VIRTUAL_MACHINE_SCHEDULE'], anyOf: ['vm.deploy'] },
  {
    actions: ['BACKUP_POLICY_CREATE', 'BACKUP_POLICY_MODIFY', 'BACKUP_POLICY_DELETE'],
    anyOf: ['infrastructure.backup'],
  },
  { actions: ['BACKUP_POLICY_ALLOW', 'BACKUP_POLICY_RESTRICT'], anyOf: ['infrastructure.backup'] },
  {
    actions: ['BACKUP_MANAGER_CREATE', 'BACKUP_MANAGER_MODIFY', 'BACKUP_MANAGER_DELETE'],
    anyOf: ['infrastructure.backup'],
  },
  { actions: ['BACKUP_DATACENTER_PROPERTIES_UPDATE'], anyOf: ['infrastructure.backup'] },
]

/** The events that never reach a person, whatever is filtered. */
export const outOfSight = ({ may }: Pick<Actor, 'may'>): readonly Audience[] =>
  audiences.filter(({ anyOf }) => !anyOf.some((privilege) => may.has(privilege)))
