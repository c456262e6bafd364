import { day, hour } from './calendar'
import type { OfferedPolicy } from './policy'
import { scheduleOf } from './resolve'
import { runsBetween, type Schedule } from './schedule'

/** Four weeks have each hour of a week in them, and one day of each date. */
const horizon = 28 * day

/** The hours, counted since 1970 in UTC, in which runs begin whose time is known. */
const hoursOf = (schedules: readonly Schedule[], from: Date): ReadonlySet<number> =>
  new Set(
    schedules
      .filter(({ every }) => every !== 'hourly')
      .flatMap((schedule) => runsBetween(schedule, from, new Date(from.getTime() + horizon)))
      .flatMap((run) => (run.kind === 'instant' ? [Math.floor(run.at.getTime() / hour)] : [])),
  )

/**
 * The policies whose backups begin in the same hours as those of some schedules, within four weeks from an instant. What
 * each VM says for itself is not counted, nor what the backup system chooses.
 */
export function sharingHours(
  schedules: readonly Schedule[],
  others: readonly OfferedPolicy[],
  from: Date,
): readonly OfferedPolicy[] {
  const own = hoursOf(schedules, from)
  return others.filter(({ configurations }) => {
    const theirs = configurations.flatMap((configuration) => scheduleOf(configuration, undefined) ?? [])
    return [...hoursOf(theirs, from)].some((one) => own.has(one))
  })
}
