import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { writeNumber } from './numerals'

describe.each(['en', 'es'] as const)('numbers in %s are written as the browser would', (locale) => {
  const same = (value: number, decimals: number): void => {
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: decimals })
    expect(writeNumber(value, locale, decimals)).toBe(format.format(value))
  }

  test('whole numbers of any size', () => {
    for (const value of [0, 7, 999, 1_000, 9_999, 10_000, 99_999, 100_000, 1_234_567, -5, -12_345, 1e15, 1e21])
      same(value, 3)
    fc.assert(fc.property(fc.integer({ min: -1e15, max: 1e15 }), (value) => same(value === 0 ? 0 : value, 3)))
  })

  test('sizes, which are parts of 1,024', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 2 }), (parts, decimals) =>
        same(parts / 1_024, decimals),
      ),
    )
  })
})

test('what is too small to be seen has no sign', () => expect(writeNumber(-0.001, 'en', 2)).toBe('0'))
