import { formatIsoDateTime, formatOffset, parseIsoDateTime, twoDigits } from '~/domain/iso'
import type { OffsetTime } from '~/domain/iso-value'

/**
 * Times on Abiquo's wire. Backup times carry a fixed offset: `HH:mm:ss Z` and `yyyy/MM/dd HH:mm:ss Z`, with an offset
 * such as `+0100`; events and results say `yyyy-MM-dd'T'HH:mm:ss.SSSZ`; tasks count seconds, streams milliseconds.
 */
const offset = '(Z|[+-]\\d{2}:?\\d{2})'
const timeOfDay = new RegExp(`^(\\d{2}:\\d{2}(?::\\d{2})?)\\s*${offset}$`)
const dateAndTime = new RegExp(
  `^(\\d{4})[/-](\\d{2})[/-](\\d{2})[ T](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)\\s*${offset}$`,
)

const extended = (zone: string): string =>
  zone === 'Z' || zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`

/** ISO forbids -00:00, old clients write -0000 for UTC. */
const iso = (date: string, time: string, zone: string): string =>
  `${date}T${time}${extended(zone).replace('-00:00', '+00:00')}`

/** `2026-03-29T02:30:00+01:00` for `2026/03/29 02:30:00 +0100`; null when it is no date and time with an offset. */
export function readDateTime(wire: string): string | null {
  const found = dateAndTime.exec(wire.trim())
  if (!found) return null
  const [, year, month, day, time = '', zone = ''] = found
  const parsed = parseIsoDateTime(iso(`${year}-${month}-${day}`, time, zone))
  return parsed.ok ? formatIsoDateTime(parsed.value) : null
}

/** `02:30:00 +0100` */
export function readTimeOfDay(wire: string): OffsetTime | null {
  const found = timeOfDay.exec(wire.trim())
  const parsed = found ? parseIsoDateTime(iso('2000-01-01', found[1] ?? '', found[2] ?? '')) : null
  if (!parsed?.ok || parsed.value.offset === null) return null
  const { hour, minute, second, offset: east } = parsed.value
  return { hour, minute, second, offset: east }
}

/** Whole hours between two runs, 1 to 24; null for anything else. The platform takes 0 too, and no source says what it does. */
export const readHours = (wire: string): number | null => {
  const hours = /^\d{1,2}$/.test(wire.trim()) ? Number(wire) : 0
  return hours >= 1 && hours <= 24 ? hours : null
}

/** `02:30:00 +0100` */
export const writeTimeOfDay = ({ hour, minute, second, offset: east }: OffsetTime): string =>
  `${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)} ${formatOffset(east).replace(':', '')}`

/** `2026/03/29 02:30:00 +0100` for an ISO text with an offset; fractions of a second are cut. Null without an offset. */
export function writeDateTime(text: string): string | null {
  const parsed = parseIsoDateTime(text)
  if (!parsed.ok || parsed.value.offset === null) return null
  const { year, month, day, ...time } = parsed.value
  const date = `${String(year).padStart(4, '0')}/${twoDigits(month)}/${twoDigits(day)}`
  return `${date} ${writeTimeOfDay({ ...time, offset: parsed.value.offset })}`
}

/** Seconds of the year 5138, milliseconds of March 1973: no backup lies between. */
const leastMilliseconds = 1e11
const mostMilliseconds = 8.64e15

/** A moment in any form of the wire. Null when it cannot be read, and for 0, which stands for "never". */
export function readInstant(wire: string | number | null): Date | null {
  if (wire === null || wire === '') return null
  const count = typeof wire === 'number' ? wire : /^\d+$/.test(wire) ? Number(wire) : null
  if (count !== null) {
    const milliseconds = count < leastMilliseconds ? count * 1_000 : count
    return milliseconds > 0 && milliseconds <= mostMilliseconds ? new Date(milliseconds) : null
  }
  const text = readDateTime(String(wire))
  const parsed = text === null ? null : parseIsoDateTime(text)
  return parsed?.ok ? parsed.value.instant : null
}
