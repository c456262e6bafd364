import type { Spot } from '~/pages/parts/grid/grid-keys'

import type { MatrixState, Place } from './matrix-state'
import type { Shown } from './matrix-view'

/** Where the keyboard is and what it reaches over, by positions. */
export interface Focus {
  readonly at: Spot
  /** The corners of a range; null when there is none. */
  readonly range: {
    readonly top: number
    readonly bottom: number
    readonly left: number
    readonly right: number
  } | null
}

/** Null when filters took away what the place names. */
function spotOf({ rows, columns }: Shown, place: Place | null): Spot | null {
  if (!place) return null
  const row = place.row === null ? -1 : rows.findIndex(({ id }) => id === place.row)
  const column = place.column === null ? -1 : columns.findIndex(({ id }) => id === place.column)
  return (place.row !== null && row === -1) || (place.column !== null && column === -1) ? null : { row, column }
}

/** What lies at a spot; ids outlive filters, and spots do not. */
export const placeAt = ({ rows, columns }: Shown, { row, column }: Spot): Place => ({
  row: rows[row]?.id ?? null,
  column: columns[column]?.id ?? null,
})

/** The first cell, where nothing else is known. */
export function focusOf(shown: Shown, state: MatrixState): Focus {
  const at = spotOf(shown, state.at) ?? { row: 0, column: 0 }
  const from = spotOf(shown, state.from)
  if (!from) return { at, range: null }
  return {
    at,
    range: {
      top: Math.min(at.row, from.row),
      bottom: Math.max(at.row, from.row),
      left: Math.min(at.column, from.column),
      right: Math.max(at.column, from.column),
    },
  }
}
