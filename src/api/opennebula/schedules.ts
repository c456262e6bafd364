import type { ConfigurationValues } from '~/domain/assignment'
import { type DateText, monthDateText, yearDateText } from '~/domain/dates'
import { formatIsoDateTime } from '~/domain/iso'
import { type BackupConfiguration, type Field, type Timing, type Weekday, weekdays } from '~/domain/policy'
import { nextRuns, type Schedule } from '~/domain/schedule'

import type { Period } from './ids'
import { localDate, seconds, timeOfDay } from './times'
import type { SchedAction } from './wire'

/** `REPEAT` of a scheduled action. */
export const repeats = { once: -1, weekly: 0, monthly: 1, yearly: 2, hourly: 3 } as const

/** The platform counts the hours between runs up to a week. */
export const mostHours = 167

/** Numbers of a comma list; null when one is none. */
function numbers(text: string): readonly number[] | null {
  const parts = text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  return parts.every((one) => /^\d{1,3}$/u.test(one)) ? parts.map(Number) : null
}

/** Its days count from Sunday, ours from Monday. */
const toWeekday = (number: number): Weekday | undefined => weekdays[(number + 6) % 7]

const isoOf = (at: Date, offset: number): string => {
  const local = localDate(at, offset)
  return formatIsoDateTime({
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    ...timeOfDay(at, offset),
    millisecond: 0,
  })
}

const datesOf = (days: readonly number[], write: (day: number) => DateText): readonly DateText[] =>
  [...new Set(days)].toSorted((a, b) => a - b).map(write)

const hour = 3_600_000
const day = 24 * hour

function endOfDay(at: Date, offset: number): Date {
  const local = localDate(at, offset).getTime()
  return new Date(at.getTime() + day - 1_000 - (((local % day) + day) % day))
}

/**
 * After what nothing runs, where a schedule has an end: its date, or the day of the last of so many runs, which stays the
 * same where another time of the day is given.
 */
function untilOf({ TIME, END_TYPE, END_VALUE }: SchedAction, schedule: Schedule, offset: number): Date | null {
  if (END_VALUE === null || TIME === null) return null
  if (END_TYPE === 2) return new Date(END_VALUE * 1_000)
  if (END_TYPE !== 1 || END_VALUE < 1) return null
  if (schedule.every === 'hourly') return new Date(TIME.getTime() + (END_VALUE - 1) * schedule.hours * hour)
  const last = nextRuns(schedule, new Date(TIME.getTime() - 1), END_VALUE).at(-1)
  return last?.kind === 'instant' ? endOfDay(last.at, offset) : null
}

interface Read {
  readonly period: Period
  readonly schedule: Schedule
}

/** When an action runs, with all values known; null when it is none that we can say. */
export function scheduleOf(action: SchedAction, offset: number): Read | null {
  const found = planOf(action, offset)
  const until = found && found.period !== 'once' ? untilOf(action, found.schedule, offset) : null
  return found && until ? { ...found, schedule: { ...found.schedule, until } } : found
}

function planOf(action: SchedAction, offset: number): Read | null {
  const { TIME, REPEAT, DAYS } = action
  const days = numbers(DAYS)
  if (TIME === null || days === null) return null
  const time = timeOfDay(TIME, offset)
  switch (REPEAT ?? repeats.once) {
    case repeats.once:
      return { period: 'once', schedule: { every: 'defined-hour', at: isoOf(TIME, offset) } }
    case repeats.weekly: {
      const found = new Set(days.map(toWeekday))
      const named = weekdays.filter((one) => found.has(one))
      if (named.length === 0 || days.some((one) => one > 6)) return null
      return named.length === 7
        ? { period: 'daily', schedule: { every: 'daily', time } }
        : { period: 'weekly', schedule: { every: 'weekly-planned', days: named, time } }
    }
    case repeats.monthly: {
      if (days.length === 0 || !days.every((one) => one >= 1 && one <= 31)) return null
      return { period: 'monthly', schedule: { every: 'monthly', time, dates: datesOf(days, monthDateText) } }
    }
    case repeats.yearly: {
      // The last one is there in leap years only.
      if (days.length === 0 || !days.every((one) => one <= 364)) return null
      return { period: 'yearly', schedule: { every: 'yearly', time, dates: datesOf(days, yearDateText) } }
    }
    case repeats.hourly:
      return days.length === 1 ? { period: 'hourly', schedule: { every: 'hourly', hours: days[0] ?? 0 } } : null
    default:
      return null
  }
}

/** Whether an action makes a backup; others power, snapshot and so on. */
export const isBackupAction = ({ ACTION }: SchedAction): boolean => ACTION.toLowerCase() === 'backup'

/** Nothing more will come of it: it ran once, or its end was reached. Done ones stay on the VM for ever. */
export function isOver({ REPEAT, DONE, END_TYPE, END_VALUE, TIME }: SchedAction): boolean {
  if ((REPEAT ?? -1) < 0) return DONE !== null
  if (END_TYPE === 1) return (END_VALUE ?? 0) <= 0
  return END_TYPE === 2 && TIME !== null && seconds(TIME) > (END_VALUE ?? Infinity)
}

/** `101` or `101,1`. Without a datastore an action fails for ever, and holds back the VM's later ones. */
const argsForm = /^(\d{1,9})(?:\s*,\s*([01]))?$/u
/** The datastore that a scheduled backup goes to; null where it names none that can be read. */
export const datastoreOf = ({ ARGS }: SchedAction): number | null => {
  const [, id] = argsForm.exec(ARGS.trim()) ?? []
  return id === undefined ? null : Number(id)
}

/** Whether each of its runs begins a chain of increments anew. */
export const resetsIn = ({ ARGS }: SchedAction): boolean => argsForm.exec(ARGS.trim())?.[2] === '1'

const all = { kind: 'all' } as const

/** One line for a policy that leaves its timing to the VM. */
export const lineKey = 'backup'

/** A schedule as the values that a VM gives to the one configuration of its policy. */
export function valuesOf(schedule: Schedule): ConfigurationValues {
  const base = { key: lineKey, content: all, ...(schedule.until && { until: schedule.until }) }
  switch (schedule.every) {
    case 'defined-hour':
      return { ...base, at: schedule.at }
    case 'hourly':
      return { ...base, hours: schedule.hours }
    case 'weekly-planned':
      return { ...base, days: schedule.days, time: schedule.time }
    case 'daily':
      return { ...base, time: schedule.time }
    case 'monthly':
    case 'yearly':
      return { ...base, ...(schedule.dates && { dates: schedule.dates }), time: schedule.time }
    case 'system':
      return base
  }
}

const vm = { by: 'vm' } as const

const openTimings: Readonly<Record<Period, Timing>> = {
  once: { every: 'defined-hour', at: vm },
  hourly: { every: 'hourly', hours: vm, most: mostHours },
  daily: { every: 'daily', time: vm },
  weekly: { every: 'weekly-planned', days: vm, time: vm },
  monthly: { every: 'monthly', dates: vm, time: vm },
  yearly: { every: 'yearly', dates: vm, time: vm },
}

const line = (key: string, typeText: string, timing: Timing): BackupConfiguration => ({
  key,
  type: 'complete',
  typeText,
  timing,
  content: 'every-disk',
})

/** The line of a policy whose timing the VM gives. */
export const openLine = (period: Period): BackupConfiguration => line(lineKey, '', openTimings[period])

const fixed = <T>(value: T): Field<T> => ({ by: 'policy', value })

function fixedTiming(schedule: Schedule): Timing {
  switch (schedule.every) {
    case 'defined-hour':
      return { every: 'defined-hour', at: fixed(schedule.at) }
    case 'hourly':
      return { every: 'hourly', hours: fixed(schedule.hours) }
    case 'daily':
      return { every: 'daily', time: fixed(schedule.time) }
    case 'weekly-planned':
      return { every: 'weekly-planned', days: fixed(schedule.days), time: fixed(schedule.time) }
    case 'monthly':
      return {
        every: 'monthly',
        ...(schedule.dates && { dates: fixed(schedule.dates) }),
        time: fixed(schedule.time),
      }
    case 'yearly':
      return { every: 'yearly', dates: fixed(schedule.dates), time: fixed(schedule.time) }
    case 'system':
      return { every: 'unknown', text: '' }
  }
}

/** A line whose timing a backup job has fixed. */
export function fixedLine(action: SchedAction, mode: string, offset: number): BackupConfiguration {
  const found = scheduleOf(action, offset)
  const timing: Timing = found
    ? fixedTiming(found.schedule)
    : { every: 'unknown', text: `REPEAT ${action.REPEAT ?? -1} DAYS ${action.DAYS}` }
  const { until } = found?.schedule ?? {}
  return { ...line(String(action.ID), mode, timing), ...(until && { until }) }
}
