import { countsOf, type MarkState, type TimelineItem } from './timeline-items'
import { placeIn } from './timeline-view'

/** One thing to point at: a run, a backup, or several that stand too close to be told apart. */
export interface TimelineMark {
  readonly key: string
  /** Where its middle stands in the range, 0 to 1. */
  readonly x: number
  /** How much of the range it covers, when it is a window that is wide enough to be seen. */
  readonly width: number | null
  /** How much of the range lies between the planned start and the backup; null when that cannot be seen. */
  readonly tail: number | null
  readonly items: readonly TimelineItem[]
  /** The state to look at first. */
  readonly state: MarkState
}

/** The lanes are laid out for so many pixels and stretched from there. */
export const laneWidth = 960

/** Marks stand at least so many pixels apart. */
export const markStep = 26

const clamp = (value: number): number => Math.max(0, Math.min(1, value))

/**
 * Lays the items of one row out: what would stand closer than a mark is wide becomes one mark. So there are never more
 * than a few dozen, whatever the number of items. Takes items in the order of their times.
 */
export function marksOf(
  items: readonly TimelineItem[],
  range: { readonly from: Date; readonly to: Date },
): readonly TimelineMark[] {
  const step = markStep / laneWidth
  const groups: { x: number; width: number | null; items: TimelineItem[] }[] = []
  for (const item of items) {
    const [from, to] = [clamp(placeIn(range, item.from)), clamp(placeIn(range, item.to))]
    const wide = to - from >= step
    const x = (from + to) / 2
    const last = groups.at(-1)
    // Bars stand side by side and touch; points need their distance.
    if (last && !(wide && last.width !== null) && x - last.x < step) last.items.push(item)
    else groups.push({ x, width: wide ? to - from : null, items: [item] })
  }
  return groups.map((group): TimelineMark => {
    const [first] = group.items
    const alone = group.items.length === 1 ? first : undefined
    const tail = alone?.delay ? placeIn(range, range.from.getTime() + alone.delay) : null
    return {
      key: first?.id ?? '',
      x: group.x,
      width: group.width,
      tail: tail !== null && tail >= step / 2 ? Math.min(tail, 1 - group.x) : null,
      items: group.items,
      state: countsOf(group.items)[0]?.state ?? 'gone',
    }
  })
}
