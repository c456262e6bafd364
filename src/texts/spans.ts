import type { Locale } from './compiled/runtime.js'
import { writeNumber } from './numerals'

/** Units of time, as short signs are written of them. */
export type ShortUnit = 'second' | 'minute' | 'hour' | 'day'

/** Units of time, as distances are told in them. */
export type LongUnit = 'minute' | 'hour' | 'day' | 'month' | 'year'

/** One, and more. */
type Forms = readonly [string, string]

interface SpanWords {
  readonly short: Readonly<Record<ShortUnit, Forms>>
  readonly long: Readonly<Record<LongUnit, Forms>>
  readonly past: (span: string) => string
  readonly future: (span: string) => string
}

const words: Readonly<Record<Locale, SpanWords>> = {
  en: {
    short: { second: ['sec', 'sec'], minute: ['min', 'min'], hour: ['hr', 'hr'], day: ['day', 'days'] },
    long: {
      minute: ['minute', 'minutes'],
      hour: ['hour', 'hours'],
      day: ['day', 'days'],
      month: ['month', 'months'],
      year: ['year', 'years'],
    },
    past: (span) => `${span} ago`,
    future: (span) => `in ${span}`,
  },
  es: {
    short: { second: ['s', 's'], minute: ['min', 'min'], hour: ['h', 'h'], day: ['d', 'd'] },
    long: {
      minute: ['minuto', 'minutos'],
      hour: ['hora', 'horas'],
      day: ['día', 'días'],
      month: ['mes', 'meses'],
      year: ['año', 'años'],
    },
    past: (span) => `hace ${span}`,
    future: (span) => `dentro de ${span}`,
  },
}

const spanOf = (count: number, [one, more]: Forms, locale: Locale): string =>
  `${writeNumber(count, locale)} ${count === 1 ? one : more}`

/**
 * A whole number of units, not negative, in a short form, as `Intl.NumberFormat` writes it. Like `writeNumber`, for the
 * browser's tables are asked for by each card of a list, and their first use is felt.
 */
export const writeSpan = (count: number, unit: ShortUnit, locale: Locale): string =>
  spanOf(count, words[locale].short[unit], locale)

/** How far off something is, in whole units, as `Intl.RelativeTimeFormat` writes it. Negative: it is over. */
export function writeDistance(count: number, unit: LongUnit, locale: Locale): string {
  const { long, past, future } = words[locale]
  const span = spanOf(Math.abs(count), long[unit], locale)
  return count < 0 ? past(span) : future(span)
}
