/** A value of a table. Text is whatever people or a platform wrote; numbers and instants are our own. */
export type CsvCell = string | number | Date | null

/** What a spreadsheet takes for the beginning of a formula, also behind blanks, and in the wide form of East Asian keyboards. */
const formula = /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u
/** A tab or a line break in front makes some programs split the cell, and read a formula in what follows. */
const control = /^[\t\r\n]/u
/** So that one apostrophe in front can be taken away again without asking whose it was. */
const apostrophe = /^'/u

const defused = (text: string): string =>
  formula.test(text) || control.test(text) || apostrophe.test(text) ? `'${text}` : text

const quoted = (text: string): string => (/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

function written(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return quoted(defused(cell))
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  return Number.isNaN(cell.getTime()) ? '' : cell.toISOString()
}

/**
 * Rows as CSV (RFC 4180: commas, CRLF after every row, quotes doubled), safe to open in a spreadsheet.
 *
 * A text that begins like a formula (`=`, `+`, `-`, `@`, their wide forms, a tab or a line break, also behind blanks)
 * gets an apostrophe in front, which makes it plain text in every spreadsheet. A text that begins with an apostrophe
 * gets one more: who reads the file by a program takes one leading apostrophe away and has the text as it was. Numbers
 * stay numbers, instants are ISO 8601 in UTC, what is not known is empty.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return rows
    .map((row) => {
      const line = row.map(written).join(',')
      // An empty line would be no row at all.
      return `${row.length === 1 && line === '' ? '""' : line}\r\n`
    })
    .join('')
}
