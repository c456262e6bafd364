import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

import type { Size, Spot } from '~/pages/parts/grid/grid-keys'

/** In pixels; the stylesheet has the same. */
export const rowHeight = 44
const headHeight = 100
const columnWidth = 128
const headWidth = 240

/** With the row or column of the keyboard, so that the focus has a place to go and to stay. */
const including =
  (place: number) =>
  (range: Range): number[] =>
    [...new Set([...defaultRangeExtractor(range), ...(place < 0 ? [] : [place])])].toSorted((a, b) => a - b)

/** Which rows and columns are in sight: of three hundred tenants and sixty policies only those are in the document. */
export function useSight(
  box: RefObject<HTMLDivElement | null>,
  { rows, columns }: Size,
  at: Spot,
): { readonly rows: readonly number[]; readonly columns: readonly number[] } {
  const down = useVirtualizer({
    count: rows,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    scrollMargin: headHeight,
    overscan: 6,
    rangeExtractor: including(at.row),
  })
  const across = useVirtualizer({
    horizontal: true,
    count: columns,
    getScrollElement: () => box.current,
    estimateSize: () => columnWidth,
    scrollMargin: headWidth,
    overscan: 3,
    rangeExtractor: including(at.column),
  })
  return { rows: down.getVirtualIndexes(), columns: across.getVirtualIndexes() }
}
