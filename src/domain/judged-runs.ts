import { type Backup, isPartial } from './backup'
import type { Lane } from './lane'
import { assign, fits } from './run-assignment'
import { type Dated, hourlySlots, plannedSlots, type Slot } from './run-slots'
import type { Run } from './schedule'

export const judgements = [
  'failed',
  'missed',
  'partial',
  'unclear',
  'late',
  'running',
  'due',
  'on-time',
  'planned',
  'gone',
] as const

/**
 * What came of a planned run, the worst first. `partial`: the platform's word says that something is missing in it. `due`:
 * its time has come, and it is not late yet. `planned`: it lies ahead. `gone`: nothing is known of it, but its backup would
 * have expired by now, or its plan may not have been in force, so that nothing says that it was missed.
 */
export type Judgement = (typeof judgements)[number]

/** A planned run beside what was found of it. */
export interface JudgedRun {
  /** Key of the lane. */
  readonly lane: string
  readonly run: Run
  readonly judgement: Judgement
  /** The best backup that belongs to the run. */
  readonly backup: Backup | null
  /** Milliseconds from the planned start to the backup; null where one of them is not known to the minute. */
  readonly delay: number | null
}

export interface JudgedRuns {
  /** In the order of their planned starts. */
  readonly runs: readonly JudgedRun[]
  /** Backups that no plan asked for: made by hand, by a policy that is gone, or at a time that the backup system chose. */
  readonly unplanned: readonly Backup[]
}

/** From `from` (included) to `to` (left out). */
export interface JudgedRange {
  readonly from: Date
  readonly to: Date
  /** When the plan came into force, where one knows: a run is only missed once it was planned. */
  readonly since: Date | null
  /**
   * From when on the plan is known to have been in force, where one knows. Before that, and before the first backup that
   * fits a lane, silence says nothing. Left out: it always was.
   */
  readonly inForceFrom?: Date | null
}

const rank: Readonly<Record<Backup['outcome'], number>> = { good: 0, running: 1, unknown: 2, failed: 3 }

const best = (found: readonly Backup[]): Backup | null =>
  found.reduce<Backup | null>((known, one) => (known && rank[known.outcome] <= rank[one.outcome] ? known : one), null)

/** How long the backups of each lane are kept at most, in milliseconds; no entry when they do not say. */
function keptFor(slots: readonly Slot[]): ReadonlyMap<string, number> {
  const kept = new Map<string, number>()
  for (const { lane, found } of slots)
    for (const { createdAt, expiresAt } of found)
      if (createdAt && expiresAt)
        kept.set(lane.key, Math.max(kept.get(lane.key) ?? 0, expiresAt.getTime() - createdAt.getTime()))
  return kept
}

function judge({ lane, run, start, deadline, found }: Slot, now: number, kept: number, inForceFrom: number): JudgedRun {
  const backup = best(found)
  const at = backup?.createdAt?.getTime() ?? null
  const as = (judgement: Judgement): JudgedRun => ({
    lane: lane.key,
    run,
    judgement,
    backup,
    delay: at !== null && run.kind === 'instant' ? at - start : null,
  })
  switch (backup?.outcome) {
    case 'good':
      return as(at !== null && at > deadline ? 'late' : 'on-time')
    case 'running':
      return as('running')
    case 'failed':
      return as('failed')
    case 'unknown':
      return as(isPartial(backup) ? 'partial' : 'unclear')
    case undefined:
      if (start > now) return as('planned')
      if (now <= deadline) return as('due')
      return as(start + kept <= now || start < inForceFrom ? 'gone' : 'missed')
  }
}

/** From when on the silence of a lane says something, in epoch milliseconds. Takes backups in their order. */
function inForceSince(lane: Lane, dated: readonly Dated[], named: boolean, told: JudgedRange['inForceFrom']): number {
  if (told === undefined) return -Infinity
  const first = dated.find(({ backup }) => fits(lane, backup, named))
  return Math.min(first?.at ?? Infinity, told?.getTime() ?? Infinity)
}

const isIn = ({ run }: Slot, from: number, to: number): boolean =>
  run.kind === 'instant'
    ? run.at.getTime() >= from && run.at.getTime() < to
    : run.to.getTime() > from && run.from.getTime() < to

/**
 * Holds the plan of a VM against what was found: every run that was to begin in a range, and every window that touches
 * it, with what came of it by `now`. Backups without a date belong to nothing. In proportion to runs and backups.
 * @param backups All results of the VM, in any order.
 */
export function judgeRuns(
  lanes: readonly Lane[],
  backups: readonly Backup[],
  range: JudgedRange,
  now: Date,
): JudgedRuns {
  const [from, to] = [range.from.getTime(), range.to.getTime()]
  const since = range.since?.getTime() ?? -Infinity
  const named = backups.some(({ policy }) => policy !== null)
  const dated = backups
    .flatMap((backup): readonly Dated[] => (backup.createdAt ? [{ backup, at: backup.createdAt.getTime() }] : []))
    .toSorted((a, b) => a.at - b.at)
  const looksAlike = (one: Lane, other: Lane): boolean =>
    other.schedule?.every === 'hourly' &&
    (named ? one.policyId === other.policyId : true) &&
    one.typeText === other.typeText
  const planned = lanes
    .flatMap((lane) => {
      const { schedule } = lane
      if (schedule === null || schedule.every === 'hourly' || schedule.every === 'system') return []
      return plannedSlots(
        lane,
        schedule,
        from,
        to,
        lanes.some((other) => looksAlike(lane, other)),
      )
    })
    .toSorted((a, b) => a.from - b.from)
  let left = assign(planned, dated, named)
  const hourly = lanes.flatMap((lane) => {
    if (lane.schedule?.every !== 'hourly') return []
    const own = left.filter(({ backup }) => fits(lane, backup, named))
    const slots = hourlySlots(lane, lane.schedule.hours, own, Math.max(from, since), to)
    const taken = new Set(slots.flatMap(({ found }) => found))
    left = left.filter(({ backup }) => !taken.has(backup))
    return slots
  })
  const slots = [...planned, ...hourly]
  const inForce = new Map(lanes.map((lane) => [lane.key, inForceSince(lane, dated, named, range.inForceFrom)]))
  const kept = keptFor(slots)
  return {
    runs: slots
      .filter((slot) => isIn(slot, from, to) && (slot.found.length > 0 || slot.start >= since))
      .toSorted((a, b) => a.start - b.start)
      .map((slot) =>
        judge(slot, now.getTime(), kept.get(slot.lane.key) ?? Infinity, inForce.get(slot.lane.key) ?? -Infinity),
      ),
    unplanned: left.flatMap(({ backup, at }) => (at >= from && at < to ? [backup] : [])),
  }
}
