import type { Assignment } from './assignment'
import { outcomes, type TrailEnd } from './backup'
import { dateOf, makeListing, timeOf } from './columns'
import type { BackupPolicy } from './policy'
import { protectionReasons, protectionStates, type TrailKnowledge } from './protection'
import { protectionJudge } from './protection-rule'
import { sayOf } from './said-protection'
import type { Task } from './task'
import type { Thresholds } from './thresholds'
import { type VirtualMachine, vmStates } from './virtual-machine'

/** How a backup of a VM ended. */
export interface VmEnd extends TrailEnd {
  readonly vmId: string
  /** The platform's own text. */
  readonly text: string | null
}

/** Ends in columns. Those that another thread takes over without copying hold times in epoch milliseconds. */
export interface EndColumns {
  readonly ids: readonly string[]
  readonly at: Float64Array<ArrayBuffer>
  /** The place of the outcome among `outcomes`. */
  readonly outcome: Uint8Array<ArrayBuffer>
  /** Of a failure the platform's own text. */
  readonly texts: readonly (string | null)[]
}

/** What the rule reads of VMs, in columns. What VMs share is listed once. */
export interface VmColumns {
  readonly ids: readonly string[]
  readonly plans: readonly VirtualMachine['assignments'][]
  /** By VM: the place of its plan. */
  readonly plan: Uint32Array<ArrayBuffer>
  /** By VM: the place of its state among `vmStates`. */
  readonly state: Uint8Array<ArrayBuffer>
  /** By VM: 1 or 0. */
  readonly byHand: Uint8Array<ArrayBuffer>
  /** By VM: epoch milliseconds, NaN for null. */
  readonly plannedAt: Float64Array<ArrayBuffer>
  /** What runs, with the place of its VM: few have any. */
  readonly tasks: readonly { readonly place: number; readonly task: Task }[]
}

/** What is the same for all VMs that are judged. */
export interface FleetGround {
  readonly policies: readonly BackupPolicy[]
  readonly trail: TrailKnowledge | null
  readonly thresholds: Thresholds
  /** Something is still to be read: then only what cannot change by it is said. */
  readonly pending: boolean
  readonly now: Date
}

/** How VMs are protected, in columns of as many places as there are VMs. */
export interface JudgedColumns {
  /** The place among `protectionStates`; `unsaid` where nothing is said yet. */
  readonly state: Uint8Array<ArrayBuffer>
  /** The place among `protectionReasons`; `unsaid` where there is none. */
  readonly reason: Uint8Array<ArrayBuffer>
  /** 1 or 0: its run has passed, nothing was heard of it yet, and it is not overdue either. */
  readonly late: Uint8Array<ArrayBuffer>
  /** Epoch milliseconds, NaN for null. */
  readonly worseAt: Float64Array<ArrayBuffer>
  /** Of the run that decides: epoch milliseconds, NaN for null. */
  readonly deadline: Float64Array<ArrayBuffer>
  /** The place of the newest end among all ends, in the order in which they were told; -1 for none. */
  readonly end: Int32Array<ArrayBuffer>
  /** By what it failed: the place among the causes that go with the columns, of which the first is that it did not. */
  readonly cause: Uint32Array<ArrayBuffer>
}

/** A part of the columns, and the causes of all parts so far. */
export interface JudgedVms {
  readonly columns: JudgedColumns
  readonly causes: readonly string[]
}

/** Where a column of places has none. */
export const unsaid = 255

/** Ends as the rule reads them. */
export const endColumns = (ends: readonly VmEnd[]): EndColumns => ({
  ids: ends.map(({ vmId }) => vmId),
  at: Float64Array.from(ends, ({ at }) => at.getTime()),
  outcome: Uint8Array.from(ends, ({ outcome }) => outcomes.indexOf(outcome)),
  texts: ends.map(({ outcome, text }) => (outcome === 'failed' ? text : null)),
})

/** Equal for plans that say the same. */
const planKey = (plan: readonly Assignment[]): string =>
  plan.every(({ values }) => values.length === 0)
    ? plan.map(({ policyId, policyName }) => `${policyId} ${policyName}`).join('\n')
    : JSON.stringify(plan)

/** VMs as the rule reads them. */
export function vmColumns(
  vms: readonly VirtualMachine[],
  plannedAt: (vm: VirtualMachine) => Date | null,
  activity: ReadonlyMap<string, Task>,
): VmColumns {
  const plans = makeListing<string | null, VirtualMachine['assignments']>()
  return {
    ids: vms.map(({ id }) => id),
    plan: Uint32Array.from(vms, ({ assignments }) => plans.placeOf(assignments && planKey(assignments), assignments)),
    plans: plans.values,
    state: Uint8Array.from(vms, ({ state }) => vmStates.indexOf(state)),
    byHand: Uint8Array.from(vms, ({ byHand }) => Number(byHand === true)),
    plannedAt: Float64Array.from(vms, (vm) => timeOf(plannedAt(vm))),
    tasks: vms.flatMap(({ id }, place) => {
      const task = activity.get(id)
      return task ? [{ place, task }] : []
    }),
  }
}

/** Columns of so many places, to be filled in: nothing in them means anything before. */
export const rawColumns = (count: number): JudgedColumns => ({
  state: new Uint8Array(count),
  reason: new Uint8Array(count),
  late: new Uint8Array(count),
  worseAt: new Float64Array(count),
  deadline: new Float64Array(count),
  end: new Int32Array(count),
  cause: new Uint32Array(count),
})

/** Puts a part of the columns in its place. */
export function putColumns(whole: JudgedColumns, part: JudgedColumns, place: number): void {
  whole.state.set(part.state, place)
  whole.reason.set(part.reason, place)
  whole.late.set(part.late, place)
  whole.worseAt.set(part.worseAt, place)
  whole.deadline.set(part.deadline, place)
  whole.end.set(part.end, place)
  whole.cause.set(part.cause, place)
}

/** Whether two places say the same of a VM, how its newest backup ended aside. Of one set of policies the run follows from its deadline. */
export const saySame = (one: JudgedColumns, at: number, other: JudgedColumns, otherAt: number): boolean =>
  one.state[at] === other.state[otherAt] &&
  one.reason[at] === other.reason[otherAt] &&
  one.late[at] === other.late[otherAt] &&
  Object.is(one.worseAt[at], other.worseAt[otherAt]) &&
  Object.is(one.deadline[at], other.deadline[otherAt])

/** The newest end of each VM, with its place among all that were told; the newest of a VM is told last. */
export type NewestEnds = Map<string, Pick<VmEnd, 'outcome' | 'at' | 'text'> & { readonly place: number }>

/** Adds what was told next to the newest ends; the first of it has this place among all. */
export function addEnds(newest: NewestEnds, { ids, at, outcome, texts }: EndColumns, first: number): void {
  for (const [place, id] of ids.entries())
    newest.set(id, {
      place: first + place,
      outcome: outcomes[outcome[place] ?? -1] ?? 'unknown',
      at: new Date(at[place] ?? Number.NaN),
      text: texts[place] ?? null,
    })
}

/** The protection rule over VMs in columns; the same as for each VM by itself. */
export function columnJudge(
  { policies, trail, thresholds, pending, now }: FleetGround,
  ends: NewestEnds,
): (vms: VmColumns) => JudgedVms {
  const judge = protectionJudge(policies, trail, thresholds)
  const causes = makeListing<string, string>()
  causes.placeOf('', '')
  return (vms) => {
    const columns = rawColumns(vms.ids.length)
    const tasks = new Map(vms.tasks.map(({ place, task }) => [place, task]))
    for (const [place, id] of vms.ids.entries()) {
      const assignments = vms.plans[vms.plan[place] ?? -1] ?? null
      const outcome = ends.get(id) ?? null
      const task = tasks.get(place) ?? null
      const vm = {
        id,
        assignments,
        state: vmStates[vms.state[place] ?? -1] ?? ('unknown' as const),
        byHand: vms.byHand[place] === 1,
      }
      const evidence = { outcome, task, plannedAt: dateOf(vms.plannedAt[place]) }
      const { protection: said, late, cause } = sayOf(judge, vm, evidence, pending, now)
      columns.state[place] = said ? protectionStates.indexOf(said.state) : unsaid
      columns.reason[place] = said?.reason ? protectionReasons.indexOf(said.reason) : unsaid
      columns.late[place] = Number(late)
      columns.worseAt[place] = timeOf(said?.worseAt)
      columns.deadline[place] = timeOf(said?.expected?.deadline)
      columns.end[place] = outcome?.place ?? -1
      columns.cause[place] = causes.placeOf(cause, cause)
    }
    return { columns, causes: causes.values }
  }
}
