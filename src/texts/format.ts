import { formatOffset } from '~/domain/iso'
import type { OffsetTime } from '~/domain/iso-value'
import { isTimeZone, offsetAt } from '~/domain/zone'

import { getLocale, type Locale, m } from './messages'
import { writeNumber } from './numerals'
import { type LongUnit, writeDistance, writeSpan } from './spans'

/** What stands where a value is not known or makes no sense. */
const dash = '–'

/** English is written with the day before the month, as most readers of it expect beside ISO dates. */
const regional: Readonly<Record<string, string>> = { en: 'en-GB' }

const region = (locale: Locale): string => regional[locale] ?? locale

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Formatters are kept: making one costs far more than using it. */
function dates(options: Intl.DateTimeFormatOptions, locale = getLocale()): Intl.DateTimeFormat {
  const whole = { calendar: 'gregory', hourCycle: 'h23', timeZone: 'UTC', ...options } as const
  const key = JSON.stringify([locale, whole])
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(region(locale), whole)
  formatters.set(key, formatter)
  return formatter
}

/**
 * - `time`: `02:30 UTC+01:00` - `date`: `29 Mar 2026` - `day`: `Sun, 29 Mar 2026` - `weekday`: `Sun` - `month-day`: `29 Mar`
 * - `short`: `29 Mar 2026, 02:30 UTC+01:00` - `second`: `29 Mar 2026, 02:30:00 UTC+01:00`
 * - `long`: `29 Mar 2026, 02:30 (UTC+01:00, Europe/Madrid)` - `full`: `Sun, 29 Mar 2026, 02:30:00 (UTC+01:00, Europe/Madrid)`
 */
export type InstantStyle = 'time' | 'date' | 'day' | 'weekday' | 'month-day' | 'short' | 'second' | 'long' | 'full'

const short = { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const
const second = { ...short, second: '2-digit' } as const

const styles: Readonly<Record<InstantStyle, Intl.DateTimeFormatOptions>> = {
  time: { hour: '2-digit', minute: '2-digit' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'short' },
  'month-day': { day: 'numeric', month: 'short' },
  short,
  second,
  long: short,
  full: { weekday: 'short', ...second },
}

/** A day is no instant: it is named without its zone. */
const withoutZone: ReadonlySet<InstantStyle> = new Set(['date', 'day', 'weekday', 'month-day'])

/** `UTC+01:00`; `UTC` for none. Takes minutes east of UTC. */
const formatUtcOffset = (minutes: number): string => (minutes === 0 ? 'UTC' : `UTC${formatOffset(minutes)}`)

/** A fixed offset, minutes east of UTC, or the name of a zone (IANA). */
export type Clock = string | { readonly offset: number }

/** The zone of a clock, by name when it has one that says more than its offset. */
function zoneWords(offset: number, name: string | null, style: InstantStyle): string {
  const utc = formatUtcOffset(offset)
  if (style !== 'long' && style !== 'full') return utc
  return name === null || name === utc ? `(${utc})` : `(${utc}, ${name})`
}

/** An instant moved so that its UTC fields read as the clock does; `null` when there is no such date. */
function localTime(
  at: Date | null,
  clock: Clock,
): { readonly at: Date; readonly offset: number; readonly name: string | null } | null {
  if (at === null || Number.isNaN(at.getTime())) return null
  const name = typeof clock === 'string' && isTimeZone(clock) ? clock : null
  const fixed = typeof clock === 'string' ? 0 : clock.offset
  const offset = name === null ? fixed : offsetAt(name, at)
  const local = new Date(at.getTime() + offset * 60_000)
  return Number.isNaN(local.getTime()) ? null : { at: local, offset, name }
}

/**
 * An instant on a clock, in the reader's language, with 24 hours and always with its zone (but for days). A zone that
 * this browser does not know falls back to UTC, and says so. Not a date: a dash.
 */
export function formatInstant(
  at: Date | null,
  clock: Clock,
  style: InstantStyle = 'short',
  locale: Locale = getLocale(),
): string {
  const local = localTime(at, clock)
  if (local === null) return dash
  const words = dates(styles[style], locale).format(local.at)
  return withoutZone.has(style) ? words : `${words} ${zoneWords(local.offset, local.name, style)}`
}

/** `02:30 UTC+01:00`, with seconds when there are some. */
export function formatTimeOfDay(time: OffsetTime, locale: Locale = getLocale()): string {
  const seconds: Intl.DateTimeFormatOptions = time.second === 0 ? {} : { second: '2-digit' }
  const at = new Date(Date.UTC(2000, 0, 1, time.hour, time.minute, time.second))
  if (Number.isNaN(at.getTime()) || !Number.isFinite(time.offset)) return dash
  return `${dates({ ...styles.time, ...seconds }, locale).format(at)} ${formatUtcOffset(time.offset)}`
}

/** The reader's zone as the browser told it, and until when that holds, by `performance.now`. */
let ownZone = { name: 'UTC', until: 0 }

/**
 * The reader's own zone by name, `UTC` where the browser tells none. Who travels has the new one within a second: a table
 * asks for each of its times, and the browser takes a third of a millisecond to answer.
 */
export function readerZone(): string {
  const now = performance.now()
  if (now >= ownZone.until) {
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
    ownZone = { name: zone && isTimeZone(zone) ? zone : 'UTC', until: now + 1_000 }
  }
  return ownZone.name
}

/** A number with its groups; a dash for what is no number. */
export const formatNumber = (value: number): string =>
  Number.isFinite(value) ? writeNumber(value, getLocale(), 2) : dash

const sizeUnits = ['MiB', 'GiB', 'TiB', 'PiB', 'EiB'] as const

/** A size in binary units with three digits that count: `512 MiB`, `1.5 GiB`, `20 GiB`. Takes MiB, which platforms call MB. */
export function formatSize(mb: number | null): string {
  if (mb === null || !Number.isFinite(mb) || mb < 0) return dash
  let value = mb
  let unit = 0
  // 999.5 would be rounded to 1000 of the smaller unit, which reads worse than 0.98 of the larger.
  while (value >= 999.5 && unit < sizeUnits.length - 1) {
    value /= 1_024
    unit += 1
  }
  const digits = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2
  return `${writeNumber(value, getLocale(), digits)} ${sizeUnits[unit] ?? ''}`
}

const spans = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

/** A span of time in its two largest units: `45 sec`, `2 hr 5 min`, `3 days 4 hr`. A dash for what is none. */
export function formatDuration(ms: number | null): string {
  if (ms === null || !Number.isFinite(ms) || ms < 0) return dash
  const seconds = Math.round(ms / 1_000)
  const largest = spans.findIndex(([, size]) => seconds >= size)
  const first = largest === -1 ? spans.length - 1 : largest
  let rest = seconds
  const words = spans.slice(first, first + 2).map(([unit, size]) => {
    const count = Math.floor(rest / size)
    rest -= count * size
    return { count, words: writeSpan(count, unit, getLocale()) }
  })
  return words
    .filter(({ count }, place) => count > 0 || place === 0)
    .map((part) => part.words)
    .join(' ')
}

/** How long ago, from milliseconds: `just now`, `5 minutes ago`, `3 days ago`; `in 2 hours` for what is still to come. */
export function formatAge(ms: number | null): string {
  if (ms === null || !Number.isFinite(ms)) return dash
  const seconds = Math.abs(ms) / 1_000
  if (seconds < 45) return m.schedule_just_now()
  const sign = ms > 0 ? -1 : 1
  const told = (size: number, unit: LongUnit): string =>
    writeDistance(sign * Math.max(1, Math.round(seconds / size)), unit, getLocale())
  if (seconds < 45 * 60) return told(60, 'minute')
  if (seconds < 22 * 3_600) return told(3_600, 'hour')
  if (seconds < 60 * 86_400) return told(86_400, 'day')
  if (seconds < 700 * 86_400) return told(30.44 * 86_400, 'month')
  return told(365.25 * 86_400, 'year')
}

/** Several words as one list in the reader's language: `Monday, Tuesday and Friday`. */
export const formatList = (words: readonly string[], locale: Locale = getLocale()): string =>
  new Intl.ListFormat(region(locale), { style: 'long', type: 'conjunction' }).format(words)
