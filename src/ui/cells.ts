import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

/** What is to be drawn: an item, by a word of its own, at a place in the list. */
export interface Wanted {
  readonly key: string
  readonly place: number
}

/** An element of the document that shows it, by a number that stays the element's own. */
export interface Cell extends Wanted {
  readonly element: number
}

const isInOrder = (cells: readonly Cell[]): boolean =>
  cells.every(({ place }, index) => index === 0 || place >= (cells[index - 1]?.place ?? 0))

/**
 * Elements for what is wanted now: what was there already keeps its element, what is new takes one whose item is wanted no
 * more, and only beyond those one is made. The order is that of the document, where nothing moves; the same when nothing
 * changed.
 */
export function reuse(cells: readonly Cell[], wanted: readonly Wanted[]): readonly Cell[] {
  const places = new Map<string, number>()
  // Were an item there twice, each would have an element.
  for (const { key, place } of wanted) places.set(places.has(key) ? `${key} ${String(place)}` : key, place)
  const known = new Set(cells.map(({ key }) => key))
  const fresh = [...places].filter(([key]) => !known.has(key)).values()
  const kept = cells.flatMap((cell) => {
    const place = places.get(cell.key)
    if (place !== undefined) return place === cell.place ? cell : { ...cell, place }
    const { value } = fresh.next()
    return value ? { element: cell.element, key: value[0], place: value[1] } : []
  })
  const free = Math.max(-1, ...cells.map(({ element }) => element)) + 1
  const made = [...fresh].map(([key, place], index) => ({ element: free + index, key, place }))
  const next = [...kept, ...made]
  return next.length === cells.length && next.every((cell, index) => cell === cells[index]) ? cells : next
}

/**
 * So long a list must not have changed before its elements are put in order: to move them costs a browser as much as to
 * make them, which whoever scrolls or types would feel. Milliseconds.
 */
const restMs = 1_000

/**
 * Draws a long list in few elements, which show other items as it scrolls: to make an element costs a browser several
 * times what it costs to change its words. Once the list rests, or the Tab key is pressed, they stand in the document in
 * the order of their places, for that key and for whoever listens. An element in focus that shows another item now loses
 * the focus, as one that went would.
 * @param list Holds the elements, each with its number as `data-element`.
 */
export function useCells(list: RefObject<HTMLElement | null>, wanted: readonly Wanted[]): readonly Cell[] {
  const [known, setKnown] = useState(() => reuse([], wanted))
  const cells = reuse(known, wanted)
  if (cells !== known) setKnown(cells)
  const before = useRef(cells)
  useLayoutEffect(() => {
    const inFocus = document.activeElement
    const holder = inFocus?.closest<HTMLElement>('[data-element]')
    if (inFocus instanceof HTMLElement && holder && list.current?.contains(holder)) {
      const element = Number(holder.dataset['element'])
      const keyIn = (all: readonly Cell[]) => all.find((cell) => cell.element === element)?.key
      if (keyIn(before.current) !== keyIn(cells)) inFocus.blur()
    }
    before.current = cells
  }, [list, cells])
  useEffect(() => {
    if (isInOrder(cells)) return undefined
    const order = () => setKnown(cells.toSorted((one, other) => one.place - other.place))
    const later = setTimeout(order, restMs)
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Tab') flushSync(order)
    }
    window.addEventListener('keydown', onKey, true)
    return () => {
      clearTimeout(later)
      window.removeEventListener('keydown', onKey, true)
    }
  }, [cells])
  return cells
}
