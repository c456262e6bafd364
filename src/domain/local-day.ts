import { day, minute } from './calendar'
import { wallOffset } from './local-offset'
import { offsetAt } from './zone'

/** As `wallInstant`: days since 1970-01-01 of the zone's calendar, and minutes since its midnight. */
export const localInstant = (timeZone: string, days: number, minutes = 0): Date =>
  wallInstant(timeZone, days * day + minutes * minute)

/**
 * The instant at which a zone's clocks show a local time, which is given as if it were UTC, in epoch milliseconds. One that
 * the clocks jump over is the moment of the jump; one that happens twice is the first of them. Throws as `offsetAt` does.
 */
export function wallInstant(timeZone: string, wall: number): Date {
  const found = wallOffset(timeZone, wall)
  if (found.happens === 'one') return new Date(wall - found.offset * minute)
  const first = new Date(wall - Math.max(found.before, found.after) * minute)
  return found.happens === 'twice'
    ? first
    : jumpBetween(timeZone, first.getTime(), wall - Math.min(found.before, found.after) * minute)
}

/** The first instant of two, in epoch milliseconds, at which a zone's clocks have been set. */
function jumpBetween(timeZone: string, from: number, to: number): Date {
  const before = offsetAt(timeZone, new Date(from))
  let [low, high] = [from, to]
  while (high - low > 1_000) {
    const middle = Math.floor((low + high) / 2_000) * 1_000
    if (middle <= low) break
    if (offsetAt(timeZone, new Date(middle)) === before) low = middle
    else high = middle
  }
  return new Date(high)
}

/** The day of a zone's calendar on which an instant lies, in days since 1970-01-01. */
export const localDayOf = (timeZone: string, at: Date): number =>
  Math.floor((at.getTime() + offsetAt(timeZone, at) * minute) / day)
