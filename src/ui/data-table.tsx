import { useState } from 'react'

import { m } from '~/texts/messages'

import { Line, lineOf } from './data-line'
import { useInBox } from './in-sight'
import { ScrollBox } from './scroll-box'
import type { Column, Sort, TableProps } from './table'
import { DenseTimes } from './time'

import classes from './data-table.module.css'

const virtualFrom = 100
/** More columns stand nearer to each other. */
const manyColumns = 7
/** A row, in pixels, before one was drawn. */
const usualRow = 45

/**
 * A table that reads well with a keyboard and a screen reader: real table elements, sortable heads with `aria-sort`, a
 * head that stays, and a scroll box of its own that takes the focus. Beyond 100 rows it draws only those in sight.
 */
export function DataTable<Row extends { readonly id: string }>(props: TableProps<Row>) {
  const { label, rows, columns, sort, onSort, empty = null } = props
  const named = columns.find(({ presses }) => !presses)
  const [box, setBox] = useState<HTMLElement | null>(null)
  if (rows.length === 0 && empty !== null) return <>{empty}</>
  return (
    <ScrollBox ref={setBox} className={classes['box']} label={label} data-long={rows.length > virtualFrom || undefined}>
      <DenseTimes>
        <table
          className={classes['table']}
          aria-label={label}
          aria-rowcount={rows.length + 1}
          data-many={columns.length > manyColumns || undefined}
        >
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <Head
                  key={column.key}
                  column={column}
                  names={column === named && !props.onOpen}
                  {...(sort && { sort })}
                  {...(onSort && { onSort })}
                />
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
  names,
  sort,
  onSort,
}: {
  readonly column: Column<Row>
  /** It says which row it is, and stays in sight. */
  readonly names: boolean
  readonly sort?: Sort
  readonly onSort?: (sort: Sort) => void
}) {
  const direction = sort?.key === column.key ? sort.direction : null
  const style = column.width === undefined ? undefined : { width: column.width }
  if (!column.sortable || !onSort)
    return (
      <th
        scope="col"
        data-align={column.align}
        data-names={names || undefined}
        data-presses={column.presses}
        style={style}
      >
        {column.head}
      </th>
    )
  return (
    <th
      scope="col"
      data-align={column.align}
      data-names={names || undefined}
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
        if (row) return lineOf(props, row, index, measure)
        return (
          <tbody key={`blank ${String(index)}`} className={classes['line']}>
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
