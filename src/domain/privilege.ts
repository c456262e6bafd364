import type { Ref } from './ref'

/** What a person may do, in our words. An adapter maps its platform's rights one to one onto these. */
export const privileges = [
  /** Open a VM's backup area, choose policies and ask for a backup now. */
  'backup.configure',
  /** Give days, dates and times that a policy leaves to the VM. */
  'backup.schedule',
  /** Choose single disks for complete and snapshot backups. */
  'backup.disks',
  'backup.restore',
  'vms.view',
  /** Edit a VM; this is also the right that receives the ends of manual backups. */
  'vm.edit',
  'vm.deploy',
  'vm.power',
  'appliance.manage',
  /** Let work go on that waits for approval, or take it back. */
  'tasks.decide',
  'events.view',
  'events.view-all',
  'infrastructure.view',
  'infrastructure.details',
  /** The datacenter's side of backups: manager, properties, policies. */
  'infrastructure.backup',
  'tenants.manage',
  'users.view',
  'roles.manage',
] as const

/** What a person may do, by our names; the adapters translate those of their platforms. */
export type Privilege = (typeof privileges)[number]

/** The person who is signed in. */
export interface Actor {
  readonly name: string
  /** Given and family name, when the platform has them. */
  readonly fullName: string | null
  readonly role: string
  readonly tenant: Ref | null
  readonly may: ReadonlySet<Privilege>
  /** Rights over things that the platform does not have at all; nobody can be given them. */
  readonly absent: ReadonlySet<Privilege>
  /** The platform gives rights not one by one: they follow from whose the VMs are, and from who administers it. */
  readonly ungranted?: boolean
  /** `none`: nothing is allowed tenant by tenant; who may use what follows from rules that are not read here. */
  readonly allowances?: 'none'
  /**
   * Ends of backups that the platform's trail never tells this person: those of some kinds, or all; `nobody`: those of planned
   * backups, which it tells to nobody.
   */
  readonly untoldEnds?: 'some' | 'all' | 'nobody'
  /** In what the platform keeps VMs, where there are no virtual datacenters and appliances. */
  readonly vmsIn?: 'projects'
}

/** Whether the platform tells anybody how planned backups end: else a failure that is not heard of may have been. */
export const tellsPlannedEnds = (actor: Actor): boolean => actor.untoldEnds !== 'nobody'
