import { calendarDay, daysInMonth, epochDay } from './calendar'
import { twoDigits } from './iso'

/**
 * Days of a month are written `01` to `31`, days of a year `01-01` to `12-31`, as in a year without 29 February: the
 * platforms that have them count from 1 January, so that in leap years each day from March on comes one day earlier.
 */
export type DateText = string

const commonYear = 2001

/** A day of a month as a number; null when there is none. */
export function monthDate(text: DateText): number | null {
  const date = /^\d\d$/u.test(text) ? Number(text) : 0
  return date >= 1 && date <= 31 ? date : null
}

/** Days from 1 January, which is 0, to a day of a year; null when there is none. */
export function yearDate(text: DateText): number | null {
  const [, month = 0, date = 0] = (/^(\d\d)-(\d\d)$/u.exec(text) ?? []).map(Number)
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(commonYear, month)) return null
  return epochDay(commonYear, month, date) - epochDay(commonYear, 1, 1)
}

/** 3 is `03`. */
export const monthDateText = (date: number): DateText => twoDigits(date)

/** 0 is `01-01`; at most 364. */
export function yearDateText(days: number): DateText {
  const { month, day } = calendarDay(epochDay(commonYear, 1, 1) + days)
  return `${twoDigits(month)}-${twoDigits(day)}`
}

/** Dates as a person types them, with anything between them; each once and in order. What is none stays as it was typed. */
export function readDates(typed: string): readonly DateText[] {
  const found = typed.split(/[\s,;]+/u).filter((one) => one !== '')
  const written = found.map((one) => one.replaceAll(/\d+/gu, (digits) => digits.padStart(2, '0')))
  return [...new Set(written)].toSorted()
}

/** As they are shown where they are typed. */
export const writeDates = (dates: readonly DateText[]): string => dates.join(', ')
