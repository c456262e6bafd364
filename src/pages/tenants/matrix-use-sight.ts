import type { RefObject } from 'react'

import type { Size, Spot } from '~/pages/parts/grid/grid-keys'
import { type LineInSight, useInBox } from '~/ui/in-sight'

/** In pixels; the stylesheet has the same. */
export const rowHeight = 44
const headHeight = 100
const columnWidth = 128
const headWidth = 240

/** With the row or column of the keyboard, so that the focus has a place to go and to stay. */
const including = (lines: readonly LineInSight[], place: number): readonly number[] =>
  [...new Set([...lines.map(({ index }) => index), ...(place < 0 ? [] : [place])])].toSorted((a, b) => a - b)

/** Which rows and columns are in sight: of three hundred tenants and sixty policies only those are in the document. */
export function useCellsInSight(
  box: RefObject<HTMLDivElement | null>,
  { rows, columns }: Size,
  at: Spot,
): { readonly rows: readonly number[]; readonly columns: readonly number[] } {
  const down = useInBox({ count: rows, size: rowHeight, box: () => box.current, margin: headHeight, beyond: 6 })
  const across = useInBox({
    count: columns,
    size: columnWidth,
    box: () => box.current,
    margin: headWidth,
    beyond: 3,
    across: true,
  })
  return { rows: including(down.lines, at.row), columns: including(across.lines, at.column) }
}
