import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'

import { useListTop } from './card-columns'
import { type InSight, type Options, useInWindow } from './in-sight'

type Lines = InSight['lines']

/** So long the lines beyond the edges wait after a jump. Milliseconds: more than a frame. */
const afterJump = 50

/** Whether the same lines are drawn at the same places. */
const isSame = (one: Lines, other: Lines): boolean =>
  one.length === other.length &&
  one.every(({ index, start }, place) => other[place]?.index === index && other[place].start === start)

/** Whether none of the lines is among the others: someone jumped. */
const isElsewhere = (one: Lines, other: Lines): boolean => {
  const places = new Set(other.map(({ index }) => index))
  return one.length > 0 && one.every(({ index }) => !places.has(index))
}

/**
 * Tells which lines of a list that scrolls with the window are in sight, whenever that changes; after a jump first those on
 * the screen, and those beyond its edges once these are drawn. It draws nothing: so a list is on the screen before the
 * library that knows this has come.
 */
export function LinesInWindow({
  list,
  known,
  onLines,
  ...options
}: Omit<Options, 'margin'> & {
  readonly list: RefObject<HTMLElement | null>
  /** What was told last. */
  readonly known: Lines | null
  readonly onLines: (lines: Lines) => void
}): null {
  const { lines, first, last } = useInWindow({ ...options, margin: useListTop(list) })
  const later = useRef<ReturnType<typeof setTimeout>>(undefined)
  const tellAll = useEffectEvent(() => {
    later.current = undefined
    onLines(lines)
  })
  useLayoutEffect(() => {
    if (known && isSame(known, lines)) return
    if (known && isElsewhere(known, lines)) {
      onLines(lines.filter(({ index }) => index >= first && index <= last))
      clearTimeout(later.current)
      later.current = setTimeout(tellAll, afterJump)
    } else if (later.current === undefined) onLines(lines)
  })
  useEffect(() => () => clearTimeout(later.current), [])
  return null
}
