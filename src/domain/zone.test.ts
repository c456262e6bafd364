import { expect, test } from 'vitest'

import { isTimeZone, nextOffsetChange, offsetAt } from './zone'

const change = (zone: string, after: string) => {
  const found = nextOffsetChange(zone, new Date(after))
  return found && { ...found, at: found.at.toISOString() }
}

test('offsets, minutes east', () => {
  expect(offsetAt('Europe/Madrid', new Date('2026-03-29T00:59:59Z'))).toBe(60)
  expect(offsetAt('Europe/Madrid', new Date('2026-03-29T01:00:00Z'))).toBe(120)
  expect(offsetAt('America/St_Johns', new Date('2026-01-01T00:00:00Z'))).toBe(-210)
  expect(offsetAt('Asia/Kathmandu', new Date('2026-01-01T00:00:00.999Z'))).toBe(345)
  expect(offsetAt('UTC', new Date(0))).toBe(0)
  expect(offsetAt('UTC', new Date(-62_200_000_000_000))).toBe(0)
  expect(offsetAt('Pacific/Kiritimati', new Date('2026-12-31T23:00:00Z'))).toBe(840)
})

test('both changes of Europe/Madrid in 2026', () => {
  expect(change('Europe/Madrid', '2026-01-01T00:00Z')).toEqual({
    at: '2026-03-29T01:00:00.000Z',
    before: 60,
    after: 120,
  })
  expect(change('Europe/Madrid', '2026-03-29T01:00Z')).toEqual({
    at: '2026-10-25T01:00:00.000Z',
    before: 120,
    after: 60,
  })
  expect(change('Europe/Madrid', '2026-03-29T00:59:59.999Z')?.at).toBe('2026-03-29T01:00:00.000Z')
})

test('the southern half of the year, and half an hour', () => {
  expect(change('America/Santiago', '2026-01-01T00:00Z')).toMatchObject({ before: -180, after: -240 })
  expect(change('Australia/Lord_Howe', '2026-01-01T00:00Z')).toEqual({
    at: '2026-04-04T15:00:00.000Z',
    before: 660,
    after: 630,
  })
})

test('zones that stay as they are', () => {
  expect(change('UTC', '2026-01-01T00:00Z')).toBeNull()
  expect(change('Asia/Kolkata', '2026-01-01T00:00Z')).toBeNull()
  expect(nextOffsetChange('Europe/Madrid', new Date('2026-01-01T00:00Z'), 30)).toBeNull()
  expect(nextOffsetChange('Europe/Madrid', new Date('2026-01-01T00:00Z'), 0)).toBeNull()
})

test('names of zones', () => {
  expect(isTimeZone('Europe/Madrid')).toBe(true)
  expect(isTimeZone('UTC')).toBe(true)
  expect(isTimeZone('Europe/Atlantis')).toBe(false)
  expect(isTimeZone('+01:00')).toBe(false)
  expect(isTimeZone('')).toBe(false)
  expect(() => offsetAt('Europe/Atlantis', new Date(0))).toThrow(RangeError)
})
