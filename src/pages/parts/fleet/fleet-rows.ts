import { session } from '~/api/session'
import type { VmEnd } from '~/domain/fleet-columns'
import { plannedAtReader, type Replanned } from '~/domain/planned-at'
import type { BackupPolicy } from '~/domain/policy'
import type { Protection, ProtectionState, TrailKnowledge } from '~/domain/protection'
import type { Task } from '~/domain/task'
import { placeWithin, type VirtualMachine } from '~/domain/virtual-machine'
import { remember } from '~/pages/parts/remember'
import { orderKey } from '~/texts/order'
import { fold } from '~/texts/search'

/** How the newest known backup of a VM ended. */
export type LastOutcome = VmEnd

/** What the trail told of all VMs. */
export interface Trail extends TrailKnowledge {
  readonly outcomes: readonly LastOutcome[]
  readonly replanned: readonly Replanned[]
}

/** What is known of all VMs beside the VMs themselves. `null`: not read yet, or not readable. */
export interface Surroundings {
  readonly trail: Trail | null
  readonly policies: readonly BackupPolicy[] | null
  /** One of these is still on its way: then nothing is said yet of what depends on it. */
  readonly pending: boolean
  readonly activity: readonly { readonly vmId: string; readonly task: Task }[] | null
  /** The rule, whose code comes after the list; null: not here yet, so that nothing can be said. */
  readonly judging: typeof import('./judging') | null
}

/** By what a VM is found. */
export interface RowKeys {
  /** Everything that a search looks at, folded. */
  readonly line: string
  /** What its name is put in order by; null: only the language's own order can tell. */
  readonly order: string | null
  /** Virtual datacenter and appliance: names repeat, the pair rarely does. */
  readonly appliance: string
}

/** A VM as the list shows it. */
export interface VmRow extends RowKeys {
  readonly id: string
  readonly vm: VirtualMachine
  /** `null` while it is being read. */
  readonly protectionState: ProtectionState | null
  /** The same with what decided it, which is worked out only when someone asks. */
  readonly protection: Protection | null
  readonly outcome: LastOutcome | null
  /** Its run has passed, nothing was heard of it yet, and it is not overdue either. */
  readonly late: boolean
  /** Why its newest backup failed, as a value that equal failures share; empty when it did not. */
  readonly cause: string
  /** What runs on it now. */
  readonly task: Task | null
}

const lineOf = (vm: VirtualMachine): string => {
  const texts = [
    vm.name,
    vm.platformName,
    vm.virtualDatacenter.name,
    vm.virtualAppliance.name,
    vm.datacenter?.name,
    vm.tenant?.name,
    vm.description,
    vm.uuid,
    ...(vm.assignments ?? []).map((assignment) => assignment.policyName),
  ]
  return fold(texts.filter((text) => text).join('\n'))
}

export const rowKeysOf = (vm: VirtualMachine): RowKeys => ({
  line: lineOf(vm),
  order: orderKey(vm.name),
  appliance: placeWithin(vm),
})

const byVm = <T extends { readonly vmId: string }>(entries: readonly T[] | undefined | null): ReadonlyMap<string, T> =>
  new Map((entries ?? []).map((entry) => [entry.vmId, entry]))

export const sameOutcome = (one: LastOutcome | null, other: LastOutcome | null): boolean =>
  one?.outcome === other?.outcome && one?.at.getTime() === other?.at.getTime() && one?.text === other?.text

/** Two judgements of one VM by the same policies: the run follows from its deadline. */
const sameProtection = (one: Protection | null, other: Protection | null): boolean =>
  one?.state === other?.state &&
  one?.reason === other?.reason &&
  one?.worseAt?.getTime() === other?.worseAt?.getTime() &&
  one?.expected?.deadline.getTime() === other?.expected?.deadline.getTime() &&
  one?.expected?.policyName === other?.expected?.policyName

const known = new WeakMap<VirtualMachine, VmRow>()

/** The row of before while it says the same, so that time and new readings draw again only what they change. */
function rowOf(vm: VirtualMachine, parts: Pick<VmRow, 'protection' | 'outcome' | 'late' | 'cause' | 'task'>): VmRow {
  const before = known.get(vm)
  if (
    before &&
    before.task === parts.task &&
    before.late === parts.late &&
    before.cause === parts.cause &&
    sameOutcome(before.outcome, parts.outcome) &&
    sameProtection(before.protection, parts.protection)
  )
    return before
  const { line, order, appliance } = before ?? rowKeysOf(vm)
  const protectionState = parts.protection?.state ?? null
  const row = { id: vm.id, vm, ...parts, protectionState, line, order, appliance }
  known.set(vm, row)
  return row
}

/** Joins a VM with how its backups ended and what runs now, and judges its protection at an instant. */
export function rowMaker(around: Surroundings): (vm: VirtualMachine, now: Date) => VmRow {
  const outcomes = byVm(around.trail?.outcomes)
  const plannedAt = plannedAtReader(around.trail?.replanned)
  const activity = byVm(around.activity)
  const { judging } = around
  const judge = judging?.judgeBy(around.policies ?? [], around.trail)
  return (vm, now) => {
    const outcome = outcomes.get(vm.id) ?? null
    const task = activity.get(vm.id)?.task ?? null
    if (!judging || !judge) return rowOf(vm, { outcome, task, protection: null, late: false, cause: '' })
    const evidence = { outcome, task, plannedAt: plannedAt(vm) }
    return rowOf(vm, { outcome, task, ...judging.sayOf(judge, vm, evidence, around.pending, now) })
  }
}

let latest: readonly VmRow[] | null = null

session.subscribe(() => {
  if (session.get().state === 'signed-out') latest = null
})

/** The rows that were judged whole last. */
export const latestRows = (): readonly VmRow[] | null => latest

/** The list of before while it says the same. */
export function sameRows(rows: readonly VmRow[]): readonly VmRow[] {
  const before = latest
  const same = before?.length === rows.length && rows.every((row, place) => row === before[place])
  if (same) return before
  latest = rows
  return rows
}

/** The rows of the whole fleet at an instant; the same list while it says the same. */
export function prepareRows(vms: readonly VirtualMachine[], around: Surroundings, now: Date): readonly VmRow[] {
  const make = rowMaker(around)
  return sameRows(vms.map((vm) => make(vm, now)))
}

/** Whether VMs of several tenants are in sight, so that each must say whose it is. */
export const hasTenants = remember((rows: readonly VmRow[]): boolean => {
  const first = rows.find(({ vm }) => vm.tenant)?.vm.tenant?.id
  return rows.some(({ vm }) => vm.tenant && vm.tenant.id !== first)
})
