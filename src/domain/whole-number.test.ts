import { expect, test } from 'vitest'

import { wholeNumber } from './whole-number'

test('a whole number is digits and nothing else', () => {
  expect(['6', ' 12 ', '06', '0'].map(wholeNumber)).toEqual([6, 12, 6, 0])
})

test('what only a program takes for a number is none', () => {
  expect(['', ' ', '0x10', '1e1', '6.0', '+6', '-6', '6 h', '٦'].map(wholeNumber)).toEqual(
    Array.from({ length: 9 }, () => Number.NaN),
  )
})
