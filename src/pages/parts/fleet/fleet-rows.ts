import { session } from '~/api/session'
import type { VmEnd } from '~/domain/fleet-columns'
import type { Replanned } from '~/domain/planned-at'
import type { BackupPolicy } from '~/domain/policy'
import type { Protection, ProtectionState, TrailKnowledge } from '~/domain/protection'
import type { ProtectionJudge } from '~/domain/protection-rule'
import type { sayOf } from '~/domain/said-protection'
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
  /** Null: its code is not here yet, so that nothing can be said. */
  readonly judging: Judging | null
}

/** The rows of a fleet as they are judged, for `useSyncExternalStore`. */
export interface JudgedRows {
  readonly subscribe: (listener: () => void) => () => void
  /** Null until all have been judged once. */
  readonly get: () => readonly VmRow[] | null
}

/** The rule of every badge, whose code (`judging.ts`) comes after the list. */
export interface Judging {
  readonly judgeBy: (policies: readonly BackupPolicy[], trail: TrailKnowledge | null) => ProtectionJudge
  readonly sayOf: typeof sayOf
  readonly judgeInParts: (vms: readonly VirtualMachine[], around: Surroundings, now: Date) => JudgedRows
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

/** What a search and an order want of a VM: worked out once, for it takes a large fleet its time. */
export const rowKeysOf = (vm: VirtualMachine): RowKeys => ({
  line: lineOf(vm),
  order: orderKey(vm.name),
  appliance: placeWithin(vm),
})

/** Whether two readings of the trail say the same of a VM's newest backup. */
export const sameOutcome = (one: LastOutcome | null, other: LastOutcome | null): boolean =>
  one?.outcome === other?.outcome && one?.at.getTime() === other?.at.getTime() && one?.text === other?.text

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

/** Whether VMs of several tenants are in sight, so that each must say whose it is. */
export const hasTenants = remember((rows: readonly VmRow[]): boolean => {
  const first = rows.find(({ vm }) => vm.tenant)?.vm.tenant?.id
  return rows.some(({ vm }) => vm.tenant && vm.tenant.id !== first)
})
