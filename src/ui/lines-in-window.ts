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
const isElsewhere = (one: Lines, others: ReadonlySet<number>): boolean =>
  one.length > 0 && one.every(({ index }) => !others.has(index))

/**
 * Tells which lines of a list that scrolls with the window are in sight, whenever that changes; after a jump first those on
 * the screen, and those beyond its edges once what is on the screen is there and drawn. It draws nothing: so a list is on
 * the screen before the library that knows this has come.
 */
export function LinesInWindow({
  list,
  known,
  isThere,
  onLines,
  ...options
}: Omit<Options, 'margin'> & {
  readonly list: RefObject<HTMLElement | null>
  /** What was told last. */
  readonly known: Lines | null
  /** Whether a line, by its place, has what it shows; its grey shapes do not count. */
  readonly isThere: (line: number) => boolean
  readonly onLines: (lines: Lines) => void
}): null {
  const { lines, first, last } = useInWindow({ ...options, margin: useListTop(list) })
  const waits = useRef(false)
  const later = useRef<ReturnType<typeof setTimeout>>(undefined)
  const tellAll = useEffectEvent(() => {
    later.current = undefined
    waits.current = false
    onLines(lines)
  })
  useLayoutEffect(() => {
    if (known && isSame(known, lines)) return
    const drawn = new Set(known?.map(({ index }) => index))
    const onScreen = lines.filter(({ index }) => index >= first && index <= last)
    const isReady = onScreen.every(({ index }) => isThere(index))
    if (known && (isElsewhere(lines, drawn) || !isReady)) {
      waits.current = true
      clearTimeout(later.current)
      later.current = undefined
    }
    if (!waits.current) {
      onLines(lines)
      return
    }
    // What was drawn before the jump gives its elements once there is something to draw in them.
    const old = known?.filter(({ index }) => !lines.some((line) => line.index === index)) ?? []
    const here = lines.filter((line) => drawn.has(line.index) || onScreen.includes(line))
    const now = [...here, ...old.slice(0, lines.length - here.length)]
    if (known && !isSame(known, now)) onLines(now)
    if (isReady) later.current ??= setTimeout(tellAll, afterJump)
  })
  useEffect(() => () => clearTimeout(later.current), [])
  return null
}
