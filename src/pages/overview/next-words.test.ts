import { expect, test } from 'vitest'

import { nextWords } from './next-words'

const until = new Date('2026-03-02T17:00:00Z')
const run = { vmId: 'a', vmName: 'a', at: new Date('2026-03-02T16:30:00Z') }
const words = (runs: number, untold: number): string =>
  nextWords({ runs: Array.from({ length: runs }, () => run), untold }, until, '18:00')

test('nothing is to run only where every run is known', () => {
  expect(words(0, 0)).toBe('No run until 18:00')
  expect(words(0, 9)).toBe('No known run until 18:00')
})

test('a number of runs is the whole only where every run is known', () => {
  expect(words(1, 0)).toBe('One run until 18:00')
  expect(words(2, 0)).toBe('2 runs until 18:00')
  expect(words(1, 9)).toBe('One known run until 18:00')
  expect(words(2, 1)).toBe('2 known runs until 18:00')
})

test('runs after the instant are not counted', () => {
  const after = { ...run, at: new Date('2026-03-02T17:00:01Z') }
  expect(nextWords({ runs: [after], untold: 0 }, until, '18:00')).toBe('No run until 18:00')
})
