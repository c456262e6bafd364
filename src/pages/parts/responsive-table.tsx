import { useMediaQuery } from '@mantine/hooks'
import { type ComponentProps, Fragment } from 'react'

import { CardColumn } from '~/ui/card-column'
import { Part } from '~/ui/crash-boundary'
import { DataTable } from '~/ui/data-table'
import type { Items } from '~/ui/items'
import { DenseTimes } from '~/ui/time'

import classes from './responsive-table.module.css'

const cardLook = classes['card'] ?? ''

type TableProps<Row extends { readonly id: string }> = ComponentProps<typeof DataTable<Row>>

/** A table where there is room for one; on a phone each row stands as a card of its own, nothing beyond the edge. */
export function ResponsiveTable<Row extends { readonly id: string }>(props: TableProps<Row>) {
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  return <Part>{narrow && props.rows.length > 0 ? <Cards {...props} /> : <DataTable {...props} />}</Part>
}

const virtualFrom = 100

const all = <Row,>(rows: Items<Row>): readonly Row[] =>
  Array.from({ length: rows.length }, (_, place) => rows.at(place)).filter((row) => row !== undefined)

/** Beyond 100 rows only the cards in sight are drawn, so that ten thousand scroll like fifty. */
const Cards = <Row extends { readonly id: string }>(props: TableProps<Row>) => (
  <DenseTimes>
    {props.rows.length > virtualFrom ? (
      <CardColumn label={props.label} items={props.rows} look={cardLook} blank={props.blank} onSight={props.onSight}>
        {(row) => <Card {...props} row={row} />}
      </CardColumn>
    ) : (
      <ul className={classes['cards']} aria-label={props.label}>
        {all(props.rows).map((row) => (
          <li key={row.id} className={cardLook}>
            <Card {...props} row={row} />
          </li>
        ))}
      </ul>
    )}
  </DenseTimes>
)

/** The first column is the card's title; the button that opens the row reaches over the whole card. */
function Card<Row extends { readonly id: string }>({
  row,
  columns: [first, ...others],
  onOpen,
  below,
}: TableProps<Row> & { readonly row: Row }) {
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
        {others.map(({ key, head, cell, presses }) => {
          if (presses) return null
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
      {others.map(({ key, cell, presses }) => presses && <Fragment key={key}>{cell(row)}</Fragment>)}
      {below?.(row)}
    </>
  )
}
