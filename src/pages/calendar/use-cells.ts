import { type KeyboardEvent, type MouseEvent, type RefObject, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

import { moved, type Size, type Spot } from '~/pages/parts/grid/grid-keys'

/** A cell that someone opened, and where it is. */
export interface OpenCell {
  readonly spot: Spot
  readonly anchor: HTMLElement
}

function spotOf(target: EventTarget): OpenCell | null {
  const anchor = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  if (!anchor) return null
  return { anchor, spot: { row: Number(anchor.dataset['row']), column: Number(anchor.dataset['column']) } }
}

/**
 * The keyboard of a grid: one stop for the Tab key, arrows inside, Enter opens a cell. Column -1 is the head of a row,
 * which is a link and opens by itself.
 */
export function useCells(size: Size, heads: boolean) {
  const box: RefObject<HTMLDivElement | null> = useRef(null)
  const [wanted, setWanted] = useState<Spot>({ row: 0, column: Math.max(0, size.columns - 1) })
  const [opened, setOpened] = useState<OpenCell | null>(null)
  const at: Spot = {
    row: Math.min(wanted.row, Math.max(0, size.rows - 1)),
    column: Math.min(wanted.column, size.columns - 1),
  }
  const go = (to: Spot): void => {
    flushSync(() => setWanted(to))
    const cell = box.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const found = spotOf(event.target)
    if (!found) return
    const to = moved(found.spot, size, event)
    if (to) go({ row: Math.max(0, to.row), column: Math.max(heads ? -1 : 0, to.column) })
    else if (found.spot.column >= 0 && (event.key === 'Enter' || event.key === ' ')) setOpened(found)
    else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent): void => {
    const found = spotOf(event.target)
    if (!found) return
    setWanted(found.spot)
    if (found.spot.column >= 0) setOpened(opened?.anchor === found.anchor ? null : found)
  }
  return { box, at, opened, close: () => setOpened(null), grid: { role: 'grid', onKeyDown, onClick } as const }
}
