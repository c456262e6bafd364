import { calendarDay, day, daysInMonth, daysInYear, epochDay, hour, minute, weekDay, weeksInYear } from './calendar'
import { isDigit, Reader, Refusal } from './iso-scanner'
import type { IsoDate, IsoFault, IsoTime, OffsetDateTime, Parsed } from './iso-value'

/** `basic` has no separators, `extended` has them; `either` is not told yet. */
type Format = 'basic' | 'extended' | 'either'

/** Reads one thing that takes up the whole text. */
function whole<T>(text: string, read: (reader: Reader) => T): Parsed<T> {
  const reader = new Reader(text)
  try {
    if (reader.atEnd) reader.refuse({ code: 'empty' })
    const value = read(reader)
    if (!reader.atEnd) reader.refuseHere({ code: 'trailing' })
    return { ok: true, value }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem }
    throw error
  }
}

/** The day of the month, or the week or day of the year, must exist in its year. */
function refuseUnless(exists: boolean, reader: Reader, fault: IsoFault, length: number): void {
  if (!exists) reader.refuse(fault, reader.position - length, length)
}

function readMonthDay(reader: Reader, year: number, format: Format): IsoDate {
  const month = reader.within('month', 2, 1, 12)
  if (format === 'extended') reader.separator('-', 'day')
  else if (reader.next === '-') reader.refuse({ code: 'mixed' })
  const dayOfMonth = reader.within('day', 2, 1, 31)
  const last = daysInMonth(year, month)
  refuseUnless(dayOfMonth <= last, reader, { code: 'no-such-day', year, month, last }, 2)
  return { year, month, day: dayOfMonth }
}

function readWeekDay(reader: Reader, year: number, format: Format): IsoDate {
  const week = reader.within('week', 2, 1, 53)
  const last = weeksInYear(year)
  refuseUnless(week <= last, reader, { code: 'no-such-week', year, last }, 2)
  if (format === 'extended') {
    if (isDigit(reader.next)) reader.refuse({ code: 'mixed' })
    reader.separator('-', 'weekday')
  } else if (reader.next === '-') reader.refuse({ code: 'mixed' })
  return calendarDay(weekDay(year, week, reader.within('weekday', 1, 1, 7)))
}

function readDayOfYear(reader: Reader, year: number): IsoDate {
  const dayOfYear = reader.within('day-of-year', 3, 1, 366)
  const last = daysInYear(year)
  refuseUnless(dayOfYear <= last, reader, { code: 'no-such-day-of-year', year, last }, 3)
  return calendarDay(epochDay(year, 1, 1) + dayOfYear - 1)
}

function readDay(reader: Reader): { readonly date: IsoDate; readonly format: Format } {
  const year = reader.within('year', 4, 0, 9999)
  const extended = reader.take('-')
  const format = extended ? 'extended' : 'basic'
  if (reader.take('W')) return { date: readWeekDay(reader, year, format), format }
  if (reader.next === 'w') reader.refuse({ code: 'small-letter' }, reader.position, 1)
  const digits = reader.run(4)
  if (!extended && digits === 0) reader.separator('-', 'month')
  if (digits === 3) return { date: readDayOfYear(reader, year), format }
  if (extended && digits === 4) reader.refuse({ code: 'mixed' }, reader.position + 2)
  return { date: readMonthDay(reader, year, format), format }
}

function readFraction(reader: Reader): number {
  if (reader.atEnd) reader.refuse({ code: 'missing', part: 'fraction' })
  const from = reader.position
  while (isDigit(reader.next)) reader.position += 1
  if (reader.position === from) reader.refuseHere({ code: 'digits', part: 'fraction', digits: 1 })
  return Number(reader.text.slice(from, Math.min(reader.position, from + 3)).padEnd(3, '0'))
}

const isPoint = (char: string): boolean => char === '.' || char === ','

/** Minutes east of UTC, or null when the text gives no offset. */
function readOffset(reader: Reader, format: Format): number | null {
  if (reader.take('Z') || reader.take('z')) return 0
  const at = reader.position
  const west = reader.next === '-'
  if (!reader.take('+') && !reader.take('-')) return null
  const hours = reader.within('offset-hour', 2, 0, 23)
  if (reader.atEnd) reader.refuse({ code: 'missing', part: 'offset-minute' })
  if (reader.next === ':' && format === 'basic') reader.refuse({ code: 'mixed' })
  if (isDigit(reader.next) && format === 'extended') reader.refuse({ code: 'mixed' })
  if (format === 'extended') reader.separator(':', 'offset-minute')
  const minutes = reader.within('offset-minute', 2, 0, 59)
  if (west && hours === 0 && minutes === 0) reader.refuse({ code: 'negative-zero' }, at)
  return (west ? -1 : 1) * (hours * 60 + minutes)
}

/** The hours, and which format the time is in. */
function readHour(reader: Reader, dated: Format): { readonly hour: number; readonly format: Format } {
  const at = reader.position
  const value = reader.digits('hour', 2)
  if (value === 24) reader.refuse({ code: 'hour-24' }, at)
  if (value > 23) reader.refuse({ code: 'range', part: 'hour', least: 0, most: 23 }, at, 2)
  const format = isDigit(reader.next) ? 'basic' : 'extended'
  const told = reader.next === ':' || isDigit(reader.next)
  if (told && dated !== 'either' && dated !== format) reader.refuse({ code: 'mixed' })
  if (format === 'extended') reader.separator(':', 'minute')
  return { hour: value, format }
}

/** Seconds and their fraction in milliseconds; both 0 when the text stops at minutes. */
function readSeconds(reader: Reader, format: Format): { readonly second: number; readonly millisecond: number } {
  if (isPoint(reader.next)) reader.refuse({ code: 'fraction-of-minute' })
  if (format === 'extended' && isDigit(reader.next)) reader.refuse({ code: 'mixed' })
  if (format === 'basic' && reader.next === ':') reader.refuse({ code: 'mixed' })
  const written = format === 'extended' ? reader.take(':') : isDigit(reader.next)
  if (!written) return { second: 0, millisecond: 0 }
  const at = reader.position
  const second = reader.digits('second', 2)
  if (second > 60) reader.refuse({ code: 'range', part: 'second', least: 0, most: 59 }, at, 2)
  const millisecond = reader.take('.') || reader.take(',') ? readFraction(reader) : 0
  return { second, millisecond }
}

function readClock(reader: Reader, dated: Format): IsoTime {
  const begin = readHour(reader, dated)
  const minuteOfHour = reader.within('minute', 2, 0, 59)
  const rest = readSeconds(reader, begin.format)
  return { hour: begin.hour, minute: minuteOfHour, ...rest, offset: readOffset(reader, begin.format) }
}

function instantOf(date: IsoDate, time: IsoTime): Date | null {
  if (time.offset === null) return null
  const days = epochDay(date.year, date.month, date.day) * day
  return new Date(
    days + time.hour * hour + (time.minute - time.offset) * minute + time.second * 1_000 + time.millisecond,
  )
}

const minutesOfDay = 1_440

/** Where `:60` stands, to point at it. */
const atLeapSecond = (reader: Reader): number => Math.max(0, reader.text.search(/60(?:[.,Zz+-]|$)/))

/**
 * A leap second comes only as the last second of a month in UTC, and nothing can be scheduled in it: it is understood as
 * the second after it, which is the same instant on every computer's clock.
 */
function withoutLeapSecond(
  reader: Reader,
  date: IsoDate,
  time: IsoTime,
): { readonly date: IsoDate; readonly time: IsoTime } {
  if (time.second < 60) return { date, time }
  const next = epochDay(date.year, date.month, date.day) * minutesOfDay + time.hour * 60 + time.minute + 1
  const utc = next - (time.offset ?? 0)
  const after = calendarDay(Math.floor(next / minutesOfDay))
  const endsMonth = time.offset !== null && utc % minutesOfDay === 0 && calendarDay(utc / minutesOfDay).day === 1
  if (!endsMonth || after.year > 9999) reader.refuse({ code: 'leap-second' }, atLeapSecond(reader))
  const minuteOfDay = ((next % minutesOfDay) + minutesOfDay) % minutesOfDay
  return {
    date: after,
    time: { ...time, hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60, second: 0 },
  }
}

/** What `parseIsoDateTime` reads, a leap second as the second after it. Its offset is in minutes east of UTC. */
export const readDateTime = (text: string): Parsed<OffsetDateTime> =>
  whole(text, (reader) => {
    const written = readDay(reader)
    if (reader.atEnd) reader.refuse({ code: 'time-missing' })
    if (!reader.take('T') && !reader.take('t')) reader.refuse({ code: 'not-t' }, reader.position, 1)
    const { date, time } = withoutLeapSecond(reader, written.date, readClock(reader, written.format))
    return { ...date, ...time, instant: instantOf(date, time) }
  })

/** What `parseIsoDate` reads: a day of the calendar, of no zone. */
export const readDate = (text: string): Parsed<IsoDate> => whole(text, (reader) => readDay(reader).date)

/** What `parseIsoTime` reads, with or without `T` before it. Its offset is in minutes east of UTC. */
export const readTime = (text: string): Parsed<IsoTime> =>
  whole(text, (reader) => {
    if (!reader.take('T')) reader.take('t')
    const time = readClock(reader, 'either')
    // A time of every day has no leap second: those come at the end of a few months only.
    if (time.second === 60) reader.refuse({ code: 'leap-second' }, atLeapSecond(reader))
    return time
  })
