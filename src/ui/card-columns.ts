import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

/** Distance between cards, in pixels; the CSS of skeletons has the same. */
export const cardGap = 12

interface Geometry {
  /** Cards beside each other. */
  readonly columns: number
  /** Where the grid begins in the document, in pixels. */
  readonly top: number
}

const columnsIn = (width: number, least: number): number =>
  Math.max(1, Math.floor((width + cardGap) / (least + cardGap)))

/** The last place that was looked at, in a window so wide. What comes next usually stands there too. */
let last = { window: -1, width: 0, top: 0 }

/** Before the place was looked at: as the last one in this window, else over the whole window. */
function likely(least: number): Geometry {
  const { innerWidth } = window
  return last.window === innerWidth
    ? { columns: columnsIn(last.width, least), top: last.top }
    : { columns: columnsIn(innerWidth, least), top: 0 }
}

/**
 * How many cards fit beside each other in a place, and where it begins. Looked at where the browser has laid out the page
 * anyway, before it paints: to ask earlier would make it lay out twice.
 */
export function useCardColumns(place: RefObject<HTMLElement | null>, leastWidth: number): Geometry {
  const [geometry, setGeometry] = useState(() => likely(leastWidth))
  const known = useRef(geometry)
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return undefined
    // The list moves when something above it comes or goes, which changes the height of the document's body.
    const sizes = new ResizeObserver(() => {
      const { width, top } = element.getBoundingClientRect()
      last = { window: window.innerWidth, width, top: Math.round(top + window.scrollY) }
      const next = { columns: columnsIn(width, leastWidth), top: last.top }
      if (known.current.columns === next.columns && known.current.top === next.top) return
      known.current = next
      flushSync(() => setGeometry(next))
    })
    sizes.observe(element)
    sizes.observe(document.body)
    return () => sizes.disconnect()
  }, [place, leastWidth])
  return geometry
}
