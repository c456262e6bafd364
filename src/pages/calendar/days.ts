import { thresholds } from '~/api/queries/thresholds'
import type { DayMember, SumGround } from '~/domain/day-sums'
import type { CalendarDay, DayOutcome, VmDay } from '~/domain/fleet-day'
import { daysUpTo } from '~/domain/fleet-day'
import { vmDays } from '~/domain/fleet-days'
import { laneReader } from '~/domain/lane'
import { plannedAtReader, type Replanned } from '~/domain/planned-at'
import type { BackupPolicy } from '~/domain/policy'
import { isRequested, isRunning } from '~/domain/task'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { remember } from '~/pages/parts/remember'

/** What the trail told of all VMs in the days. */
export interface DaysTrail {
  readonly outcomes: readonly (DayOutcome & { readonly vmId: string })[]
  readonly replanned: readonly Replanned[]
  readonly wholeSince: Date | null
  readonly asOf: Date
}

/** The days of one VM, in the order of the columns. */
export interface DayReader {
  (row: VmRow): readonly VmDay[]
}

/** The same, with what another thread needs to judge a VM. */
export interface DayJudge extends DayReader {
  readonly memberOf: (row: VmRow) => DayMember
  readonly ground: SumGround
}

/** The days on the screen up to a moment; equal questions get the same list, so that nothing is drawn anew. */
export const daysOf = remember(daysUpTo)

function outcomesByVm({ outcomes }: DaysTrail): ReadonlyMap<string, readonly DayOutcome[]> {
  const found = new Map<string, DayOutcome[]>()
  for (const outcome of outcomes) {
    const known = found.get(outcome.vmId)
    if (known) known.push(outcome)
    else found.set(outcome.vmId, [outcome])
  }
  return found
}

const grouped = remember(outcomesByVm)

/** Judges VMs when they are asked for, and each only once. Without a trail nothing that is over is known. */
export function makeReader(
  days: readonly CalendarDay[],
  trail: DaysTrail | null,
  policies: readonly BackupPolicy[] | null,
  now: Date,
): DayJudge {
  const outcomes = trail && grouped(trail)
  const plannedAt = plannedAtReader(trail?.replanned)
  const lanesOf = laneReader(policies ?? [], thresholds())
  const ground = { days, wholeSince: trail?.wholeSince ?? null, asOf: trail?.asOf ?? now, now }
  const memberOf = ({ vm, task }: VmRow): DayMember => {
    const running = task && isRunning(task) && task.kind === 'backup'
    return {
      lanes: vm.assignments?.flatMap((assignment) => lanesOf(assignment)) ?? null,
      deployed: vm.state !== 'not-deployed',
      outcomes: outcomes?.get(vm.id) ?? [],
      running: running ? { since: task.startedAt, requested: isRequested(task) } : null,
      plannedAt: plannedAt(vm),
    }
  }
  const known = new WeakMap<VmRow, readonly VmDay[]>()
  const read: DayReader = (row) => {
    const before = known.get(row)
    if (before) return before
    const member = memberOf(row)
    const made = vmDays(days, member, { ...member, wholeSince: ground.wholeSince, asOf: ground.asOf }, now)
    known.set(row, made)
    return made
  }
  return Object.assign(read, { memberOf, ground })
}
