import type { Backup, Restore } from './backup'
import { platformDecides } from './backup-ways'
import type { Ability, BackupSite } from './capability'
import type { TrailEvent } from './event'
import type { BackupConfiguration, BackupPolicy, OfferedPolicy, Timing } from './policy'
import { type Actor, type Privilege, privileges } from './privilege'
import type { Capability } from './reason'
import type { Situation } from './situation'
import type { Task, TaskKind, TaskState } from './task'
import type { Allowance } from './tenant'
import type { VirtualMachine } from './virtual-machine'

/** Ordinary nouns for tests to start from; nothing in the console uses them. */

/** The first day of summer time in Madrid, at 14:00 there. */
export const now = new Date('2026-03-29T12:00:00Z')

/** An operator with these privileges and no others, of a platform that has them all. */
export const actor = (...may: readonly Privilege[]): Actor => ({
  name: 'ada',
  fullName: null,
  role: 'OPERATOR',
  tenant: null,
  may: new Set(may),
  absent: new Set(),
})

/** Everybody's dream. */
export const anyone: Actor = actor(...privileges)

const able: Readonly<Record<Capability, Ability>> = {
  'on-demand': true,
  schedule: true,
  replication: true,
  restore: true,
  'choose-disks': true,
  'several-policies': true,
  'change-while-deployed': true,
  'set-at-deploy': true,
  'restore-while-on': true,
}

/** A datacenter whose backup system can do everything and whose switches are all on, but for what is changed. */
export const site = (
  change: {
    readonly can?: Partial<Readonly<Record<Capability, Ability>>>
    readonly rules?: Partial<BackupSite['rules']>
    readonly ways?: Partial<BackupSite['ways']>
  } = {},
): BackupSite => ({
  datacenter: { id: 'dc', name: 'Barcelona' },
  timeZone: 'Europe/Madrid',
  rules: {
    manualBackup: true,
    severalPolicies: true,
    changeWhileDeployed: true,
    severalRestores: true,
    ...change.rules,
  },
  system: { type: 'VEEAM10', name: 'Veeam 10', can: { ...able, ...change.can }, periodicities: null },
  ways: { ...platformDecides, ...change.ways },
})

/** A VM that is on, in Barcelona, but for what is changed. */
export const vm = (change: Partial<VirtualMachine> = {}): VirtualMachine => ({
  id: 'vm',
  uuid: '6f1c',
  name: 'web-1',
  platformName: 'ABQ_6f1c',
  description: null,
  state: 'on',
  stateText: 'ON',
  guard: null,
  cpu: 2,
  memoryMb: 4_096,
  diskMb: 20_480,
  diskCount: 1,
  datacenter: { id: 'dc', name: 'Barcelona' },
  virtualDatacenter: { id: 'vdc', name: 'Shop' },
  virtualAppliance: { id: 'vapp', name: 'Front' },
  tenant: { id: 'acme', name: 'Acme' },
  timeZone: 'Europe/Madrid',
  os: 'linux',
  assignments: [],
  block: null,
  revision: '1',
  ...change,
})

/** A task of this kind, but for what is changed. */
export const task = (kind: TaskKind, state: TaskState = 'running', change: Partial<Task> = {}): Task => ({
  id: 'task',
  kind,
  kindText: kind.toUpperCase(),
  state,
  stateText: state.toUpperCase(),
  startedAt: now,
  updatedAt: now,
  by: null,
  jobs: [],
  ...change,
})

/** A restore that ended so. */
export const restoreOf = (outcome: Restore['outcome']): Restore => ({
  id: 'restore',
  outcome,
  statusText: outcome.toUpperCase(),
  startedAt: now,
  by: null,
  message: null,
})

/** A good backup, but for what is changed. */
export const backup = (change: Partial<Backup> = {}): Backup => ({
  id: 'backup',
  name: 'web-1-2026-03-28',
  outcome: 'good',
  statusText: 'DONE',
  typeText: 'COMPLETE',
  sizeMb: 20_480,
  createdAt: new Date('2026-03-28T01:30:00Z'),
  expiresAt: null,
  policy: null,
  restores: [],
  ...change,
})

/** A line of the trail, but for what is changed. */
export const event = (change: Partial<TrailEvent> = {}): TrailEvent => ({
  id: 'event',
  at: now,
  severity: 'info',
  severityText: 'INFO',
  action: 'VIRTUAL_MACHINE_BACKUP_FINISH',
  component: 'VIRTUAL_MACHINE',
  performedBy: 'SYSTEM',
  user: null,
  tenant: 'Acme',
  datacenter: 'Barcelona',
  virtualDatacenter: 'Shop',
  virtualAppliance: 'Front',
  vmName: 'ABQ_6f1c',
  text: null,
  ...change,
})

/** All that decides whether an action may be, where nothing refuses it, but for what is changed. */
export const situation = (change: Partial<Situation> = {}): Situation => ({
  actor: anyone,
  site: site(),
  vm: vm(),
  task: null,
  online: true,
  now,
  ...change,
})

/** A configuration of this timing, but for what is changed. */
export const configuration = (timing: Timing, change: Partial<BackupConfiguration> = {}): BackupConfiguration => ({
  key: `COMPLETE ${timing.every}`,
  type: 'complete',
  typeText: 'COMPLETE',
  timing,
  content: 'vm',
  ...change,
})

/** A policy of this name, which is its id as well. */
export const policyCalled = (name: string, ...configurations: readonly BackupConfiguration[]): BackupPolicy => ({
  id: name,
  name,
  code: name.toUpperCase(),
  description: null,
  replication: null,
  configurations,
})

/** A policy of these configurations. */
export const policy = (...configurations: readonly BackupConfiguration[]): BackupPolicy => ({
  ...policyCalled('Gold', ...configurations),
  id: 'gold',
  code: 'GOLD-01',
})

/** A policy as administrators see it, of this name. */
export const offered = (name: string, ...configurations: readonly BackupConfiguration[]): OfferedPolicy => ({
  ...policyCalled(name, ...configurations),
  revision: '1',
})

/** What a tenant may use in London: the policies of these ids. */
export const allowance = (id: string, ...policyIds: readonly string[]): Allowance => ({
  id,
  tenant: { id: `tenant-${id}`, name: id },
  datacenter: { id: 'ldn', name: 'London' },
  policyIds,
})

/** A window that holds all results of a VM in a test. */
export const allBackups = { offset: 0, limit: 1_000 } as const

/** The quickest of three goes, in milliseconds: a busy machine must not make a test red. */
export function quickest(work: () => void): number {
  const took = [0, 1, 2].map(() => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...took)
}
