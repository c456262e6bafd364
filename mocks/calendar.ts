import { assumed } from '~/api/abiquo/assumed'

import { between as choose } from './random'
import { type Configuration, type Weekday, weekdays } from './records'

/**
 * When the backup system runs a configuration, in full: it knows the start of an hourly one and the day of a monthly
 * one, which the wire does not carry. Offsets are fixed, so all but months are plain intervals of epoch milliseconds.
 */
export type Plan =
  | { readonly every: 'once'; readonly at: number }
  | { readonly every: 'interval'; readonly length: number; readonly phase: number }
  | { readonly every: 'month'; readonly day: number; readonly time: number }

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
export const day = 24 * hour
const week = 7 * day
/** Monday, 5 January 1970. */
const firstMonday = 4 * day

const timeOfDay = /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d) ([+-])([01]\d)([0-5]\d)$/
const dateAndTime = /^(\d{4})\/(\d{2})\/(\d{2}) (.*)$/

/** Milliseconds after the UTC midnight of the day that is meant; below 0 or above a day where the offset moves it. `null`: not `HH:mm:ss Z`. */
export function readTime(text: string): number | null {
  const found = timeOfDay.exec(text)
  if (!found) return null
  const [, h, m, s, sign, oh, om] = found
  const offset = (Number(oh) * hour + Number(om) * minute) * (sign === '-' ? -1 : 1)
  return Number(h) * hour + Number(m) * minute + Number(s) * second - offset
}

/** Epoch milliseconds of `yyyy/MM/dd HH:mm:ss Z`; `null` when it is not that, or no day of the calendar. */
export function readDateTime(text: string): number | null {
  const found = dateAndTime.exec(text)
  const time = found?.[4] === undefined ? null : readTime(found[4])
  if (!found || time === null) return null
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const midnight = Date.UTC(year, month - 1, date)
  const real = new Date(midnight)
  return real.getUTCMonth() === month - 1 && real.getUTCDate() === date ? midnight + time : null
}

/** Whole hours between runs, 1 to 24; `null` when it is none. */
export function readHours(text: string): number | null {
  const hours = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN
  return hours >= 0 && hours <= 24 ? hours : null
}

const isWeekday = (text: string): text is Weekday => weekdays.some((name) => name === text)

const valueOr = (mine: string | null | undefined, theirs: string | null): string | null => {
  const fixed = theirs !== null && theirs !== '' && theirs !== assumed.mode.vm
  return fixed ? theirs : (mine ?? null)
}

/** The plans of one configuration on one VM; none when a value is missing, or when it never runs by itself. */
export function plansOf(rule: Configuration, values: Configuration | undefined, key: number): readonly Plan[] {
  const text = valueOr(values?.time, rule.time)
  if (text === null) return []
  const system = text === assumed.mode.system
  switch (rule.subtype) {
    case 'DEFINED_HOUR': {
      const at = readDateTime(text)
      return at === null ? [] : [{ every: 'once', at }]
    }
    case 'HOURLY': {
      const hours = system ? 4 : readHours(text)
      if (!hours) return []
      return [{ every: 'interval', length: hours * hour, phase: choose(0, 59, 'phase', key) * minute }]
    }
    case 'DAILY':
    case 'WEEKLY_PLANNED':
    case 'MONTHLY': {
      const time = system ? choose(0, 24, 'time', key) * 15 * minute : readTime(text)
      return time === null ? [] : repeated(rule, values, time, key)
    }
  }
}

function repeated(rule: Configuration, values: Configuration | undefined, time: number, key: number): readonly Plan[] {
  if (rule.subtype === 'DAILY') return [{ every: 'interval', length: day, phase: time }]
  if (rule.subtype === 'MONTHLY') return [{ every: 'month', day: choose(1, 28, 'day', key), time }]
  const names = valueOr(values?.days?.join(','), rule.days?.join(',') ?? null)
  if (names === null) return []
  const chosen = names === assumed.mode.system ? [weekdays[choose(0, 6, 'day', key)] ?? 'SUNDAY'] : names.split(',')
  return chosen
    .filter(isWeekday)
    .map((name) => ({ every: 'interval', length: week, phase: firstMonday + weekdays.indexOf(name) * day + time }))
}

const monthly = (plan: { readonly day: number; readonly time: number }, year: number, month: number): number =>
  Date.UTC(year, month, plan.day) + plan.time

/** The last run at or before an instant; `null` when there was none. */
export function lastRun(plan: Plan, at: number): number | null {
  if (plan.every === 'once') return plan.at <= at ? plan.at : null
  if (plan.every === 'interval') return plan.phase + Math.floor((at - plan.phase) / plan.length) * plan.length
  const date = new Date(at)
  for (let back = -1; back < 3; back++) {
    const run = monthly(plan, date.getUTCFullYear(), date.getUTCMonth() - back)
    if (run <= at) return run
  }
  return null
}

/** Every run from `from` to `to`, both included, earliest first. */
export function runsBetween(plan: Plan, from: number, to: number): readonly number[] {
  const runs: number[] = []
  let run = lastRun(plan, to)
  while (run !== null && run >= from) {
    runs.push(run)
    run = lastRun(plan, run - 1)
  }
  return runs.toReversed()
}
