import type { CsvCell } from '~/domain/csv'
import type { EvidenceColumn, EvidenceRow, EvidenceTable } from '~/domain/evidence'
import { shownZone } from '~/texts/clock'
import { formatInstant, formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'

import classes from './paper.module.css'

const words = (cell: CsvCell | undefined, { zone }: EvidenceRow): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return formatInstant(cell, shownZone(zone))
  return typeof cell === 'number' ? formatNumber(cell) : cell
}

/** A column of the sheet with those that stand beneath it, each by its place among the cells. */
interface Stack {
  readonly column: EvidenceColumn
  readonly place: number
  readonly beneath: readonly { readonly column: EvidenceColumn; readonly place: number }[]
}

function stacksOf(columns: readonly EvidenceColumn[]): readonly Stack[] {
  const placed = columns.map((column, place) => ({ column, place })).filter(({ column }) => !column.filesOnly)
  return placed
    .filter(({ column }) => column.beneath === undefined)
    .map(({ column, place }) => ({
      column,
      place,
      beneath: placed.filter((other) => other.column.beneath === column.key),
    }))
}

/** The rows of a list for paper: the head on every sheet, no row torn in two. */
export function PaperTable({ title, table }: { readonly title: string; readonly table: EvidenceTable }) {
  const stacks = stacksOf(table.columns)
  if (table.rows.length === 0) return <p className={classes['note']}>{m.evidence_paper_empty()}</p>
  return (
    <table className={classes['table']} aria-label={title}>
      <thead>
        <tr>
          {stacks.map(({ column, beneath }) => (
            <th key={column.key} scope="col">
              {column.head}
              {beneath.map((under) => (
                <span key={under.column.key} className={classes['under']}>
                  {under.column.head}
                </span>
              ))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.id}>
            {stacks.map((stack) => (
              <Cell key={stack.column.key} stack={stack} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Cell = ({ stack: { place, beneath }, row }: { readonly stack: Stack; readonly row: EvidenceRow }) => (
  <td data-number={typeof row.cells[place] === 'number' || undefined}>
    <bdi>{words(row.cells[place], row)}</bdi>
    {beneath.map((under) => {
      const small = words(row.cells[under.place], row)
      return (
        small !== '' && (
          <bdi key={under.column.key} className={classes['under']}>
            {small}
          </bdi>
        )
      )
    })}
  </td>
)
