import { calendarDay, day, daysInMonth, epochDay, hour, minute, weekdayOf } from './calendar'
import { type DateText, monthDate, yearDate } from './dates'
import { parseIsoDateTime } from './iso'
import type { OffsetTime } from './iso-value'
import { type Weekday, weekdays } from './policy'
import { isWhole } from './whole-number'

/** When backups run, with every value known. Offsets are fixed: no schedule follows summer time. */
export type Schedule = Plan & {
  /** Nothing runs after this. */
  readonly until?: Date
}

type Plan =
  /** Once. ISO 8601 with an offset. */
  | { readonly every: 'defined-hour'; readonly at: string }
  /** Every so many hours, a minute at least and a year at most, from a start that only the backup system knows. */
  | { readonly every: 'hourly'; readonly hours: number }
  | { readonly every: 'daily'; readonly time: OffsetTime }
  | { readonly every: 'weekly-planned'; readonly days: readonly Weekday[]; readonly time: OffsetTime }
  /** On days of each month that has them; without any the backup system chooses one. */
  | { readonly every: 'monthly'; readonly time: OffsetTime; readonly dates?: readonly DateText[] }
  /** On days of each year, counted from 1 January. */
  | { readonly every: 'yearly'; readonly time: OffsetTime; readonly dates: readonly DateText[] }
  /** The backup system decides. */
  | { readonly every: 'system' }

/** The backup system chooses the moment, or the day. */
export const isDelegated = (schedule: Schedule): boolean =>
  schedule.every === 'system' || (schedule.every === 'monthly' && schedule.dates === undefined)

/** A run at an instant, or exactly one run somewhere in a window, both ends included, whose instant nobody here knows. */
export type Run =
  | { readonly kind: 'instant'; readonly at: Date }
  | { readonly kind: 'window'; readonly from: Date; readonly to: Date }

/** `runsBetween` gives no more runs than this, the earliest ones: 270 years of daily runs, 11 of hourly ones. */
export const mostRuns = 100_000

/** Whether the numbers are a time of day with an offset, as ISO 8601 has them; a leap second is none. */
export const isOffsetTime = (time: OffsetTime): boolean =>
  isWhole(time.hour, 0, 23) &&
  isWhole(time.minute, 0, 59) &&
  isWhole(time.second, 0, 59) &&
  isWhole(time.offset, -1_439, 1_439)

/** Milliseconds from midnight UTC of a day to this time of the same calendar day; less than 0 or over a day far from UTC. */
const sinceMidnight = (time: OffsetTime): number =>
  time.hour * hour + time.minute * minute + time.second * 1_000 - time.offset * minute

/** The last instant of a `Date`, in epoch milliseconds; nothing is looked for beyond it. */
const endOfTime = 8.64e15

/**
 * Days from one run to the next at most: a 31st is never further away, nor a day of a year. Where none comes for so long,
 * none ever will.
 */
const longestGap = { month: 62, year: 366 } as const

/** Runs on the days (counted since 1970-01-01) that are asked for, from an instant on. */
function* daysAt(
  time: OffsetTime,
  from: number,
  runsOn: (days: number) => boolean,
  gap: number = longestGap.month,
): Generator<Run> {
  if (!isOffsetTime(time)) return
  const shift = sinceMidnight(time)
  const first = Math.ceil((from - shift) / day)
  let last = first
  for (let days = first; days - last <= gap && days * day + shift <= endOfTime; days += 1)
    if (runsOn(days)) {
      last = days
      yield { kind: 'instant', at: new Date(days * day + shift) }
    }
}

function monthly(time: OffsetTime, from: number, dates: readonly DateText[]): Iterable<Run> {
  const chosen = new Set(dates.map(monthDate))
  return daysAt(time, from, (days) => chosen.has(calendarDay(days).day))
}

function yearly(time: OffsetTime, from: number, dates: readonly DateText[]): Iterable<Run> {
  const chosen = new Set(dates.map(yearDate))
  const runsOn = (days: number): boolean => chosen.has(days - epochDay(calendarDay(days).year, 1, 1))
  return daysAt(time, from, runsOn, longestGap.year)
}

function* months(time: OffsetTime, from: number): Generator<Run> {
  if (!isOffsetTime(time)) return
  const shift = sinceMidnight(time)
  const start = calendarDay(Math.floor((from - shift) / day))
  for (let index = start.year * 12 + start.month - 1; ; index += 1) {
    const year = Math.floor(index / 12)
    const month = index - year * 12 + 1
    const first = epochDay(year, month, 1) * day + shift
    const last = epochDay(year, month, daysInMonth(year, month)) * day + shift
    if (!(last <= endOfTime)) return
    if (first >= from) yield { kind: 'window', from: new Date(first), to: new Date(last) }
  }
}

function* hourWindows(hours: number, from: number): Generator<Run> {
  if (!(hours >= 1 / 60 && hours <= 366 * 24)) return
  for (let start = from; start + hours * hour <= endOfTime; start += hours * hour)
    yield { kind: 'window', from: new Date(start), to: new Date(start + hours * hour) }
}

function* once(at: string, from: number): Generator<Run> {
  const parsed = parseIsoDateTime(at)
  const instant = parsed.ok ? parsed.value.instant : null
  if (instant && instant.getTime() >= from) yield { kind: 'instant', at: instant }
}

/** 0 for Monday; names that are none are left out. */
const placesOf = (days: readonly Weekday[]): ReadonlySet<number> =>
  new Set(days.map((name) => weekdays.indexOf(name)).filter((place) => place >= 0))

function* upTo(runs: Iterable<Run>, until: Date): Generator<Run> {
  for (const run of runs) {
    if (beginOf(run) > until.getTime()) return
    yield run
  }
}

/** Runs in their order from an instant (epoch milliseconds) on. */
const runsFrom = (schedule: Schedule, from: number): Iterable<Run> =>
  schedule.until ? upTo(plannedFrom(schedule, from), schedule.until) : plannedFrom(schedule, from)

function plannedFrom(schedule: Plan, from: number): Iterable<Run> {
  switch (schedule.every) {
    case 'defined-hour':
      return once(schedule.at, from)
    case 'hourly':
      return hourWindows(schedule.hours, from)
    case 'daily':
      return daysAt(schedule.time, from, () => true)
    case 'weekly-planned': {
      const chosen = placesOf(schedule.days)
      return daysAt(schedule.time, from, (days) => chosen.has(weekdayOf(days)))
    }
    case 'monthly':
      return schedule.dates ? monthly(schedule.time, from, schedule.dates) : months(schedule.time, from)
    case 'yearly':
      return yearly(schedule.time, from, schedule.dates)
    case 'system':
      return []
  }
}

/** Where a run begins, at the earliest; epoch milliseconds. */
export const beginOf = (run: Run): number => (run.kind === 'instant' ? run.at : run.from).getTime()

/** The latest instant at which it may begin, in epoch milliseconds. */
export const latestOf = (run: Run): number => (run.kind === 'instant' ? run.at : run.to).getTime()

/**
 * The runs of a schedule from `from` (included) to `to` (left out), in their order; at most `mostRuns`, the earliest.
 * Instants are exact. A monthly schedule without a day gives one window for each calendar month in its offset, from the
 * first to the last day at its time, listed where it begins: so adjacent ranges together list what the whole lists. An
 * hourly one gives windows of its hours laid end to end from `from`, whole ones only, since the start is not known. A
 * schedule of the backup system, or one with values that cannot be (0 hours, no days, an unreadable date), gives none.
 */
export function runsBetween(schedule: Schedule, from: Date, to: Date): Run[] {
  const runs: Run[] = []
  const start = from.getTime()
  const end = to.getTime()
  if (!(start < end)) return runs
  for (const run of runsFrom(schedule, start)) {
    const over = schedule.every === 'hourly' && run.kind === 'window' ? run.to.getTime() - 1 : beginOf(run)
    if (!(over < end) || runs.length >= mostRuns) return runs
    runs.push(run)
  }
  return runs
}

/**
 * The first runs that begin after an instant, strictly; for an hourly schedule windows laid end to end from that instant.
 * Fewer than `count` when the schedule ends. As for `runsBetween`, values that cannot be give none.
 */
export function nextRuns(schedule: Schedule, after: Date, count: number): Run[] {
  const runs: Run[] = []
  const start = after.getTime() + (schedule.every === 'hourly' ? 0 : 1)
  if (Number.isNaN(start)) return runs
  for (const run of runsFrom(schedule, start)) {
    if (runs.length >= Math.min(count, mostRuns)) return runs
    runs.push(run)
  }
  return runs
}

/** The first run that begins after an instant, strictly; `null` when there is none, or nobody here can know. */
export const nextRun = (schedule: Schedule, after: Date): Run | null => nextRuns(schedule, after, 1)[0] ?? null
