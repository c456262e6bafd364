import { localInstant } from '~/domain/local-day'

import { countsOf, type MarkState, type TimelineItem } from './timeline-items'

/** A day of the calendar, in days since 1970-01-01, with what it held, the state to look at first before the others. */
export interface TimelineDay {
  readonly day: number
  readonly counts: readonly { readonly state: MarkState; readonly n: number }[]
}

/** When something counts for its day: the backup's own time, else the planned one, of a window its end. */
const timeOf = ({ backup, to }: TimelineItem): number => backup?.createdAt?.getTime() ?? to

/**
 * The days from one to another, both included, on the clocks of a zone, each with its items. In proportion to days and
 * items, apart from sorting.
 */
export function calendarOf(
  items: readonly TimelineItem[],
  zone: string,
  first: number,
  last: number,
): readonly TimelineDay[] {
  const inOrder = items.toSorted((a, b) => timeOf(a) - timeOf(b))
  let place = 0
  const before = localInstant(zone, first).getTime()
  for (let item = inOrder[place]; item && timeOf(item) < before; item = inOrder[place]) place += 1
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const end = localInstant(zone, first + index + 1).getTime()
    const own: TimelineItem[] = []
    for (let item = inOrder[place]; item && timeOf(item) < end; item = inOrder[place]) {
      own.push(item)
      place += 1
    }
    return { day: first + index, counts: countsOf(own) }
  })
}
