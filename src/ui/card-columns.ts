import { type RefObject, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Distance between cards, in pixels; the CSS of skeletons has the same. */
export const cardGap = 12

const columnsIn = (width: number, least: number): number =>
  Math.max(1, Math.floor((width + cardGap) / (least + cardGap)))

/** The last place that was looked at, in a window so wide. What comes next usually stands there too. */
let last = { window: -1, width: 0, top: 0 }

function look(element: HTMLElement): void {
  const { width, top } = element.getBoundingClientRect()
  last = { window: window.innerWidth, width, top: Math.round(top + window.scrollY) }
}

const known = () => (last.window === window.innerWidth ? last : { width: window.innerWidth, top: 0 })

/** Where cards of so many pixels in height begin, as far as one knows: so many rows of them a window shows. */
export const rowsInSight = (size: number): number => Math.max(2, Math.ceil((window.innerHeight - known().top) / size))

/**
 * How many cards fit beside each other in a place. Looked at where the browser has laid out the page anyway, before it
 * paints: to ask earlier would make it lay out twice. Until then as many as in the last such place.
 */
export function useCardColumns(place: RefObject<HTMLElement | null>, leastWidth: number): number {
  const [columns, setColumns] = useState(() => columnsIn(known().width, leastWidth))
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return undefined
    const sizes = new ResizeObserver(() => {
      look(element)
      flushSync(() => setColumns(columnsIn(last.width, leastWidth)))
    })
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [place, leastWidth])
  return columns
}

/**
 * Where a list begins in the document, in pixels. It moves when something above it comes or goes, which changes its own
 * height or the body's.
 */
export function useListTop(list: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(() => known().top)
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return undefined
    const sizes = new ResizeObserver(() => {
      look(element)
      setTop(last.top)
    })
    sizes.observe(element)
    sizes.observe(document.body)
    return () => sizes.disconnect()
  }, [list])
  return top
}
