import { day, minute } from './calendar'
import { offsetAt } from './zone'

/**
 * The instant at which a zone's clocks show a time of a day: days since 1970-01-01 of its calendar, and minutes since its
 * midnight. A time that the clocks jump over is the moment of the jump; one that happens twice is the first of them.
 */
export function localInstant(timeZone: string, days: number, minutes = 0): Date {
  const wall = days * day + minutes * minute
  const before = offsetAt(timeZone, new Date(wall - day))
  const after = offsetAt(timeZone, new Date(wall + day))
  const [early, late] = [wall - Math.max(before, after) * minute, wall - Math.min(before, after) * minute]
  if (early === late) return new Date(early)
  const shows = (at: number): boolean => at + offsetAt(timeZone, new Date(at)) * minute === wall
  if (shows(early)) return new Date(early)
  if (shows(late)) return new Date(late)
  return jumpBetween(timeZone, early, late)
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
