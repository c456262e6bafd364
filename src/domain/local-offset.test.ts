import { assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'

import { instantOn } from './local-offset'
import { offsetAt } from './zone'

const on = (zone: string, local: string): string => instantOn(zone, new Date(`${local}Z`)).toISOString()

describe('the instant of a local time', () => {
  test('follows the zone through the year', () => {
    expect(on('Europe/Madrid', '2026-01-10T12:00')).toBe('2026-01-10T11:00:00.000Z')
    expect(on('Europe/Madrid', '2026-07-10T12:00')).toBe('2026-07-10T10:00:00.000Z')
    expect(on('UTC', '2026-07-10T12:00')).toBe('2026-07-10T12:00:00.000Z')
  })

  test('is the first of two in autumn, and as if nothing had been set in the gap of spring', () => {
    expect(on('Europe/Madrid', '2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z')
    expect(on('Europe/Madrid', '2026-03-29T02:30')).toBe('2026-03-29T01:30:00.000Z')
  })

  test('is shown again as it was typed, but for the gap', () => {
    const zones = constantFrom('Europe/Madrid', 'America/Lima', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC')
    const minutes = integer({ min: 25_000_000, max: 32_000_000 })
    assert(
      property(zones, minutes, (zone, minute) => {
        const local = minute * 60_000
        const at = instantOn(zone, new Date(local))
        const shown = at.getTime() + offsetAt(zone, at) * 60_000
        expect(shown === local || shown - local === 3_600_000 || shown - local === 1_800_000).toBe(true)
      }),
    )
  })
})
