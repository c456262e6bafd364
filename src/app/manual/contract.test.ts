import { readdirSync, readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

const contract = readFileSync('docs/contract.md', 'utf8')
const [rules = '', , afterCatalogue = ''] = contract.split(/^## The failure catalogue$|^## The wire$/mu)
const catalogue = contract.slice(rules.length, contract.length - afterCatalogue.length)

const numbersIn = (text: string, pattern: RegExp): ReadonlySet<string> =>
  new Set(Array.from(text.matchAll(pattern), ([, number = '']) => number))

const headings = numbersIn(rules, /^### ([\d.]+) /gmu)
const rows = numbersIn(catalogue, /^\| (\d+) \|/gmu)
const wire = numbersIn(afterCatalogue, /^\| ([\d.]+) \|/gmu)

const files = ['src', 'mocks', 'e2e'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')] as const),
)

const listed = (text: string): readonly string[] => text.match(/\d+(?:\.\d+)?/gu) ?? []

/** What of the numbers that a pattern finds is not there. */
const dangling = (pattern: RegExp, known: ReadonlySet<string>): readonly string[] =>
  files.flatMap(([name, text]) =>
    Array.from(text.matchAll(pattern), ([, numbers = '']) => listed(numbers))
      .flat()
      .filter((number) => !known.has(number))
      .map((number) => `${name}: ${number}`),
  )

test('every table and section of the rules that is cited is in the contract', () => {
  expect(headings.size).toBeGreaterThan(0)
  expect(dangling(/\b(?:tables?|sections?) (\d+(?:\.\d+)?(?:(?:,| and) \d+(?:\.\d+)?)*)/gu, headings)).toEqual([])
})

test('every number of the failure catalogue in a comment or a title is a row of it', () => {
  expect(rows.size).toBe(54)
  expect(dangling(/\brow (\d+) of the failure catalogue/gu, rows)).toEqual([])
  expect(dangling(/\b(?:test|step|describe)\('((?:\d{1,2} )+)/gu, rows)).toEqual([])
})

test('every part of the wire that an assumption names is in the contract', () => {
  const assumed = readFileSync('src/api/abiquo/assumed.ts', 'utf8')
  const cited = Array.from(assumed.matchAll(/\* ((?:\d\.\d|\d)(?:, \d\.\d)*)(?:: | \*\/)/gu), ([, one = '']) =>
    listed(one),
  )
  expect(cited.flat().length).toBeGreaterThan(10)
  expect(cited.flat().filter((number) => !wire.has(number))).toEqual([])
})
