import { day, minute } from './calendar'

const clocks = new Map<string, Intl.DateTimeFormat>()

/** One formatter for each zone: making one costs a thousand times more than using it. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  clocks.set(timeZone, clock)
  return clock
}

/** Whether this name (IANA, e.g. `Europe/Madrid`, or `UTC`) is known here. Offsets such as `+01:00` are no zones. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    clockOf(name)
    return true
  } catch {
    return false
  }
}

/**
 * What a zone's clocks are ahead of UTC at an instant: minutes east, rounded (before 1972 some zones had seconds).
 * Throws `RangeError` for a zone that is not known (ask `isTimeZone`) and for an invalid date.
 */
export function offsetAt(timeZone: string, instant: Date): number {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  )
  const read = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type))
  const year = parts.get('era') === 'BC' ? 1 - read('year') : read('year')
  const local = new Date(0)
  local.setUTCFullYear(year, read('month') - 1, read('day'))
  local.setUTCHours(read('hour'), read('minute'), read('second'))
  return Math.round((local.getTime() - Math.floor(instant.getTime() / 1_000) * 1_000) / minute)
}

/** When a zone's clocks are set, and their offsets (minutes east) before and from then on. */
export interface OffsetChange {
  readonly at: Date
  readonly before: number
  readonly after: number
}

/**
 * The first change of a zone's clocks after an instant, within so many days; `null` when there is none. Looks day by
 * day, so two changes on one day that undo each other are not seen. Throws as `offsetAt` does.
 */
export function nextOffsetChange(timeZone: string, after: Date, withinDays = 366): OffsetChange | null {
  const before = offsetAt(timeZone, after)
  const end = after.getTime() + withinDays * day
  let low = after.getTime()
  let high = low
  do {
    if (high >= end) return null
    low = high
    high = Math.min(high + day, end)
  } while (offsetAt(timeZone, new Date(high)) === before)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(timeZone, new Date(middle)) === before) low = middle
    else high = middle
  }
  return { at: new Date(high), before, after: offsetAt(timeZone, new Date(high)) }
}
