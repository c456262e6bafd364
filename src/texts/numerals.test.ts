import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { writeNumber } from './numerals'

describe.each(['en', 'es'] as const)('numbers in %s are written as the browser would', (locale) => {
  const asBrowser = (value: number, decimals: number): string =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(value)

  test.each([0, 7, 999, 1_000, 9_999, 10_000, 99_999, 100_000, 1_234_567, -5, -12_345, 1e15, 1e21])('%d', (value) =>
    expect(writeNumber(value, locale)).toBe(asBrowser(value, 3)),
  )

  test('whole numbers of any size', () => {
    const numbers = fc.integer({ min: 1, max: 1e15 })
    fc.assert(
      fc.property(numbers, (value) => {
        expect(writeNumber(value, locale)).toBe(asBrowser(value, 3))
      }),
    )
  })

  test('sizes, which are parts of 1,024', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 2 }), (parts, decimals) => {
        expect(writeNumber(parts / 1_024, locale, decimals)).toBe(asBrowser(parts / 1_024, decimals))
      }),
    )
  })
})

test('what is too small to be seen has no sign', () => expect(writeNumber(-0.001, 'en', 2)).toBe('0'))
