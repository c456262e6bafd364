import { type ReactNode, useState } from 'react'

import { m } from '~/texts/messages'

import { type InSight, useInBox } from './in-sight'
import type { Items, Sight } from './items'
import { ScrollBox } from './scroll-box'
import { DenseTimes } from './time'

import classes from './data-table.module.css'

/** One column of a table. `key` is what `sort` and `onSort` speak of. */
export interface Column<Row> {
  readonly key: string
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  readonly sortable?: boolean
  readonly align?: 'start' | 'end'
  /** A CSS width; the rest is shared out by the content. */
  readonly width?: string
}

export interface Sort {
  readonly key: string
  readonly direction: 'asc' | 'desc'
}

interface TableProps<Row extends { readonly id: string }> {
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

const virtualFrom = 100
/** A row, in pixels, before one was drawn. */
const usualRow = 45

/**
 * A table that reads well with a keyboard and a screen reader: real table elements, sortable heads with `aria-sort`, a
 * head that stays, and a scroll box of its own that takes the focus. Beyond 100 rows it draws only those in sight.
 */
export function DataTable<Row extends { readonly id: string }>(props: TableProps<Row>) {
  const { label, rows, columns, sort, onSort, empty = null } = props
  const [box, setBox] = useState<HTMLElement | null>(null)
  if (rows.length === 0 && empty !== null) return <>{empty}</>
  return (
    <ScrollBox ref={setBox} className={classes['box']} label={label} data-long={rows.length > virtualFrom || undefined}>
      <DenseTimes>
        <table className={classes['table']} aria-label={label} aria-rowcount={rows.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <Head key={column.key} column={column} {...(sort && { sort })} {...(onSort && { onSort })} />
              ))}
            </tr>
          </thead>
          {rows.length > virtualFrom ? (
            <RowsInSight {...props} box={box} />
          ) : (
            Array.from({ length: rows.length }, (_, index) => {
              const row = rows.at(index)
              return row && <Line key={row.id} {...props} row={row} index={index} />
            })
          )}
        </table>
      </DenseTimes>
    </ScrollBox>
  )
}

function Head<Row>({
  column,
  sort,
  onSort,
}: {
  readonly column: Column<Row>
  readonly sort?: Sort
  readonly onSort?: (sort: Sort) => void
}) {
  const direction = sort?.key === column.key ? sort.direction : null
  const style = column.width === undefined ? undefined : { width: column.width }
  if (!column.sortable || !onSort)
    return (
      <th scope="col" data-align={column.align} style={style}>
        {column.head}
      </th>
    )
  return (
    <th
      scope="col"
      data-align={column.align}
      style={style}
      aria-sort={direction === null ? 'none' : direction === 'asc' ? 'ascending' : 'descending'}
    >
      <button
        type="button"
        className={classes['sort']}
        title={m.common_sort_by({ column: column.head })}
        onClick={() => onSort({ key: column.key, direction: direction === 'asc' ? 'desc' : 'asc' })}
      >
        {column.head}
        <svg viewBox="0 0 16 16" aria-hidden="true" className={classes['arrow']} data-direction={direction ?? 'none'}>
          <path d="M8 13V3M4 7l4-4 4 4" />
        </svg>
      </button>
    </th>
  )
}

function RowsInSight<Row extends { readonly id: string }>({
  box,
  ...props
}: TableProps<Row> & { readonly box: HTMLElement | null }) {
  const { rows, blank, columns, onSight } = props
  const { lines, before, after, measure, size } = useInBox({
    count: rows.length,
    size: usualRow,
    measured: true,
    box: () => box,
    beyond: 6,
    onSight,
  })
  return (
    <>
      <Gap height={before} />
      {lines.map(({ index }) => {
        const row = rows.at(index)
        if (row) return <Line key={row.id} {...props} row={row} index={index} measure={measure} />
        return (
          <tbody key={index} className={classes['line']}>
            <tr aria-rowindex={index + 2} style={{ height: size }}>
              <td colSpan={columns.length}>{blank?.(index)}</td>
            </tr>
          </tbody>
        )
      })}
      <Gap height={after} />
    </>
  )
}

/** Stands for the rows that are not drawn. */
const Gap = ({ height }: { readonly height: number }) =>
  height > 0 && (
    <tbody aria-hidden="true">
      <tr style={{ height }} />
    </tbody>
  )

/** A row is a `tbody` of its own, so that what stands beneath it is measured and hovered with it. */
function Line<Row extends { readonly id: string }>({
  row,
  index,
  columns,
  onOpen,
  below,
  measure,
}: TableProps<Row> & {
  readonly row: Row
  readonly index: number
  readonly measure?: InSight['measure']
}) {
  const more = below?.(row) ?? null
  return (
    <tbody
      className={classes['line']}
      data-index={index}
      data-opens={onOpen ? true : undefined}
      {...(measure && { ref: measure })}
    >
      <tr aria-rowindex={index + 2}>
        {columns.map((column, place) => (
          <td key={column.key} data-align={column.align}>
            {onOpen && place === 0 ? (
              <button type="button" className={classes['open']} onClick={() => onOpen(row)}>
                {column.cell(row)}
              </button>
            ) : (
              column.cell(row)
            )}
          </td>
        ))}
      </tr>
      {more !== null && (
        <tr>
          <td colSpan={columns.length} className={classes['below']}>
            {more}
          </td>
        </tr>
      )}
    </tbody>
  )
}
