import { isAllowed } from '~/domain/allowance-plan'

import { type Bulk, bulkOf, type Grounds } from './matrix-grounds'
import type { MatrixState, Place } from './matrix-state'
import type { Shown } from './matrix-view'

interface Table {
  readonly shown: Shown
  readonly state: MatrixState
  readonly grounds: Grounds
}

/** The rows and columns between two places, both included; null when one of them is not shown. */
function between({ rows, columns }: Shown, a: Place, b: Place): Shown | null {
  const [top, bottom] = [a, b].map(({ row }) => rows.findIndex(({ id }) => id === row)).toSorted((x, y) => x - y)
  const [left, right] = [a, b]
    .map(({ column }) => columns.findIndex(({ id }) => id === column))
    .toSorted((x, y) => x - y)
  if (top === undefined || bottom === undefined || left === undefined || right === undefined) return null
  if (top < 0 || left < 0) return null
  return { rows: rows.slice(top, bottom + 1), columns: columns.slice(left, right + 1) }
}

/**
 * What a press on a cell sets. Alone it turns the cell over; with a range around it the whole range becomes what the
 * cell becomes; with `reach` all from the cell that was set last to this one becomes what that one is.
 */
export function pressed(
  { shown, state, grounds }: Table,
  place: Place,
  reach: boolean,
): { readonly bulk: Bulk; readonly wanted: boolean } | null {
  const { wishes, from, last } = state
  const allowed = (one: Place): boolean | null => {
    const row = shown.rows.find(({ id }) => id === one.row)
    return row && one.column !== null ? isAllowed(wishes, row, one.column) : null
  }
  const here = allowed(place)
  if (here === null) return null
  const source = reach && !from ? last : null
  const there = source && allowed(source)
  const wanted = there ?? !here
  const cells = between(shown, (there === null ? from : source) ?? place, place)
  return cells && { bulk: bulkOf(grounds, wishes, cells, wanted), wanted }
}
