import type { ReactNode } from 'react'

import type { Items, Sight } from './items'

/**
 * One column of a table. `key` is what `sort` and `onSort` speak of. The first column says which row it is: screen readers
 * tell it with each other cell.
 */
export interface Column<Row> {
  readonly key: string
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  readonly sortable?: boolean
  readonly align?: 'start' | 'end'
  /** A CSS width; the rest is shared out by the content. */
  readonly width?: string
  /** Only something to press: it never says which row it is, and on a card it needs no name of its own. */
  readonly presses?: true
}

/** By which column a table is ordered. */
export interface Sort {
  readonly key: string
  readonly direction: 'asc' | 'desc'
}

/** What a table shows, and how. */
export interface TableProps<Row extends { readonly id: string }> {
  /** What the table holds, for those who do not see what stands around it. */
  readonly label: string
  readonly rows: Items<Row>
  readonly columns: readonly Column<Row>[]
  readonly sort?: Sort
  readonly onSort?: (sort: Sort) => void
  /** What stands in place of the rows when there are none. */
  readonly empty?: ReactNode
  /** Opens a row: the first cell becomes a button whose target is the whole row. */
  readonly onOpen?: (row: Row) => void
  /** More about a row, over the whole width beneath it. */
  readonly below?: (row: Row) => ReactNode
  /** What stands for a row that is not there yet. */
  readonly blank?: (place: number) => ReactNode
  readonly onSight?: Sight
}
