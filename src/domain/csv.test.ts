import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { type CsvCell, toCsv } from './csv'

/** A reader by the letter of RFC 4180, which knows nothing of our writer. */
function fromCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      at += 1
      while (text[at] !== '"' || text[at + 1] === '"') {
        cell += text[at] ?? ''
        at += text[at] === '"' ? 2 : 1
      }
      at += 1
    } else
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') {
        cell += text[at] ?? ''
        at += 1
      }
    row.push(cell)
    if (text[at] === ',') at += 1
    else {
      if (text.slice(at, at + 2) !== '\r\n') throw new Error('a row ends with CRLF')
      at += 2
      rows.push(row)
      row = []
    }
  }
  return rows
}

const cell = (one: CsvCell): string => toCsv([[one, 'x']]).slice(0, -',x\r\n'.length)

describe('cells', () => {
  test.each<readonly [string, CsvCell, string]>([
    ['plain text', 'web-01', 'web-01'],
    ['nothing', null, ''],
    ['empty text', '', ''],
    ['a comma', 'a,b', '"a,b"'],
    ['a quote', 'the "old" one', '"the ""old"" one"'],
    ['a line break', 'a\nb', '"a\nb"'],
    ['a number below zero stays a number', -5.5, '-5.5'],
    ['no number', Number.NaN, ''],
    ['an instant', new Date('2026-03-29T02:30:00+01:00'), '2026-03-29T01:30:00.000Z'],
    ['no instant', new Date(Number.NaN), ''],
    ['an equals sign', '=1+1', "'=1+1"],
    ['a plus', '+49 30 1234', "'+49 30 1234"],
    ['a minus', '-5', "'-5"],
    ['an at', '@SUM(A1)', "'@SUM(A1)"],
    ['a tab', '\tx', "'\tx"],
    ['a carriage return', '\r=1', '"\'\r=1"'],
    ['behind blanks', '  =1+1', "'  =1+1"],
    ['behind what nobody sees', '\u200b=1+1', "'\u200b=1+1"],
    ['wide forms', '＝1+1', "'＝1+1"],
    ['an apostrophe', "'tis", "''tis"],
    ['a link with a formula and a comma', '=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['inside, signs are plain', 'a=b', 'a=b'],
  ])('%s', (_, given, expected) => expect(cell(given)).toBe(expected))
})

test('rows end with CRLF, and a row of one empty cell is still a row', () => {
  expect(toCsv([])).toBe('')
  expect(toCsv([['Time', 'Text'], [null, null], []])).toBe('Time,Text\r\n,\r\n\r\n')
  expect(fromCsv(toCsv([[''], ['a']]))).toEqual([[''], ['a']])
})

const unit = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', "'", '"', ',', ' ', 'a', '1', 'ü', '＝', '\u200b')
const tables = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(fc.string({ unit, maxLength: 6 }), { minLength: width, maxLength: width })))

test('whatever was written is read back, and no cell begins like a formula', () => {
  fc.assert(
    fc.property(tables, (rows) => {
      const read = fromCsv(toCsv(rows))
      expect(
        read.flat().filter((one) => /^[=+\-@\t\r\n＝＋－＠]/u.test(one.trimStart()) || /^[\t\r\n]/u.test(one)),
      ).toEqual([])
      expect(read.map((row) => row.map((one) => one.replace(/^'/u, '')))).toEqual(rows)
    }),
  )
})
