import {
  elementScroll,
  type Range,
  useVirtualizer,
  useWindowVirtualizer,
  type VirtualItem,
  type Virtualizer,
  windowScroll,
} from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'

import type { Sight } from './items'

/** A line that is to be drawn. */
export interface LineInSight {
  readonly index: number
  /** Where it begins in the list, in pixels. */
  readonly start: number
}

/** What of a long list is to be drawn, and how much room the rest takes. */
export interface InSight {
  readonly lines: readonly LineInSight[]
  /** The places of the first and the last line on the screen itself. */
  readonly first: number
  readonly last: number
  /** Of the lines before those that are drawn, of those after, and of all, in pixels. */
  readonly before: number
  readonly after: number
  readonly total: number
  /** Of a line that nobody has drawn, in pixels. */
  readonly size: number
  /** For the ref of lines whose heights differ; such a line bears its place as `data-index`. */
  readonly measure: (element: Element | null) => void
}

/** What one must know of a long list to tell which lines are in sight. */
export interface Options {
  readonly count: number
  /** Of a line, in pixels; a guess for those that are measured. */
  readonly size: number
  /** What lies before the first line in what scrolls, in pixels. */
  readonly margin?: number
  /** Lines beyond the edges that are drawn as well. */
  readonly beyond: number
  /** Told the first and the last line on the screen when they change. */
  readonly onSight?: Sight | undefined
}

interface InBox extends Options {
  readonly box: () => HTMLElement | null
  /** The lines are columns. */
  readonly across?: boolean
  /** Its lines are measured, and the first ones tell how high those will be that nobody has drawn. */
  readonly measured?: boolean
}

/** What the library's two kinds of lists have in common. */
interface Lines {
  readonly range: { readonly startIndex: number; readonly endIndex: number } | null
  readonly getVirtualItems: () => readonly VirtualItem[]
  readonly getTotalSize: () => number
  readonly measure: () => void
  readonly resizeItem: (index: number, size: number) => void
  readonly measureElement: InSight['measure']
}

/**
 * As many lines at each place of a window, if all are of one size: what leaves makes room for what comes. Only where a list
 * begins they are fewer, for there something else is in the window as well.
 */
const steady =
  (height: number, size: number) =>
  ({ startIndex, endIndex, overscan, count }: Range): number[] => {
    const most = startIndex < overscan ? 0 : Math.ceil(height / size) + 1 + 2 * overscan
    const first = Math.max(0, Math.min(startIndex - overscan, count - most))
    const end = Math.min(count, Math.max(first + most, endIndex + overscan + 1))
    return Array.from({ length: end - first }, (_, place) => first + place)
  }

/**
 * New lines are drawn between one frame and the next: within a frame they would keep it waiting, and those that lie beyond
 * the edges are there already. The browser itself says when a scroll has ended.
 */
const options = ({ count, size, margin = 0, beyond }: Options) => ({
  count,
  estimateSize: () => size,
  scrollMargin: margin,
  overscan: beyond,
  useFlushSync: false,
  useScrollendEvent: true,
})

function useLines(list: Lines, { size, margin = 0, onSight }: Options): InSight {
  const items = list.getVirtualItems()
  const total = list.getTotalSize()

  const first = list.range?.startIndex ?? 0
  const last = list.range?.endIndex ?? -1
  const tellSight = useEffectEvent(() => onSight?.(first, last))
  useEffect(() => {
    if (last >= first) tellSight()
  }, [first, last])

  // The library asks once how high a line is, and forgets with that what it measured.
  const known = useRef(size)
  useLayoutEffect(() => {
    if (known.current === size) return
    const measured = list.getVirtualItems().filter((line) => line.size !== known.current)
    known.current = size
    list.measure()
    // It learns how high all are now, beside which it then notes those that were measured.
    list.getTotalSize()
    for (const line of measured) list.resizeItem(line.index, line.size)
  }, [list, size])

  return {
    lines: items.map(({ index, start }) => ({ index, start: start - margin })),
    first,
    last,
    before: (items[0]?.start ?? margin) - margin,
    after: total - ((items.at(-1)?.end ?? margin) - margin),
    total,
    size,
    measure: list.measureElement,
  }
}

type Scroll<Place extends Element | Window> = (
  offset: number,
  how: { readonly adjustments?: number; readonly behavior?: ScrollBehavior },
  list: Virtualizer<Place, Element>,
) => void

/**
 * Scrolls only where lines were measured and are not as high as they were thought. The library also scrolls to where one
 * stands already when a list begins, for which the browser would lay out the page there and then.
 */
const onlyAfterMeasuring =
  <Place extends Element | Window>(scroll: Scroll<Place>): Scroll<Place> =>
  (offset, how, list) => {
    if (how.adjustments !== undefined) scroll(offset, how, list)
  }

const inWindow = onlyAfterMeasuring(windowScroll)
const inBox = onlyAfterMeasuring(elementScroll)

/** Which lines of a long list are in sight, so that only these are drawn: ten thousand scroll like fifty. */
export function useInWindow(list: Options): InSight {
  const { innerWidth: width, innerHeight: height } = window
  return useLines(
    useWindowVirtualizer({
      ...options(list),
      scrollToFn: inWindow,
      initialRect: { width, height },
      rangeExtractor: steady(height, list.size),
    }),
    list,
  )
}

/** Before a box was looked at, it counts as so wide and high, in pixels. */
const usualBox = { width: 1200, height: 800 }

/** The same for a list that scrolls in a box of its own. */
export function useInBox(given: InBox): InSight {
  const [learnt, setLearnt] = useState<number | null>(null)
  const list = { ...given, size: learnt ?? given.size }
  const { box: getScrollElement, across: horizontal = false } = list
  const lines = useVirtualizer({
    ...options(list),
    scrollToFn: inBox,
    getScrollElement,
    horizontal,
    initialRect: usualBox,
  })
  if (given.measured && learnt === null) {
    const sizes = lines.getVirtualItems().flatMap(({ size }) => (size === given.size ? [] : size))
    // The middle one: a line with more beneath it says nothing of the others.
    const usual = sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)]
    if (usual !== undefined) setLearnt(usual)
  }
  return useLines(lines, list)
}
