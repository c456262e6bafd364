import type { ConfigurationValues } from '~/domain/assignment'
import { type DateText, monthDate, yearDate } from '~/domain/dates'
import type { OffsetTime } from '~/domain/iso-value'
import { nextRun, runsBetween, type Schedule } from '~/domain/schedule'

import { ApiError } from '../error'
import type { Period } from './ids'
import { mostHours, repeats, resetsIn } from './schedules'
import { localDate, seconds } from './times'
import type { SchedAction } from './wire'

const day = 86_400_000

/** Days count from Sunday on the platform. */
const fromWeekday = (at: Date, offset: number): number => localDate(at, offset).getUTCDay()

const missing = (): ApiError => new ApiError('invalid', 'A value of the schedule is missing')

function given(period: Period, { at, hours, time, days, dates }: ConfigurationValues): Schedule {
  switch (period) {
    case 'once':
      if (at === undefined) throw missing()
      return { every: 'defined-hour', at }
    case 'hourly':
      if (hours === undefined || !Number.isInteger(hours) || hours < 1 || hours > mostHours) throw missing()
      return { every: 'hourly', hours }
    case 'weekly':
      if (time === undefined || days === undefined || days.length === 0) throw missing()
      return { every: 'weekly-planned', days, time }
    case 'daily':
      if (time === undefined) throw missing()
      return { every: 'daily', time }
    case 'monthly':
    case 'yearly':
      if (time === undefined || dates === undefined || dates.length === 0) throw missing()
      return { every: period, time, dates }
  }
}

interface When {
  readonly TIME: number
  readonly REPEAT: number
  readonly DAYS: string
}

const nextHour = (now: Date): Date => new Date(Math.ceil((now.getTime() + 1) / 3_600_000) * 3_600_000)

/** The first run of a schedule after an instant. */
function first(schedule: Schedule, now: Date): Date {
  const run = nextRun(schedule, now)
  if (run?.kind !== 'instant') throw new ApiError('invalid', 'The schedule has no run to come')
  return run.at
}

/** How many days the server's calendar is ahead of the person's, or behind it, at the moment of a run. */
const daysApart = (run: Date, time: OffsetTime, offset: number): number =>
  Math.floor(localDate(run, offset).getTime() / day) - Math.floor(localDate(run, time.offset).getTime() / day)

/** Days that come in every month, or year, so that a day beside one is always the same one. */
const sure = { monthly: [1, 28], yearly: [0, 364] } as const

const otherDay = (): ApiError => {
  const message =
    "At this time the server's calendar has another day: give the time with the server's own offset from UTC"
  return new ApiError('invalid', message, { complaints: [{ code: 'OTHER-DAY', message }] })
}

/** Dates as the server counts them. Throws `invalid` where it has no days that would always be the same ones. */
function serverDates(every: 'monthly' | 'yearly', dates: readonly DateText[], apart: number): readonly number[] {
  const [least, most] = sure[every]
  const isSure = (one: number): boolean => one >= least && one <= most
  return dates.map((text) => {
    const date = every === 'monthly' ? monthDate(text) : yearDate(text)
    if (date === null) throw missing()
    if (apart !== 0 && !(isSure(date) && isSure(date + apart))) throw otherDay()
    return date + apart
  })
}

/**
 * A schedule as the platform has it: the first run, and days of the server's own calendar, which may be others than those
 * of the person who gave them.
 */
function whenOf(schedule: Schedule, now: Date, offset: number): When {
  switch (schedule.every) {
    case 'defined-hour':
      return { TIME: seconds(first(schedule, now)), REPEAT: repeats.once, DAYS: '' }
    case 'hourly':
      return { TIME: seconds(nextHour(now)), REPEAT: repeats.hourly, DAYS: String(schedule.hours) }
    case 'daily':
      return { TIME: seconds(first(schedule, now)), REPEAT: repeats.weekly, DAYS: '0,1,2,3,4,5,6' }
    case 'weekly-planned': {
      const runs = runsBetween(schedule, new Date(now.getTime() + 1), new Date(now.getTime() + 7 * day + 1))
      const days = runs.flatMap((run) => (run.kind === 'instant' ? [fromWeekday(run.at, offset)] : []))
      const DAYS = [...new Set(days)].toSorted((a, b) => a - b).join(',')
      return { TIME: seconds(first(schedule, now)), REPEAT: repeats.weekly, DAYS }
    }
    case 'monthly':
    case 'yearly': {
      const next = first(schedule, now)
      const apart = daysApart(next, schedule.time, offset)
      const DAYS = serverDates(schedule.every, schedule.dates ?? [], apart)
      return { TIME: seconds(next), REPEAT: repeats[schedule.every], DAYS: DAYS.join(',') }
    }
    case 'system':
      throw missing()
  }
}

/** What nobody enters here stays as it was: its end, and whether each run begins a chain anew. */
const endOf = ({ END_TYPE, END_VALUE }: SchedAction): string =>
  (END_TYPE === 1 || END_TYPE === 2) && END_VALUE !== null
    ? `END_TYPE="${END_TYPE}",END_VALUE="${END_VALUE}"`
    : 'END_TYPE="0"'

/**
 * The text of a scheduled action. Its parts are numbers and words, so that nothing needs quoting.
 * @param before What the platform has of it, where it is there already.
 */
function actionText(datastore: number, when: When, before: SchedAction | null = null): string {
  const end = before ? endOf(before) : 'END_TYPE="0"'
  const repeat = when.REPEAT === repeats.once ? '' : `,REPEAT="${when.REPEAT}",DAYS="${when.DAYS}",${end}`
  // Some versions refuse a datastore alone, for ever; all take both.
  const reset = before && resetsIn(before) ? 1 : 0
  return `SCHED_ACTION=[ACTION="backup",ARGS="${datastore},${reset}",TIME="${when.TIME}"${repeat}]`
}

/** Where a schedule stands: the clock of the server, and what the platform has of it. */
export interface Standing {
  readonly now: Date
  /** Minutes from UTC to the server's local time. */
  readonly offset: number
  readonly before?: SchedAction | null
}

/** What a VM's values come to. Throws `invalid` when one is missing or cannot be. */
export const actionFor = (
  datastore: number,
  period: Period,
  values: ConfigurationValues,
  { now, offset, before = null }: Standing,
): string => actionText(datastore, whenOf(given(period, values), now, offset), before)

/** A backup as soon as the server looks: anyone who may manage the VM may ask for it so. */
export const actionNow = (datastore: number, now: Date): string =>
  actionText(datastore, { TIME: seconds(now), REPEAT: repeats.once, DAYS: '' })
