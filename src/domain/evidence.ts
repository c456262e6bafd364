import { type CsvCell, toCsv } from './csv'

/** A column of a list that someone takes away. */
export interface EvidenceColumn {
  /** Its name for programs: it stays the same when the words change. */
  readonly key: string
  /** Its name for people. */
  readonly head: string
  /** Its name on paper where that is another one: instants are UTC in files, and those of the shown clock on paper. */
  readonly paperHead?: string
  /** On paper it stands in small type under this other column; files have a column for each. */
  readonly beneath?: string
  /** Paper has no room for it. */
  readonly filesOnly?: true
}

/** A line of a list that is taken away. */
export interface EvidenceRow {
  /** Unique in the list. */
  readonly id: string
  /** One for each column, in their order. Instants are instants; a cell that is not known is null. */
  readonly cells: readonly CsvCell[]
  /** Zone (IANA) of the datacenter that the row is about; null where it is about none, or none is known. */
  readonly zone: string | null
}

/** What a list says, as data. */
export interface EvidenceTable {
  readonly columns: readonly EvidenceColumn[]
  readonly rows: readonly EvidenceRow[]
}

/** A line of the stamp: who took what, when, of what age. */
export interface EvidenceFact {
  /** Its name for programs. */
  readonly key: string
  /** Its name for people. */
  readonly label: string
  readonly value: CsvCell | readonly string[]
}

/** The data of a list as CSV, its head first: what the hash of the stamp is made of. */
export const dataAsCsv = ({ columns, rows }: EvidenceTable): string =>
  toCsv([columns.map(({ head }) => head), ...rows.map(({ cells }) => cells)])

const isList = (value: EvidenceFact['value']): value is readonly string[] => Array.isArray(value)

const linesOf = ({ label, value }: EvidenceFact): readonly (readonly CsvCell[])[] =>
  isList(value) ? value.map((one) => [label, one]) : [[label, value]]

/**
 * The file for spreadsheets: the data first, so that its head is the first row and sorting takes no more than the data;
 * then an empty row, and the stamp in two columns. A fact of several values has a row for each.
 *
 * @param data What `dataAsCsv` gave.
 */
export const evidenceAsCsv = (data: string, stamp: readonly EvidenceFact[]): string =>
  `${data}\r\n${toCsv(stamp.flatMap(linesOf))}`

/** A cell as JSON knows it: instants are ISO 8601 in UTC, what is no number or no date is null. */
function jsonCell(cell: CsvCell): string | number | null {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString()
  return typeof cell === 'number' && !Number.isFinite(cell) ? null : cell
}

/** The rows of a list as objects with the columns' keys, in one line without blanks. */
export const dataAsJson = ({ columns, rows }: EvidenceTable): string =>
  JSON.stringify(
    rows.map(({ cells }) => Object.fromEntries(columns.map(({ key }, place) => [key, jsonCell(cells[place] ?? null)]))),
  )

const jsonValue = (value: EvidenceFact['value']): unknown => (isList(value) ? value : jsonCell(value))

/** The file for programs: the stamp, the columns with their words, and the rows. */
export const evidenceAsJson = (table: EvidenceTable, stamp: readonly EvidenceFact[]): string => {
  const facts = Object.fromEntries(stamp.map(({ key, value }) => [key, jsonValue(value)]))
  const columns = Object.fromEntries(table.columns.map(({ key, head }) => [key, head]))
  return `{"stamp":${JSON.stringify(facts)},"columns":${JSON.stringify(columns)},"rows":${dataAsJson(table)}}\n`
}
