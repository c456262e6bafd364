import { type Backup, backupOfEnd, type Outcome } from './backup'
import type {
  CalendarDay,
  DayGap,
  DayKnowledge,
  DayOutcome,
  DayPlan,
  DayRun,
  DayState,
  RunState,
  VmDay,
} from './fleet-day'
import { type Judgement, judgeRuns } from './judged-runs'
import { deadlineOf } from './run-deadline'
import { beginOf, type Run } from './schedule'

const stateOf: Readonly<Record<Judgement, RunState>> = {
  'on-time': 'good',
  late: 'good',
  missed: 'missed',
  failed: 'failed',
  unclear: 'unclear',
  running: 'running',
  // No line of the trail says so.
  partial: 'unclear',
  due: 'planned',
  planned: 'planned',
  gone: 'unknown',
}

const ofOutcome: Readonly<Record<Outcome, RunState>> = {
  good: 'good',
  failed: 'failed',
  running: 'running',
  unknown: 'unclear',
}

/** Nobody knows when in its window a run was to begin: its backup says it, else it had time until the end. */
const dayTimeOf = (run: Run, outcome: DayOutcome | null): number =>
  run.kind === 'instant' ? run.at.getTime() : (outcome?.at ?? run.to).getTime()

function stateOfDay(counts: VmDay['counts']): DayState | null {
  const bad = counts.failed + counts.missed
  if (bad > 0) return counts.good > 0 ? 'partly' : counts.failed > 0 ? 'failed' : 'missed'
  if (counts.running > 0) return 'running'
  if (counts.unclear + counts.unknown > 0) return 'unknown'
  if (counts.good > 0) return 'good'
  return counts.planned > 0 ? 'planned' : null
}

/** Why nothing is known of a day on which nothing was planned and nothing found; null: nothing was to be. */
function gapOf(day: CalendarDay, { lanes, deployed }: DayPlan, known: DayKnowledge, now: Date): DayGap | null {
  const past = day.from <= now
  if (past && (known.wholeSince === null || day.from < known.wholeSince)) return 'trail'
  if (lanes === null) return 'policies-untold'
  if (!deployed) return past ? 'not-deployed' : null
  if (past && known.plannedAt !== null && day.from < known.plannedAt) return 'plan-changed'
  if (lanes.some(({ schedule }) => schedule === null)) return 'plan-unknown'
  return lanes.some(({ schedule }) => schedule?.every === 'system') ? 'system' : null
}

const counted = (runs: readonly DayRun[]): VmDay['counts'] => {
  const counts = { good: 0, failed: 0, missed: 0, unclear: 0, running: 0, planned: 0, unknown: 0 }
  for (const { state } of runs) counts[state] += 1
  return counts
}

/**
 * Holds the plan of a VM against the ends of its backups, day by day. A run at a known time belongs to the day on which
 * it was to begin; a run in a window to the day of its backup, else to that on which the window ends, as in the timeline;
 * a backup that no plan asked for to the day of its end. What someone requested is the run of no plan: it neither makes
 * up for a planned run that did not come, nor is its failure made up for by one that did. In proportion to runs and
 * outcomes.
 */
export function vmDays(days: readonly CalendarDay[], plan: DayPlan, known: DayKnowledge, now: Date): readonly VmDay[] {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return []
  const byId = new Map(known.outcomes.map((outcome) => [outcome.id, outcome]))
  const running: DayOutcome | null = known.running && {
    id: 'running',
    outcome: 'running',
    at: known.running.since,
    text: null,
    requested: known.running.requested,
  }
  const all = running ? [...known.outcomes, running] : known.outcomes
  const backups = all.filter(({ requested }) => requested !== true).map((end) => backupOfEnd(end, end.id))
  const found = ({ id }: Backup): DayOutcome | null => (id === 'running' ? running : (byId.get(id) ?? null))
  const lanes = plan.deployed ? (plan.lanes ?? []) : []
  const range = { from: first.from, to: last.to, since: null }
  const { runs, unplanned } = judgeRuns(lanes, backups, range, now)
  const laneOf = new Map(lanes.map((lane) => [lane.key, lane]))
  const since = Math.max(known.wholeSince?.getTime() ?? Infinity, known.plannedAt?.getTime() ?? -Infinity)
  const trailEnds = known.asOf.getTime()
  const of: DayRun[][] = days.map(() => [])
  const gaps: (DayGap | null)[] = days.map(() => null)
  const put = (at: number, run: DayRun, gap: DayGap | null = null): void => {
    // What lies before or after the days is told with others.
    const place = at < first.from.getTime() ? -1 : days.findIndex((day) => at < day.to.getTime())
    of[place]?.push(run)
    if (gap && place >= 0) gaps[place] = gap
  }
  for (const { lane: key, run, judgement, backup } of runs) {
    const start = beginOf(run)
    const lane = laneOf.get(key) ?? null
    const outcome = backup && found(backup)
    const at = dayTimeOf(run, outcome)
    const silent = judgement === 'missed'
    if (silent && start < since) {
      const gap = known.wholeSince === null || start < known.wholeSince.getTime() ? 'trail' : 'plan-changed'
      put(at, { lane, run, state: 'unknown', outcome }, gap)
    } else if (silent && lane && deadlineOf(run, lane.grace).getTime() >= trailEnds)
      put(at, { lane, run, state: 'unknown', outcome }, 'not-heard')
    else put(at, { lane, run, state: stateOf[judgement], outcome }, judgement === 'unclear' ? 'unclear' : null)
  }
  const byNoPlan = [
    ...unplanned.flatMap((backup) => found(backup) ?? []),
    ...all.filter(({ requested }) => requested === true),
  ]
  for (const outcome of byNoPlan)
    put(
      outcome.at.getTime(),
      { lane: null, run: null, state: ofOutcome[outcome.outcome], outcome },
      outcome.outcome === 'unknown' ? 'unclear' : null,
    )
  return days.map((day, place): VmDay => {
    const own = of[place] ?? []
    const counts = counted(own)
    const state = stateOfDay(counts)
    const gap = state === null ? gapOf(day, plan, known, now) : (gaps[place] ?? null)
    return { number: day.number, state: state ?? (gap ? 'unknown' : 'none'), gap, runs: own, counts }
  })
}
