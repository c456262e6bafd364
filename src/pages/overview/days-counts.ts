import type { OutcomesOfDays } from '~/api/queries/trail'
import { isPartial } from '~/domain/backup'
import type { CalendarDay } from '~/domain/fleet-day'

/** How the backups of a day ended. */
export interface DayCounts {
  readonly good: number
  readonly partial: number
  readonly failed: number
  readonly unclear: number
}

/** How far the numbers of a day can be trusted: the trail reaches all of it, a part of it, or nothing of it is known. */
export type DaySight = 'whole' | 'least' | 'unknown'

/** Counts the ends of backups on a day; what still runs has none. */
export function countsOf({ from, to }: CalendarDay, outcomes: OutcomesOfDays['outcomes']): DayCounts {
  const counts = { good: 0, partial: 0, failed: 0, unclear: 0 }
  for (const { at, outcome, text } of outcomes) {
    if (at < from || at >= to || outcome === 'running') continue
    if (outcome !== 'unknown') counts[outcome] += 1
    else counts[isPartial({ outcome, statusText: text ?? '' }) ? 'partial' : 'unclear'] += 1
  }
  return counts
}

/** Of a day that the trail does not reach in full, no number is the whole, and none at all says nothing. */
export function sightOf(day: CalendarDay, counts: DayCounts, wholeSince: Date | null): DaySight {
  if (wholeSince !== null && wholeSince <= day.from) return 'whole'
  return counts.good + counts.partial + counts.failed + counts.unclear > 0 ? 'least' : 'unknown'
}
