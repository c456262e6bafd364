import type { Actor, Privilege } from './privilege'

/** A named set of privileges that people of the platform have. */
export interface Role {
  readonly id: string
  readonly name: string
  /** The platform does not let it change, as its own administrator's. */
  readonly locked: boolean
}

/** What a role lets people do, in our words. The platform's other privileges are kept and not shown. */
export type RolePrivileges = ReadonlySet<Privilege>

/** The five privileges of backups, in the order in which one grants them. */
export const backupPrivileges = [
  'infrastructure.backup',
  'backup.configure',
  'backup.schedule',
  'backup.disks',
  'backup.restore',
] as const satisfies readonly Privilege[]
/** A privilege that decides about backups; section 4.1. */
export type BackupPrivilege = (typeof backupPrivileges)[number]

/** Privileges to be given to a role, and to be taken from it; all others stay. */
export interface RoleChange {
  readonly give: readonly BackupPrivilege[]
  readonly take: readonly BackupPrivilege[]
}

/** Which of the platform's own roles have a privilege when nobody changed them: table 4.1. */
export const defaultRoles = ['cloud-administrator', 'tenant-administrator', 'user', 'viewer'] as const
/** A role that a new platform has; it may have been changed since. */
export type DefaultRole = (typeof defaultRoles)[number]

const defaults: Readonly<Record<BackupPrivilege, readonly DefaultRole[]>> = {
  'infrastructure.backup': ['cloud-administrator'],
  'backup.configure': ['cloud-administrator'],
  'backup.schedule': ['cloud-administrator'],
  'backup.disks': ['cloud-administrator', 'tenant-administrator'],
  'backup.restore': ['cloud-administrator', 'tenant-administrator'],
}

/** Whether the role has the privilege on a platform where nobody changed it: table 4.1. */
export const hasByDefault = (role: DefaultRole, privilege: BackupPrivilege): boolean =>
  defaults[privilege].includes(role)

/** A set of privileges that does not do what one would think. */
export type RoleTrap =
  /** The privilege is there, and the backup area of a VM, where it is used, does not open: sections 4.1 and 12.2. */
  | { readonly code: 'no-tab'; readonly privilege: 'backup.schedule' | 'backup.disks' | 'backup.restore' }
  /** Policies that leave their times to the VM cannot be saved: section 5.3. */
  | { readonly code: 'no-schedule' }
  /** The VMs themselves are not in sight. */
  | { readonly code: 'no-vms' }
  /** The datacenter's backup screens need these as well: section 6.14. */
  | { readonly code: 'no-infrastructure'; readonly missing: 'infrastructure.view' | 'infrastructure.details' }

/** The traps in a set of privileges, the worst first. */
export function trapsOf(held: RolePrivileges): readonly RoleTrap[] {
  const traps: RoleTrap[] = []
  if (!held.has('backup.configure'))
    for (const privilege of ['backup.restore', 'backup.disks', 'backup.schedule'] as const)
      if (held.has(privilege)) traps.push({ code: 'no-tab', privilege })
  if (held.has('backup.configure') && !held.has('vms.view')) traps.push({ code: 'no-vms' })
  if (held.has('backup.configure') && !held.has('backup.schedule')) traps.push({ code: 'no-schedule' })
  if (held.has('infrastructure.backup'))
    for (const missing of ['infrastructure.view', 'infrastructure.details'] as const)
      if (!held.has(missing)) traps.push({ code: 'no-infrastructure', missing })
  return traps
}

/** The privilege that would mend a trap. Those that are not of the five are given on the platform's own screens. */
export function mendOf(trap: RoleTrap): Privilege {
  switch (trap.code) {
    case 'no-tab':
      return 'backup.configure'
    case 'no-schedule':
      return 'backup.schedule'
    case 'no-vms':
      return 'vms.view'
    case 'no-infrastructure':
      return trap.missing
  }
}

/** Whether the privilege is one of the five of section 4.1. */
export const isBackupPrivilege = (privilege: Privilege): privilege is BackupPrivilege =>
  backupPrivileges.some((one) => one === privilege)

/** What is still to do so that a role has what someone wants; wishes that are fulfilled already fall away. */
export function changeFor(held: RolePrivileges, wanted: ReadonlyMap<BackupPrivilege, boolean>): RoleChange {
  return {
    give: backupPrivileges.filter((privilege) => wanted.get(privilege) === true && !held.has(privilege)),
    take: backupPrivileges.filter((privilege) => wanted.get(privilege) === false && held.has(privilege)),
  }
}

/** What a role has after a change. */
export function afterChange(held: RolePrivileges, { give, take }: RoleChange): RolePrivileges {
  const taken = new Set<Privilege>(take)
  return new Set([...[...held].filter((privilege) => !taken.has(privilege)), ...give])
}

/**
 * The traps in the rights of a person, where they can be mended: not where the platform gives no rights one by one, and
 * none that asks for what the platform has not.
 */
export const ownTraps = ({ may, absent, ungranted }: Actor): readonly RoleTrap[] =>
  ungranted ? [] : trapsOf(may).filter((trap) => !absent.has(mendOf(trap)))
