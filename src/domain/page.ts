/** A window of a longer list. */
export interface Window {
  /** Index of the first row, from 0. */
  readonly offset: number
  readonly limit: number
}

/** One window, and how long the list is; `total` is null when the platform does not say. */
export interface Page<T> {
  readonly rows: readonly T[]
  readonly total: number | null
  /** Rows that came in a shape that we cannot read, and were left out: a broken row never breaks a list. */
  readonly unreadable: number
  /** Those that cannot be read are counted whatever was asked for: it cannot be told what they would be. */
  readonly unreadableOfAny?: true
}
