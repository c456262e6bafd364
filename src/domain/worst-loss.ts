import { day, hour } from './calendar'
import { beginOf, type Run, runsBetween, type Schedule } from './schedule'

/**
 * How much of what changes on a VM may be lost although each planned backup succeeds: what changes after the newest one.
 * `at-most` counts from start to start, in milliseconds. `once`: the plan ends, and later changes are in no backup.
 * `unknown`: the backup system chooses the times.
 */
export type WorstLoss =
  | { readonly kind: 'at-most'; readonly ms: number }
  | { readonly kind: 'once' }
  | { readonly kind: 'unknown' }

/** A plan is looked at for so long: two runs of a yearly one, with each month in between. */
const horizon = 800 * day

const endOf = (run: Run): number => (run.kind === 'instant' ? run.at : run.to).getTime()

/** The longest time between two successive runs, each of which may begin anywhere in its window; milliseconds. */
const longestGap = (runs: readonly Run[]): number =>
  runs.slice(1).reduce((most, run, before) => Math.max(most, endOf(run) - beginOf(runs[before] ?? run)), 0)

/** What one schedule leaves open for itself, or several whose instants are known, merged. */
function gapOf(runs: readonly Run[]): number {
  return runs.length < 2 ? Number.POSITIVE_INFINITY : longestGap(runs)
}

const isInstant = (run: Run): boolean => run.kind === 'instant'

/**
 * The worst case of plans together, from an instant on. It is never less than the truth: of a run whose time nobody knows
 * the worst is taken. `null`: nothing is planned, or so seldom that no bound is worth a word.
 */
export function worstLoss(schedules: readonly Schedule[], from: Date): WorstLoss | null {
  if (schedules.length === 0) return null
  const to = new Date(from.getTime() + horizon)
  const repeated = schedules.filter(({ every }) => every !== 'defined-hour' && every !== 'system')
  const gaps = repeated.map((schedule) =>
    // One every few hours begins anywhere, and then keeps its distance.
    schedule.every === 'hourly' ? schedule.hours * hour : gapOf(runsBetween(schedule, from, to)),
  )
  const merged = repeated
    .filter(({ every }) => every !== 'hourly')
    .flatMap((schedule) => runsBetween(schedule, from, to).filter(isInstant))
    .toSorted((one, other) => beginOf(one) - beginOf(other))
  const ms = Math.min(...gaps, gapOf(merged))
  if (Number.isFinite(ms)) return { kind: 'at-most', ms }
  if (schedules.some(({ every }) => every === 'system')) return { kind: 'unknown' }
  return repeated.length === 0 ? { kind: 'once' } : null
}
