import { useMediaQuery } from '@mantine/hooks'
import type { ComponentProps, ReactNode } from 'react'

import { type Column, DataTable } from '~/ui/data-table'
import { DenseTimes } from '~/ui/time'

import classes from './responsive-table.module.css'

type TableProps<Row extends { readonly id: string }> = ComponentProps<typeof DataTable<Row>>

/** A table where there is room for one; on a phone each row stands as a card of its own, nothing beyond the edge. */
export function ResponsiveTable<Row extends { readonly id: string }>(props: TableProps<Row>) {
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  return narrow && props.rows.length > 0 ? <Cards {...props} /> : <DataTable {...props} />
}

const Cards = <Row extends { readonly id: string }>({ label, rows, columns, onOpen, below }: TableProps<Row>) => (
  <DenseTimes>
    <ul className={classes['cards']} aria-label={label}>
      {rows.map((row) => (
        <li key={row.id} className={classes['card']} data-opens={onOpen ? true : undefined}>
          <Card row={row} columns={columns} {...(onOpen && { onOpen })} below={below?.(row) ?? null} />
        </li>
      ))}
    </ul>
  </DenseTimes>
)

/** The first column is the card's title; the button that opens the row reaches over the whole card. */
function Card<Row>({
  row,
  columns: [first, ...others],
  onOpen,
  below,
}: {
  readonly row: Row
  readonly columns: readonly Column<Row>[]
  readonly onOpen?: (row: Row) => void
  readonly below: ReactNode
}) {
  return (
    <>
      <div className={classes['title']}>
        {onOpen ? (
          <button type="button" className={classes['open']} onClick={() => onOpen(row)}>
            {first?.cell(row)}
          </button>
        ) : (
          first?.cell(row)
        )}
      </div>
      <dl className={classes['facts']}>
        {others.map(({ key, head, cell }) => {
          const content = cell(row)
          // A name without anything beside it only takes room.
          return content === null || content === undefined || content === false || content === '' ? null : (
            <div key={key}>
              <dt>{head}</dt>
              <dd>{content}</dd>
            </div>
          )
        })}
      </dl>
      {below}
    </>
  )
}
