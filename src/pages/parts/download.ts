import { type CsvCell, toCsv } from '~/domain/csv'

/** Tells spreadsheets that the file is UTF-8; without it they read names with accents wrong. */
export const byteOrderMark = '\uFEFF'

/** A part of a name that every file system takes. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 40)

/** `events_failures_Barcelona_2026-03-02T080000Z.csv`: what it is, what it was narrowed to, and when. */
export const fileName = (parts: readonly string[], at: Date, extension: string): string =>
  [...parts.map(plain).filter((part) => part !== ''), `${at.toISOString().slice(0, 19).replaceAll(':', '')}Z`]
    .join('_')
    .concat(`.${extension}`)

/** Hands a text to the browser as a file. */
export function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken what it needs by the next turn; older ones read a little later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** Rows as a file that a spreadsheet opens safely; the first row is the head. */
export const downloadCsv = (name: string, rows: readonly (readonly CsvCell[])[]): void =>
  download(name, 'text/csv', `${byteOrderMark}${toCsv(rows)}`)
