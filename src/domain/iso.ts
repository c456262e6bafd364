import { readDate, readDateTime, readTime } from './iso-reader'
import type { IsoDate, IsoTime, OffsetDateTime, OffsetTime, Parsed } from './iso-value'

/**
 * Reads a date and time: what ISO 8601 and RFC 3339 agree on (`2026-03-29T02:30:00+01:00`, `Z`, small `t` and `z`), and
 * of ISO 8601 also the basic format (`20260329T023000+0100`), minutes without seconds, fractions of a second after a dot
 * or a comma, week dates (`2026-W13-7`) and ordinal dates (`2026-088`). Basic and extended format never mix. Without an
 * offset the value is given, and its `instant` is null. Refuses 24:00 and -00:00, on which the two differ.
 * A leap second (the last of a month in UTC) is understood as the second after it. Never throws; takes time in
 * proportion to the length of the text.
 */
export const parseIsoDateTime = (text: string): Parsed<OffsetDateTime> => readDateTime(text)

/** Reads a whole date, calendar, week or ordinal, in basic or extended format. Never throws. */
export const parseIsoDate = (text: string): Parsed<IsoDate> => readDate(text)

/** Reads a time of day, with or without `T` before it, seconds, a fraction of a second and an offset. Never throws. */
export const parseIsoTime = (text: string): Parsed<IsoTime> => readTime(text)

const padded = (value: number, digits: number): string => String(value).padStart(digits, '0')

/** 3 is `03`. */
export const twoDigits = (value: number): string => padded(value, 2)

/** `+01:00`; zero is `+00:00`. Takes minutes east of UTC. */
export function formatOffset(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`
}

/** `02:30:00+01:00` */
export const formatOffsetTime = (time: OffsetTime): string =>
  `${twoDigits(time.hour)}:${twoDigits(time.minute)}:${twoDigits(time.second)}${formatOffset(time.offset)}`

/** `2026-03-29` */
export const formatIsoDate = (date: IsoDate): string =>
  `${padded(date.year, 4)}-${twoDigits(date.month)}-${twoDigits(date.day)}`

/**
 * `2026-03-29T02:30:00+01:00`, with milliseconds only where there are any, and without an offset where there is none.
 * Reading it again gives the same value.
 */
export function formatIsoDateTime(value: Omit<OffsetDateTime, 'instant'>): string {
  const time = `${twoDigits(value.hour)}:${twoDigits(value.minute)}:${twoDigits(value.second)}`
  const fraction = value.millisecond === 0 ? '' : `.${padded(value.millisecond, 3)}`
  return `${formatIsoDate(value)}T${time}${fraction}${value.offset === null ? '' : formatOffset(value.offset)}`
}
