/** Milliseconds. */
export const minute = 60_000
/** Milliseconds. */
export const hour = 60 * minute
/** Milliseconds of a day of UTC; a day of a zone with summer time may be an hour shorter or longer. */
export const day = 24 * hour

/** Days since 1970-01-01, for every year of the proleptic Gregorian calendar (`Date.UTC` takes 0 to 99 for 1900 to 1999). */
export function epochDay(year: number, month: number, dayOfMonth: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, dayOfMonth)
  return Math.round(date.getTime() / day)
}

/** Whether a year has 29 February, by the proleptic Gregorian calendar that ISO 8601 counts by. */
export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** 365, or 366 in a leap year. */
export const daysInYear = (year: number): number => (isLeapYear(year) ? 366 : 365)

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Days of a month; months count from 1. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (lengths[month - 1] ?? 0)

/** 0 is Monday, 6 is Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (days: number): number => (((days + 3) % 7) + 7) % 7

/** 52, or 53 in the long years of ISO 8601: those that start on a Thursday, and leap years that start on a Wednesday. */
export function weeksInYear(year: number): number {
  const first = weekdayOf(epochDay(year, 1, 1))
  return first === 3 || (first === 2 && isLeapYear(year)) ? 53 : 52
}

/** Days since 1970-01-01 of a day of a week of ISO 8601. Weekdays count from 1, Monday. Week 1 holds 4 January. */
export function weekDay(year: number, week: number, weekday: number): number {
  const fourth = epochDay(year, 1, 4)
  return fourth - weekdayOf(fourth) + (week - 1) * 7 + weekday - 1
}

/** The calendar day of a number of days since 1970-01-01. */
export function calendarDay(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date(days * day)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}
