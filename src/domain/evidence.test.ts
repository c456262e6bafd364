import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { CsvCell } from './csv'
import { dataAsCsv, dataAsJson, evidenceAsCsv, evidenceAsJson, type EvidenceFact, type EvidenceTable } from './evidence'

const at = new Date('2026-03-29T02:30:00+01:00')

const table: EvidenceTable = {
  columns: [
    { key: 'name', head: 'Name' },
    { key: 'lastAt', head: 'Last backup' },
    { key: 'sizeMb', head: 'Size, MiB' },
  ],
  rows: [
    { id: '1', cells: ['=HYPERLINK("http://x","y")', at, 512], zone: 'Europe/Madrid' },
    { id: '2', cells: ['db', null, Number.NaN], zone: null },
  ],
}

const stamp: readonly EvidenceFact[] = [
  { key: 'product', label: 'Product', value: 'Holdfast' },
  { key: 'filters', label: 'Filters', value: ['State: Failed', '+evil'] },
  { key: 'takenAt', label: 'Taken at', value: at },
  { key: 'rows', label: 'Rows', value: 2 },
  { key: 'gaps', label: 'Gaps', value: [] },
  { key: 'order', label: 'Order', value: null },
]

describe('the file for spreadsheets', () => {
  const data = dataAsCsv(table)

  test('begins with the data, its head in the first row, formulas defused', () => {
    expect(data).toBe(
      'Name,Last backup,"Size, MiB"\r\n"\'=HYPERLINK(""http://x"",""y"")",2026-03-29T01:30:00.000Z,512\r\ndb,,\r\n',
    )
  })

  test('has the stamp behind an empty row, a row for each of several values, formulas defused there as well', () => {
    expect(evidenceAsCsv(data, stamp).slice(data.length)).toBe(
      "\r\nProduct,Holdfast\r\nFilters,State: Failed\r\nFilters,'+evil\r\nTaken at,2026-03-29T01:30:00.000Z\r\nRows,2\r\nOrder,\r\n",
    )
  })

  test('keeps the data byte for byte, so that its hash can be made again', () => {
    expect(evidenceAsCsv(data, stamp).startsWith(data)).toBe(true)
  })
})

describe('the file for programs', () => {
  test('has stable keys, instants in UTC, and null for what is not known', () => {
    expect(JSON.parse(evidenceAsJson(table, stamp))).toEqual({
      stamp: {
        product: 'Holdfast',
        filters: ['State: Failed', '+evil'],
        takenAt: '2026-03-29T01:30:00.000Z',
        rows: 2,
        gaps: [],
        order: null,
      },
      columns: { name: 'Name', lastAt: 'Last backup', sizeMb: 'Size, MiB' },
      rows: [
        { name: '=HYPERLINK("http://x","y")', lastAt: '2026-03-29T01:30:00.000Z', sizeMb: 512 },
        { name: 'db', lastAt: null, sizeMb: null },
      ],
    })
  })

  test('its rows are the very text that is hashed', () => {
    expect(evidenceAsJson(table, stamp)).toContain(`"rows":${dataAsJson(table)}}`)
  })
})

const cell: fc.Arbitrary<CsvCell> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.integer(),
  fc.date({ noInvalidDate: true }),
  fc.constant(null),
)
const tables = fc.array(fc.tuple(cell, cell), { maxLength: 6 }).map((rows): EvidenceTable => ({
  columns: [
    { key: 'a', head: 'A' },
    { key: 'b', head: 'B' },
  ],
  rows: rows.map((cells, place) => ({ id: String(place), cells, zone: null })),
}))

const plain = (one: CsvCell | undefined): unknown => (one instanceof Date ? one.toISOString() : (one ?? null))

test('whatever was written as JSON is read back, and equal data are equal texts', () => {
  fc.assert(
    fc.property(tables, (some) => {
      const read: unknown = JSON.parse(dataAsJson(some))
      expect(read).toEqual(some.rows.map(({ cells: [a, b] }) => ({ a: plain(a), b: plain(b) })))
      const again: EvidenceTable = { ...some, rows: some.rows.map(({ id, cells }) => ({ id, cells, zone: 'UTC' })) }
      expect(dataAsJson(again)).toBe(dataAsJson(some))
      expect(dataAsCsv(again)).toBe(dataAsCsv(some))
    }),
  )
})
