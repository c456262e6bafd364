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

/** More columns beside each other leave no room for words. */
const mostColumns = 15

/** The columns in parts that a sheet is wide enough for, as even as can be; the first column names the rows of each. */
function partsOf([first, ...others]: readonly Stack[]): readonly (readonly Stack[])[] {
  if (first === undefined) return []
  const count = Math.max(1, Math.ceil(others.length / (mostColumns - 1)))
  const size = Math.ceil(others.length / count)
  return Array.from({ length: count }, (_, part) => [first, ...others.slice(part * size, (part + 1) * size)])
}

/** The rows of a list for paper; what is too wide for a sheet is laid out in several tables, one after the other. */
export function PaperTable({ title, table }: { readonly title: string; readonly table: EvidenceTable }) {
  if (table.rows.length === 0) return <p className={classes['note']}>{m.evidence_paper_empty()}</p>
  const [whole, ...more] = partsOf(stacksOf(table.columns))
  if (whole === undefined) return null
  if (more.length === 0) return <Part label={title} stacks={whole} rows={table.rows} />
  return [whole, ...more].map((stacks) => {
    const first = stacks[1]?.column.head ?? ''
    const range = m.evidence_paper_columns({ first, last: stacks.at(-1)?.column.head ?? '' })
    return (
      <section key={first} className={classes['part']}>
        <h3>{range}</h3>
        <Part label={`${title}, ${range}`} stacks={stacks} rows={table.rows} />
      </section>
    )
  })
}

/** A table with its head on every sheet, and no row torn in two. */
function Part({
  label,
  stacks,
  rows,
}: {
  readonly label: string
  readonly stacks: readonly Stack[]
  readonly rows: readonly EvidenceRow[]
}) {
  const numeric = (place: number): boolean => rows.some(({ cells }) => typeof cells[place] === 'number')
  return (
    <table className={classes['table']} aria-label={label}>
      <thead>
        <tr>
          {stacks.map(({ column, place, beneath }) => (
            <th key={column.key} scope="col" data-number={numeric(place) || undefined}>
              {column.paperHead ?? column.head}
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
        {rows.map((row) => (
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
