import { day, hour } from './calendar'
import { beginOf, latestOf, type Run, runsBetween, type Schedule } from './schedule'

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

/** The longest time between two successive runs, each of which may begin anywhere in its window; milliseconds. Infinite without two. */
const longestGap = (runs: readonly Run[]): number =>
  runs.length < 2
    ? Number.POSITIVE_INFINITY
    : runs.slice(1).reduce((most, run, before) => Math.max(most, latestOf(run) - beginOf(runs[before] ?? run)), 0)

/**
 * The worst case of plans together, from an instant on. It is never less than the truth: of a run whose time nobody knows
 * the worst is taken. `null`: nothing is planned, a plan (null) is not known, or it runs so seldom that no bound is worth a
 * word.
 */
export function worstLoss(plans: readonly (Schedule | null)[], from: Date): WorstLoss | null {
  const schedules = plans.filter((plan) => plan !== null)
  if (schedules.length === 0 || schedules.length < plans.length) return null
  const to = new Date(from.getTime() + horizon)
  const repeated = schedules.filter(({ every }) => every !== 'defined-hour' && every !== 'system')
  // One every few hours begins anywhere, and then keeps its distance.
  const distances = repeated.flatMap((schedule) => (schedule.every === 'hourly' ? schedule.hours * hour : []))
  const timed = repeated.filter(({ every }) => every !== 'hourly').map((schedule) => runsBetween(schedule, from, to))
  const merged = timed
    .flatMap((runs) => runs.filter(({ kind }) => kind === 'instant'))
    .toSorted((one, other) => beginOf(one) - beginOf(other))
  const ms = Math.min(...distances, ...timed.map(longestGap), longestGap(merged))
  if (Number.isFinite(ms)) return { kind: 'at-most', ms }
  if (schedules.some(({ every }) => every === 'system')) return { kind: 'unknown' }
  return repeated.length === 0 ? { kind: 'once' } : null
}
