import type { RefObject } from 'react'
import { useEffect, useEffectEvent, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

import { type Ruler, ruler, type Scale } from './ruler'

/** A line that is to be drawn. */
export interface LineInSight {
  readonly index: number
  /** Where it begins in the list, in pixels. */
  readonly start: number
}

interface InSight {
  readonly lines: readonly LineInSight[]
  /** Of the lines before those that are drawn, of those after, and of all, in pixels. */
  readonly before: number
  readonly after: number
  readonly total: number
  /** For the ref of lines whose heights differ; such a line bears its place as `data-index`. */
  readonly measure: Ruler['measure']
}

interface Options {
  readonly count: number
  /** Of a line, in pixels; a guess for those that are measured. */
  readonly size: number
  /** What scrolls; null: the window. */
  readonly box: RefObject<HTMLElement | null> | null
  /** What lies in the box before the first line, in pixels. */
  readonly margin?: number
  /** Lines beyond the edges that are drawn as well. */
  readonly beyond: number
  /** The lines are columns. */
  readonly across?: boolean
  /** Told the first and the last line on the screen when they change. */
  readonly onSight?: ((first: number, last: number) => void) | undefined
}

/** Tells what a box, or the window, shows of its content, in pixels: now, and whenever that changes. */
function watchSight(box: HTMLElement | null, across: boolean, tell: (from: number, to: number) => void): () => void {
  const read = (): void => {
    const from = box ? (across ? box.scrollLeft : box.scrollTop) : window.scrollY
    tell(from, from + (box ? (across ? box.clientWidth : box.clientHeight) : window.innerHeight))
  }
  // In the same frame, or the lines would come after their places.
  const onScroll = (): void => flushSync(read)
  const target = box ?? window
  const sizes = new ResizeObserver(read)
  sizes.observe(box ?? document.documentElement)
  target.addEventListener('scroll', onScroll, { passive: true })
  window.addEventListener('resize', read)
  read()
  return () => {
    sizes.disconnect()
    target.removeEventListener('scroll', onScroll)
    window.removeEventListener('resize', read)
  }
}

interface Seen {
  readonly first: number
  readonly last: number
}

const watchLines = (
  box: HTMLElement | null,
  across: boolean,
  margin: number,
  scale: Scale,
  tell: (change: (now: Seen) => Seen) => void,
): (() => void) =>
  watchSight(box, across, (from, to) => {
    const next = { first: scale.at(from - margin), last: scale.at(to - margin) }
    tell((now) => (now.first === next.first && now.last === next.last ? now : next))
  })

/** Before a box was looked at, it counts as so high, in pixels. */
const usualBox = 800

/** Which lines of a long list are in sight, so that only these are drawn: ten thousand scroll like fifty. */
export function useInSight({ count, size, box, margin = 0, beyond, across = false, onSight }: Options): InSight {
  const [{ of, rule }, setRule] = useState(() => ({ of: size, rule: ruler(size) }))
  if (of !== size) setRule({ of: size, rule: ruler(size) })
  const scale = useSyncExternalStore(rule.subscribe, rule.scale)
  const [seen, setSeen] = useState({ first: 0, last: Math.ceil((box ? usualBox : 0) / size) })

  useLayoutEffect(
    () => (box ? undefined : watchLines(null, across, margin, scale, setSeen)),
    [box, across, margin, scale],
  )
  // A box around the list is known only once all is in place.
  useEffect(
    () => (box?.current ? watchLines(box.current, across, margin, scale, setSeen) : undefined),
    [box, across, margin, scale],
  )

  const first = Math.min(Math.max(0, seen.first), Math.max(0, count - 1))
  const last = Math.min(Math.max(0, seen.last), count - 1)
  const tellSight = useEffectEvent(() => onSight?.(first, last))
  useEffect(() => {
    if (last >= first) tellSight()
  }, [first, last])

  const from = Math.max(0, first - beyond)
  const until = Math.min(count, last + beyond + 1)
  const lines = Array.from({ length: Math.max(0, until - from) }, (_, place) => ({
    index: from + place,
    start: scale.edge(from + place),
  }))
  const total = scale.edge(count)
  return { lines, before: scale.edge(from), after: total - scale.edge(until), total, measure: rule.measure }
}
