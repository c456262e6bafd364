import type { Privilege } from '~/domain/privilege'
import { type BackupPrivilege, type DefaultRole, mendOf, type RoleTrap } from '~/domain/role'

import { m } from './messages'
import { privilegeWords } from './privilege-names'

/** A backup privilege as the roles screen of the platform shows it, and what it opens in our words. */
export interface BackupPrivilegeWords {
  /** What the platform's screens and documentation call it. */
  readonly label: string
  /** Its key there, to be found by. */
  readonly key: string
  /** The group of the roles screen that it stands in. */
  readonly group: string
  readonly opens: string
  /** The head of a narrow column. */
  readonly short: string
}

/** Documentation facts: table 4.1. */
const table: Readonly<
  Record<BackupPrivilege, Readonly<Record<'group' | 'opens' | 'short', () => string>> & { key: string }>
> = {
  'infrastructure.backup': {
    key: 'PHYS_DC_ALLOW_BACKUP_CONFIG',
    group: m.roles_group_infrastructure,
    opens: m.roles_opens_infrastructure,
    short: m.roles_short_infrastructure,
  },
  'backup.configure': {
    key: 'VAPP_MANAGE_BACKUP',
    group: m.roles_group_appliances,
    opens: m.roles_opens_configure,
    short: m.roles_short_configure,
  },
  'backup.schedule': {
    key: 'VAPP_DEFINE_BACKUP_INFO',
    group: m.roles_group_appliances,
    opens: m.roles_opens_schedule,
    short: m.roles_short_schedule,
  },
  'backup.disks': {
    key: 'VAPP_MANAGE_BACKUP_DISKS',
    group: m.roles_group_appliances,
    opens: m.roles_opens_disks,
    short: m.roles_short_disks,
  },
  'backup.restore': {
    key: 'VAPP_RESTORE_BACKUP',
    group: m.roles_group_appliances,
    opens: m.roles_opens_restore,
    short: m.roles_short_restore,
  },
}

/** The name of a backup privilege and what it opens. */
export function backupPrivilegeWords(privilege: BackupPrivilege): BackupPrivilegeWords {
  const { key, group, opens, short } = table[privilege]
  return { label: privilegeWords(privilege), key, group: group(), opens: opens(), short: short() }
}

const roles: Readonly<Record<DefaultRole, () => string>> = {
  'cloud-administrator': m.roles_default_cloud,
  'tenant-administrator': m.roles_default_tenant,
  user: m.roles_default_user,
  viewer: m.roles_default_viewer,
}

/** One of the platform's own roles, e.g. "Cloud administrator". */
export const defaultRoleWords = (role: DefaultRole): string => roles[role]()

/** A trap in words: a title, what it means for people with the role, and what it means to oneself. */
export interface TrapWords {
  readonly title: string
  readonly role: string
  readonly own: string
  readonly missing: Privilege
}

const withoutTab = {
  'backup.restore': { title: m.roles_trap_restore, role: m.roles_trap_restore_role, own: m.roles_trap_restore_own },
  'backup.disks': { title: m.roles_trap_disks, role: m.roles_trap_disks_role, own: m.roles_trap_disks_own },
  'backup.schedule': {
    title: m.roles_trap_schedule,
    role: m.roles_trap_schedule_role,
    own: m.roles_trap_schedule_own,
  },
} as const

const wordsOf = (trap: RoleTrap) => {
  switch (trap.code) {
    case 'no-tab':
      return withoutTab[trap.privilege]
    case 'no-schedule':
      return { title: m.roles_trap_times, role: m.roles_trap_times_role, own: m.roles_trap_times_own }
    case 'no-vms':
      return { title: m.roles_trap_vms, role: m.roles_trap_vms_role, own: m.roles_trap_vms_own }
    case 'no-infrastructure':
      return {
        title: m.roles_trap_datacenter,
        role: m.roles_trap_datacenter_role,
        own: m.roles_trap_datacenter_own,
      }
  }
}

/** What is odd in a set of privileges, and what would mend it. */
export function trapWords(trap: RoleTrap): TrapWords {
  const { title, role, own } = wordsOf(trap)
  const missing = mendOf(trap)
  const name = { privilege: privilegeWords(missing) }
  return { title: title(), role: role(), own: own(name), missing }
}
