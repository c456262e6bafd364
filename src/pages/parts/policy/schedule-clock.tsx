import type { OffsetTime } from '~/domain/iso-value'
import { formatInstant } from '~/texts/format'
import { m } from '~/texts/messages'
import { ShapeIcon } from '~/ui/state-mark'

import { clockShift, type LocalTime } from './schedule-shift'

import classes from './policy.module.css'

/** A local time, with the day when it is another one than the stored time's. */
function localTimeWords({ time, days }: LocalTime): string {
  if (days === 0) return time
  return days > 0 ? m.policies_clock_day_after({ time }) : m.policies_clock_day_before({ time })
}

/** A place of a zone's name as people call it: `America/Mexico_City` is Mexico City. */
const placeOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')

interface ClockNoteProps {
  readonly time: OffsetTime | null
  readonly zone: string | null
  readonly now: Date
  /** Only the change of summer time, with a mark. */
  readonly warn?: boolean
}

/** What a stored time with its fixed offset comes to on the datacenter's clocks, now and after they are set. */
export function ClockNote({ time, zone, now, warn = false }: ClockNoteProps) {
  if (!time || !zone) return null
  const shift = clockShift(time, zone, now)
  const place = placeOf(zone)
  const change = shift.change
  if (warn && !change) return null
  return (
    <p className={classes[warn ? 'shift' : 'quiet']}>
      {warn ? <ShapeIcon shape="alert" /> : m.policies_clock_now({ time: localTimeWords(shift.now), place })}{' '}
      {change &&
        m.policies_clock_shift({
          date: formatInstant(change.at, zone, 'date'),
          time: localTimeWords(change.local),
          place,
        })}
    </p>
  )
}
