import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { calendarDay, day, epochDay, hour, minute } from './calendar'
import { localDayOf, localInstant, wallInstant } from './local-day'
import { offsetAt } from './zone'

const zones = ['Europe/Madrid', 'UTC', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Pacific/Apia', 'Australia/Lord_Howe']

/** Of a day in Madrid. */
const length = (year: number, month: number, date: number): number => {
  const days = epochDay(year, month, date)
  return localInstant('Europe/Madrid', days + 1).getTime() - localInstant('Europe/Madrid', days).getTime()
}

const at = (month: number, date: number, minutes: number): string =>
  localInstant('Europe/Madrid', epochDay(2026, month, date), minutes).toISOString()

describe('the day of a zone', () => {
  test('begins at its midnight, and is an hour shorter or longer when clocks are set', () => {
    expect(localInstant('Europe/Madrid', epochDay(2026, 3, 1)).toISOString()).toBe('2026-02-28T23:00:00.000Z')
    expect(length(2026, 3, 29)).toBe(day - hour)
    expect(length(2026, 10, 25)).toBe(day + hour)
    expect(length(2026, 3, 2)).toBe(day)
  })

  test('a time that clocks jump over is the jump, one that happens twice is the first', () => {
    expect(at(3, 29, 150)).toBe('2026-03-29T01:00:00.000Z')
    expect(at(10, 25, 150)).toBe('2026-10-25T00:30:00.000Z')
    // Clocks there jumped over midnight.
    expect(localInstant('America/Sao_Paulo', epochDay(2018, 11, 4)).toISOString()).toBe('2018-11-04T03:00:00.000Z')
  })

  test('every instant lies within the day that is told for it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ min: new Date('2012-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (zone, instant) => {
          const days = localDayOf(zone, instant)
          expect(calendarDay(days).year).toBeGreaterThan(2010)
          expect(localInstant(zone, days).getTime()).toBeLessThanOrEqual(instant.getTime())
          expect(localInstant(zone, days + 1).getTime()).toBeGreaterThan(instant.getTime())
        },
      ),
    )
  })
})

test('a local time is shown again as it was typed, but for one that clocks jump over', () => {
  expect(wallInstant('Europe/Madrid', Date.UTC(2026, 6, 10, 12))).toEqual(new Date('2026-07-10T10:00Z'))
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 25_000_000, max: 32_000_000 }), (zone, minutes) => {
      const typed = minutes * minute
      const instant = wallInstant(zone, typed).getTime()
      const shown = (ms: number): number => ms + offsetAt(zone, new Date(ms)) * minute
      // Right before a jump the clocks show less than what was typed, after it no less.
      expect(shown(instant) === typed || shown(instant - 1) < typed).toBe(true)
      expect(shown(instant)).toBeGreaterThanOrEqual(typed)
    }),
  )
})
