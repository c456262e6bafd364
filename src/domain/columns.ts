/** What may be handed over to another thread instead of copied. */
export const buffersOf = (columns: object): ArrayBuffer[] =>
  Object.values(columns).flatMap((column: unknown) =>
    ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer ? [column.buffer] : [],
  )

/** An instant in a column: epoch milliseconds, NaN for none. */
export const timeOf = (at: Date | null | undefined): number => at?.getTime() ?? Number.NaN

/** The instant that a column tells. */
export const dateOf = (time: number | undefined): Date | null =>
  time === undefined || Number.isNaN(time) ? null : new Date(time)

/** Values that many share, each listed once. */
export interface Listing<Key, Value> {
  readonly values: readonly Value[]
  /** The place of a value, by what tells it from others. */
  readonly placeOf: (key: Key, value: Value) => number
}

/** An empty listing. */
export function makeListing<Key, Value>(): Listing<Key, Value> {
  const places = new Map<Key, number>()
  const values: Value[] = []
  return {
    values,
    placeOf: (key, value) => {
      const known = places.get(key)
      if (known !== undefined) return known
      places.set(key, values.length)
      return values.push(value) - 1
    },
  }
}
