import { type Backup, isPartial } from './backup'
import type { Lane } from './lane'
import { assign, fits } from './run-assignment'
import { type Hearing, missedBySilence } from './run-silence'
import { type Dated, hourlySlots, plannedSlots, type Slot } from './run-slots'
import type { Run } from './schedule'

/** The worst first: in this order they are counted and listed. */
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
 * have expired by now, its plan may not have been in force, or it may be a result that cannot be read or tells no date, so
 * that nothing says that it was missed.
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

/** What was planned in a range beside what was found of it. */
export interface JudgedRuns {
  /** In the order of their planned starts. */
  readonly runs: readonly JudgedRun[]
  /** Backups that no plan asked for: made by hand, by a policy that is gone, or at a time that the backup system chose. */
  readonly unplanned: readonly Backup[]
}

/** From `from` (included) to `to` (left out). */
export interface JudgedRange extends Hearing {
  readonly from: Date
  readonly to: Date
  /** When the plan came into force, where one knows: a run is only missed once it was planned. */
  readonly since: Date | null
}

const rank: Readonly<Record<Backup['outcome'], number>> = { good: 0, running: 1, unknown: 2, failed: 3 }

const best = (found: readonly Backup[]): Backup | null =>
  found.reduce<Backup | null>((known, one) => (known && rank[known.outcome] <= rank[one.outcome] ? known : one), null)

function judge(slot: Slot, now: number, isMissed: (slot: Slot, now: number) => boolean): JudgedRun {
  const { lane, run, start, deadline, found } = slot
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
      return as(isMissed(slot, now) ? 'missed' : 'gone')
  }
}

const isIn = ({ run }: Slot, from: number, to: number): boolean =>
  run.kind === 'instant'
    ? run.at.getTime() >= from && run.at.getTime() < to
    : run.to.getTime() > from && run.from.getTime() < to

/**
 * Holds the plan of a VM against what was found: every run that was to begin in a range, and every window that touches
 * it, with what came of it by `now`. Backups without a date belong to nothing; as long as there is one that fits a lane, no
 * run of that lane is called missed. In proportion to runs and backups.
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
  const isMissed = missedBySilence(lanes, slots, backups, dated, named, range)
  return {
    runs: slots
      .filter((slot) => isIn(slot, from, to) && (slot.found.length > 0 || slot.start >= since))
      .toSorted((a, b) => a.start - b.start)
      .map((slot) => judge(slot, now.getTime(), isMissed)),
    unplanned: left.flatMap(({ backup, at }) => (at >= from && at < to ? [backup] : [])),
  }
}
