import { useLayoutEffect } from 'react'

import { type InSight, type Options, useInWindow } from './in-sight'

/** Whether the same lines are drawn at the same places. */
const isSame = (one: InSight['lines'], other: InSight['lines']): boolean =>
  one.length === other.length &&
  one.every(({ index, start }, place) => other[place]?.index === index && other[place].start === start)

/**
 * Tells which lines of a list that scrolls with the window are in sight, whenever that changes. It draws nothing: so a
 * list is on the screen before the library that knows this has come.
 */
export function LinesInWindow({
  known,
  onLines,
  ...list
}: Options & {
  /** What was told last. */
  readonly known: InSight['lines'] | null
  readonly onLines: (lines: InSight['lines']) => void
}): null {
  const { lines } = useInWindow(list)
  useLayoutEffect(() => {
    if (!known || !isSame(known, lines)) onLines(lines)
  })
  return null
}
