import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { writeDistance, writeSpan } from './spans'

describe.each(['en', 'es'] as const)('spans of time in %s are written as the browser would', (locale) => {
  test.each(['second', 'minute', 'hour', 'day'] as const)('%s, short', (unit) => {
    const asBrowser = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' })
    fc.assert(
      fc.property(fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 200_000 })), (count) => {
        expect(writeSpan(count, unit, locale)).toBe(asBrowser.format(count))
      }),
    )
  })

  test.each(['minute', 'hour', 'day', 'month', 'year'] as const)('%s, as a distance', (unit) => {
    const asBrowser = new Intl.RelativeTimeFormat(locale, { numeric: 'always' })
    const counts = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -200_000, max: 200_000 }))
    fc.assert(
      fc.property(counts, (count) => {
        fc.pre(count !== 0)
        expect(writeDistance(count, unit, locale)).toBe(asBrowser.format(count, unit))
      }),
    )
  })
})
