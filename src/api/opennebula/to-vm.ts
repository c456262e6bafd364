import type { Assignment, OddSchedule } from '~/domain/assignment'
import type { BackupBlock } from '~/domain/backup-ways'
import type { Disk, VirtualMachine } from '~/domain/virtual-machine'

import { policyId, readPolicyId, storeName } from './ids'
import { recordOf } from './market-record'
import type { Memory, Self } from './memory'
import { datastoreOf, isBackupAction, isOver, lineKey, scheduleOf, valuesOf } from './schedules'
import { stateOf } from './states'
import type { Disk as DiskOnWire, SchedAction, VirtualMachine as Machine } from './wire'

const nowhere = { id: '', name: '' }

/** What the machine itself does not carry. */
export interface Around {
  readonly remembered: Memory
  /** Its scheduled actions; null when they are not known. */
  readonly actions: readonly SchedAction[] | null
  readonly timeZoneOf: (datacenter: string) => string | null
}

/** An action that makes backups, as one policy; the first of a datastore and a period takes its name, others their own. */
export interface OwnSchedule {
  readonly action: SchedAction
  readonly policyId: string
}

/** The VM's own schedules that still have something to do. */
export function ownSchedules(actions: readonly SchedAction[], offset: number): readonly OwnSchedule[] {
  const taken = new Set<string>()
  return actions
    .filter((action) => isBackupAction(action) && !isOver(action))
    .map((action) => {
      const datastore = datastoreOf(action)
      const found = scheduleOf(action, offset)
      const own = policyId({ kind: 'action', action: action.ID })
      const named = datastore === null || !found ? own : policyId({ kind: 'store', datastore, period: found.period })
      const id = taken.has(named) ? own : named
      taken.add(id)
      return { action, policyId: id }
    })
}

const oddOf = (action: SchedAction): OddSchedule => ({
  why: datastoreOf(action) === null ? 'no-place' : 'as-written',
  text: `ARGS ${action.ARGS || '""'} REPEAT ${action.REPEAT ?? -1} DAYS ${action.DAYS || '""'}`,
})

function ofSchedule({ action, policyId: id }: OwnSchedule, { offset, stores }: Memory): Assignment {
  const found = scheduleOf(action, offset)
  const store = stores.get(datastoreOf(action) ?? -1)
  const policyName = found && store !== undefined ? storeName(store, found.period) : `SCHED_ACTION ${action.ID}`
  const odd = readPolicyId(id)?.kind === 'action' ? oddOf(action) : null
  return {
    policyId: id,
    policyName,
    values: found ? [valuesOf(found.schedule)] : [],
    ...(odd && { odd }),
    // Every so many hours: from when on only this tells.
    ...(found?.period === 'hourly' && action.TIME && { next: action.TIME }),
  }
}

function ofMarket(machine: Machine, markets: ReadonlyMap<number, string>): readonly Assignment[] {
  const record = recordOf(machine)
  if (!record || record.frequency === null || record.market === null) return []
  const id = policyId({ kind: 'market', market: record.market })
  const hours = record.frequency / 3_600
  return [
    {
      policyId: id,
      policyName: markets.get(record.market) ?? `MARKETPLACE ${record.market}`,
      values: [{ key: lineKey, hours, content: { kind: 'all' } }],
    },
  ]
}

function ofJob(machine: Machine, jobs: ReadonlyMap<number, string>): readonly Assignment[] {
  const job = machine.BACKUPS.BACKUP_CONFIG.BACKUP_JOB_ID
  return job === null
    ? []
    : [{ policyId: policyId({ kind: 'job', job }), policyName: jobs.get(job) ?? `${job}`, values: [] }]
}

/**
 * Ids of the policies of a VM whose backups go to a datastore: its own schedules there, and its job, whose datastore the VM
 * does not tell.
 * @param offset Of the server's clock, in minutes.
 */
export const plansTo = (machine: Machine, store: number | null, offset: number): readonly string[] => [
  ...ofJob(machine, new Map()).map((job) => job.policyId),
  ...ownSchedules(machine.TEMPLATE.SCHED_ACTION, offset)
    .filter(({ action }) => datastoreOf(action) === store)
    .map((own) => own.policyId),
]

/** What protects a VM; null when its scheduled actions are not known. */
export function assignmentsOf(machine: Machine, { remembered, actions }: Around): readonly Assignment[] | null {
  const { offset, jobs, markets } = remembered
  if (actions === null) return null
  return [
    ...ofJob(machine, jobs),
    ...ownSchedules(actions, offset).map((one) => ofSchedule(one, remembered)),
    // Where the platform makes backups itself, nobody follows a record that was left over any more.
    ...(remembered.capabilities?.native === true ? [] : ofMarket(machine, markets)),
  ]
}

/**
 * Before the first run of a plan none of which ran yet, so that nobody misses runs that were never to be: nothing else
 * tells since when schedules are there. Null where one ran already, or a backup job has the VM.
 */
function plannedAt({ BACKUPS }: Machine, actions: readonly SchedAction[], offset: number): Date | null {
  const own = ownSchedules(actions, offset).map(({ action }) => action)
  const times = own.flatMap(({ DONE, TIME }) => (DONE === null && TIME !== null ? [TIME.getTime()] : []))
  if (own.length === 0 || times.length < own.length || BACKUPS.BACKUP_CONFIG.BACKUP_JOB_ID !== null) return null
  return new Date(Math.min(...times) - 1)
}

/** A stamp of what protects a VM, whatever the order. */
export const revisionOf = (assignments: readonly Assignment[] | null): string =>
  JSON.stringify(assignments && assignments.map(({ policyId: id, values }) => JSON.stringify([id, values])).toSorted())

/** Whether the rights that the VM tells allow this person something; access rules may say more, and then the platform decides. */
function mayBy({ UID, GID, PERMISSIONS: p }: Machine, self: Self, way: 'M' | 'A'): boolean {
  if (self.admin) return true
  const inGroup = GID !== null && self.groups.includes(GID)
  return (
    (UID === self.id && p[`OWNER_${way}`] === '1') ||
    (inGroup && p[`GROUP_${way}`] === '1') ||
    p[`OTHER_${way}`] === '1'
  )
}

/** Whether the permissions of a VM let this person manage it: owner, group, others, in that order. */
export const mayManage = (machine: Machine, self: Self): boolean => mayBy(machine, self, 'M')
/** The same for administering it, which backups ask for. */
export const mayAdminister = (machine: Machine, self: Self): boolean => mayBy(machine, self, 'A')

function blockOf(machine: Machine, { jobs, self }: Memory): BackupBlock | null {
  const job = machine.BACKUPS.BACKUP_CONFIG.BACKUP_JOB_ID
  if (self && machine.PERMISSIONS.OWNER_U !== '' && !mayManage(machine, self)) return { cause: 'not-managed' }
  if (machine.LOCK.LOCKED !== '') return { cause: 'locked' }
  return job === null ? null : { cause: 'job', job: jobs.get(job) ?? `${job}` }
}

const sizesOf = (disks: readonly DiskOnWire[]): number | null =>
  disks.some(({ SIZE }) => SIZE === null) ? null : disks.reduce((sum, { SIZE }) => sum + (SIZE ?? 0), 0)

/** A VM in our words; cluster and group stand for datacenter and tenant. */
export function toVm(machine: Machine, around: Around): VirtualMachine {
  const { clusters } = around.remembered
  const { TEMPLATE, HISTORY_RECORDS, USER_TEMPLATE, GID } = machine
  const cluster = HISTORY_RECORDS.HISTORY.at(-1)?.CID ?? null
  const datacenter = cluster === null ? null : { id: `${cluster}`, name: clusters.get(cluster) ?? `${cluster}` }
  const { text, state } = stateOf(machine)
  const assignments = assignmentsOf(machine, around)
  const planned = around.actions && plannedAt(machine, around.actions, around.remembered.offset)
  return {
    id: `${machine.ID}`,
    uuid: '',
    name: machine.NAME,
    platformName: `one-${machine.ID}`,
    description: USER_TEMPLATE.DESCRIPTION || null,
    state,
    stateText: text,
    guard: machine.LOCK.LOCKED === '' ? null : { cause: null },
    cpu: TEMPLATE.VCPU ?? TEMPLATE.CPU ?? 0,
    memoryMb: TEMPLATE.MEMORY ?? 0,
    diskMb: sizesOf(TEMPLATE.DISK),
    diskCount: TEMPLATE.DISK.length,
    datacenter,
    timeZone: datacenter && around.timeZoneOf(datacenter.name),
    virtualDatacenter: nowhere,
    virtualAppliance: nowhere,
    tenant: GID === null ? null : { id: `${GID}`, name: machine.GNAME },
    os: 'unknown',
    assignments,
    ...(planned && { plannedAt: planned }),
    block: blockOf(machine, around.remembered),
    revision: revisionOf(assignments),
  }
}

/** The disks in their order; the first one is taken for that it boots from. */
export const toDisks = ({ TEMPLATE }: Machine): readonly Disk[] =>
  TEMPLATE.DISK.map((disk, index): Disk => ({
    id: `${disk.DISK_ID}`,
    name: disk.IMAGE || disk.TARGET || `${disk.DISK_ID}`,
    sizeMb: disk.SIZE,
    boot: index === 0,
    kind: 'disk',
  }))
