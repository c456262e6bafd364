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

const writtenById = (data: unknown): ReadonlyMap<unknown, string> | null => {
  if (typeof data !== 'object' || data === null || !('rows' in data) || !Array.isArray(data.rows)) return null
  const rows: readonly unknown[] = data.rows
  const pairs = rows.flatMap((row) =>
    typeof row === 'object' && row !== null && 'id' in row ? [[row.id, JSON.stringify(row, whole)] as const] : [],
  )
  return pairs.length === rows.length ? new Map(pairs) : null
}

const isPart = (data: unknown): boolean =>
  typeof data === 'object' &&
  data !== null &&
  'rows' in data &&
  Array.isArray(data.rows) &&
  (('unreadable' in data && data.unreadable !== 0) ||
    ('total' in data && (typeof data.total !== 'number' || data.total > data.rows.length)))

/** Compares two readings of a list. Null: these are no lists, or of rows without ids. */
export function listChange(before: unknown, after: unknown): ListChange | null {
  const old = writtenById(before)
  const next = writtenById(after)
  if (!old || !next) return null
  const stayed = [...next].filter(([id]) => old.has(id))
  return {
    came: next.size - stayed.length,
    went: isPart(after) ? 0 : old.size - stayed.length,
    changed: stayed.filter(([id, row]) => old.get(id) !== row).length,
  }
}
