import { calendarDay, day } from '~/domain/calendar'
import { localDayOf, localInstant } from '~/domain/local-day'

/** A line of the axis. `hour`: a time of the day. `day`: a midnight. `first`: that of the first of a month. `month`: the same among months. */
export interface Tick {
  readonly at: Date
  readonly unit: 'hour' | 'day' | 'first' | 'month'
}

/** Least room for the words of a tick, in pixels. */
const room = 64

const hourSteps = [1, 2, 3, 6, 12]
const daySteps = [1, 2, 7, 14]

const smallest = (steps: readonly number[], units: number, width: number): number | undefined =>
  steps.find((step) => (units / step) * room <= width)

/**
 * The lines of an axis, as dense as their words allow. They stand at round times on the clocks of the zone, so that a day
 * of 23 or 25 hours is as long as it is; a time that clocks jump over has no line.
 * @param width Pixels.
 */
export function ticksOf(zone: string, from: Date, to: Date, width: number): readonly Tick[] {
  const first = localDayOf(zone, from)
  const last = localDayOf(zone, to)
  const days = (to.getTime() - from.getTime()) / day
  const hours = smallest(hourSteps, days * 24, width)
  const step = smallest(daySteps, days, width)
  const found: Tick[] = []
  for (let place = first; place <= last; place += 1) {
    const isFirst = calendarDay(place).day === 1
    const shown = step === undefined ? isFirst : isRound(place, step)
    if (hours === undefined && !shown) continue
    found.push({ at: localInstant(zone, place), unit: step === undefined ? 'month' : isFirst ? 'first' : 'day' })
    if (hours !== undefined)
      for (let hour = hours; hour < 24; hour += hours)
        found.push({ at: localInstant(zone, place, hour * 60), unit: 'hour' })
  }
  return found.filter(({ at }, index) => at >= from && at < to && found[index + 1]?.at.getTime() !== at.getTime())
}

/** Each day, every second day, Mondays, or every second Monday; counted from a Monday. */
const isRound = (place: number, step: number): boolean => (place + 3) % step === 0
