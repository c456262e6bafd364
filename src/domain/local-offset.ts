import { day, minute } from './calendar'
import type { OffsetDateTime } from './iso-value'
import { offsetAt } from './zone'

/**
 * What a zone's clocks say of a local date and time. `one`: it happens once, at this offset. `twice`: clocks go back
 * over it. `never`: clocks jump over it; the offsets before and after the jump are given. Minutes east of UTC.
 */
export type LocalOffset =
  | { readonly happens: 'one'; readonly offset: number }
  | { readonly happens: 'twice' | 'never'; readonly before: number; readonly after: number }

/** Which offset a zone has at a local date and time that names none. Throws as `offsetAt` does. */
export const localOffset = (timeZone: string, local: OffsetDateTime): LocalOffset =>
  wallOffset(timeZone, Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second))

/** The same for a local time that is given as if it were UTC, in epoch milliseconds. */
export function wallOffset(timeZone: string, wall: number): LocalOffset {
  // No zone changes its offset twice within two days, so the days around hold both candidates.
  const before = offsetAt(timeZone, new Date(wall - day))
  const after = offsetAt(timeZone, new Date(wall + day))
  const holds = (offset: number): boolean => offsetAt(timeZone, new Date(wall - offset * minute)) === offset
  if (before === after) return { happens: 'one', offset: before }
  if (holds(before) && holds(after)) return { happens: 'twice', before, after }
  if (holds(before)) return { happens: 'one', offset: before }
  if (holds(after)) return { happens: 'one', offset: after }
  return { happens: 'never', before, after }
}
