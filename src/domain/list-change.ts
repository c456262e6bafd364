/** What another reading of a list brought. */
export interface ListChange {
  readonly came: number
  /** 0 of a list that may not have been read whole: what new rows pushed beyond its end is still there. */
  readonly went: number
  readonly changed: number
}

/** Sets and maps hold what counts, and would be written as nothing. */
const whole = (_key: string, value: unknown): unknown =>
  value instanceof Set || value instanceof Map ? [...value] : value

/** The rows of a list by their ids, as they would be written, and whether they are all that there are. */
function listIn(data: unknown): { readonly rows: ReadonlyMap<unknown, string>; readonly isWhole: boolean } | null {
  if (typeof data !== 'object' || data === null || !('rows' in data) || !Array.isArray(data.rows)) return null
  const rows: readonly unknown[] = data.rows
  const pairs = rows.flatMap((row) =>
    typeof row === 'object' && row !== null && 'id' in row ? [[row.id, JSON.stringify(row, whole)] as const] : [],
  )
  if (pairs.length < rows.length) return null
  const leavesOut = 'unreadable' in data && data.unreadable !== 0
  const untold = 'untold' in data && data.untold === true
  const goesOn = untold || ('total' in data && (typeof data.total !== 'number' || data.total > rows.length))
  return { rows: new Map(pairs), isWhole: !leavesOut && !goesOn }
}

/** Compares two readings of a list. Null: these are no lists, or of rows without ids. */
export function listChange(before: unknown, after: unknown): ListChange | null {
  const old = listIn(before)
  const next = listIn(after)
  if (!old || !next) return null
  const stayed = [...next.rows].filter(([id]) => old.rows.has(id))
  return {
    came: next.rows.size - stayed.length,
    went: next.isWhole ? old.rows.size - stayed.length : 0,
    changed: stayed.filter(([id, row]) => old.rows.get(id) !== row).length,
  }
}
