import type * as z from 'zod/mini'

/** What could be read of rows that came together, and how many could not: a broken row never breaks its list (decision 6). */
export interface ReadableRows<Row> {
  readonly rows: readonly Row[]
  readonly unreadable: number
}

/** A row in a list of its own, or none where it cannot be read. */
export const readableRow = <Out, In>(item: z.ZodMiniType<Out, In>, one: unknown): readonly Out[] => {
  const read = item.safeParse(one)
  return read.success ? [read.data] : []
}

/** Reads row by row, in their order. */
export function readableRows<Out, In>(item: z.ZodMiniType<Out, In>, found: readonly unknown[]): ReadableRows<Out> {
  const rows = found.flatMap((one) => readableRow(item, one))
  return { rows, unreadable: found.length - rows.length }
}
