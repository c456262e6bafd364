import type { ReactNode } from 'react'

import { getLocale } from '~/texts/messages'

import type { InSight } from './in-sight'
import type { TableProps } from './table'

import classes from './data-table.module.css'

/** Rows as they were drawn last for these columns, in the language of then. */
interface Drawn {
  readonly given: readonly unknown[]
  readonly lines: WeakMap<object, { readonly index: number; readonly line: ReactNode }>
}

const drawn = new WeakMap<object, Drawn>()

/** The same element for the same row: React then leaves it alone while the table scrolls. */
export function lineOf<Row extends { readonly id: string }>(
  { columns, onOpen, below }: TableProps<Row>,
  row: Row,
  index: number,
  measure: InSight['measure'],
): ReactNode {
  const given = [onOpen, below, measure, getLocale()]
  const before = drawn.get(columns)
  const isSame = before?.given.every((one, place) => one === given[place])
  const { lines } = before && isSame ? before : { lines: new WeakMap<object, { index: number; line: ReactNode }>() }
  if (!isSame) drawn.set(columns, { given, lines })
  const known = lines.get(row)
  if (known?.index === index) return known.line
  const look = { columns, ...(onOpen && { onOpen }), ...(below && { below }) }
  const line = <Line key={row.id} {...look} row={row} index={index} measure={measure} />
  lines.set(row, { index, line })
  return line
}

/** A row is a `tbody` of its own, so that what stands beneath it is measured and hovered with it. */
export function Line<Row extends { readonly id: string }>({
  row,
  index,
  columns,
  onOpen,
  below,
  measure,
}: Pick<TableProps<Row>, 'columns' | 'onOpen' | 'below'> & {
  readonly row: Row
  readonly index: number
  readonly measure?: InSight['measure']
}) {
  const more = below?.(row) ?? null
  const named = columns.find(({ presses }) => !presses)
  return (
    <tbody
      className={classes['line']}
      data-index={index}
      data-opens={onOpen ? true : undefined}
      {...(measure && { ref: measure })}
    >
      <tr aria-rowindex={index + 2}>
        {columns.map((column, place) => {
          const Cell = column === named ? 'th' : 'td'
          return (
            <Cell key={column.key} data-align={column.align} {...(column === named && { scope: 'row' })}>
              {onOpen && place === 0 ? (
                <button type="button" className={classes['open']} onClick={() => onOpen(row)}>
                  {column.cell(row)}
                </button>
              ) : (
                column.cell(row)
              )}
            </Cell>
          )
        })}
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
