import { plannedAtReader } from '~/domain/planned-at'
import type { Protection } from '~/domain/protection'
import type { VirtualMachine } from '~/domain/virtual-machine'

import { rowKeysOf, sameOutcome, sameRows, type Surroundings, type VmRow } from './fleet-rows'

const byVm = <T extends { readonly vmId: string }>(entries: readonly T[] | undefined | null): ReadonlyMap<string, T> =>
  new Map((entries ?? []).map((entry) => [entry.vmId, entry]))

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

/** The rows of the whole fleet at an instant; the same list while it says the same. */
export function prepareRows(vms: readonly VirtualMachine[], around: Surroundings, now: Date): readonly VmRow[] {
  const make = rowMaker(around)
  return sameRows(vms.map((vm) => make(vm, now)))
}
