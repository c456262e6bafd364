import { twoDigits } from '~/domain/iso'
import type { OffsetTime } from '~/domain/iso-value'
import { nextOffsetChange, offsetAt } from '~/domain/zone'

/** A time of day on a zone's clocks, and how many days later (or earlier, below 0) than the stored one it falls. */
export interface LocalTime {
  /** `hh:mm` */
  readonly time: string
  readonly days: number
}

/** What a fixed offset comes to on a zone's clocks: now, and after the clocks are set the next time. */
export interface ClockShift {
  readonly now: LocalTime
  readonly change: { readonly at: Date; readonly local: LocalTime } | null
}

const minutesADay = 24 * 60

function onClock({ hour, minute, offset }: OffsetTime, zoneOffset: number): LocalTime {
  const minutes = hour * 60 + minute - offset + zoneOffset
  const days = Math.floor(minutes / minutesADay)
  const rest = minutes - days * minutesADay
  return { time: `${twoDigits(Math.floor(rest / 60))}:${twoDigits(rest % 60)}`, days }
}

/** The stored offset never changes, a zone's clocks do: so the same run comes at another local hour from then on. */
export function clockShift(time: OffsetTime, timeZone: string, now: Date): ClockShift {
  const change = nextOffsetChange(timeZone, now)
  return {
    now: onClock(time, offsetAt(timeZone, now)),
    change: change && { at: change.at, local: onClock(time, change.after) },
  }
}
