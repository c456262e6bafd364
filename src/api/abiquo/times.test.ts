import { describe, expect, test } from 'vitest'

import { readDateTime, readHours, readInstant, readTimeOfDay, writeDateTime, writeTimeOfDay } from './times'

describe('times on the wire', () => {
  test.each([
    ['02:00:00 +0000', 2, 0, 0, 0],
    ['05:06:07 +0800', 5, 6, 7, 480],
    ['23:30:00 -0330', 23, 30, 0, -210],
    ['23:30 +01:00', 23, 30, 0, 60],
    [' 23:30:00Z ', 23, 30, 0, 0],
    ['23:30:00 -0000', 23, 30, 0, 0],
  ])('%j is a time of day', (wire, hour, minute, second, offset) => {
    expect(readTimeOfDay(wire)).toEqual({ hour, minute, second, offset })
  })

  test.each([
    '',
    '24:00:00 +0000',
    '12:61:00 +0000',
    '12:00:00',
    '6',
    'DEFINED_IN_VM',
    '12:00:00 +2500',
    '12:00:00 CET',
  ])('%j is none', (wire) => {
    expect(readTimeOfDay(wire)).toBeNull()
  })

  test('what was read is written the same', () => {
    for (const wire of ['02:00:00 +0000', '05:06:07 +0800', '23:30:00 -0330']) {
      const time = readTimeOfDay(wire)
      expect(time && writeTimeOfDay(time)).toBe(wire)
    }
    expect(writeDateTime(readDateTime('2026/03/29 02:30:00 +0100') ?? '')).toBe('2026/03/29 02:30:00 +0100')
  })

  test.each([
    ['2026/03/29 02:30:00 +0100', '2026-03-29T02:30:00+01:00'],
    ['2026-03-29T02:30:00Z', '2026-03-29T02:30:00+00:00'],
    ['2026/03/29 02:30 -0330', '2026-03-29T02:30:00-03:30'],
  ])('%s is %s', (wire, iso) => {
    expect(readDateTime(wire)).toBe(iso)
  })

  test.each(['2026/02/30 02:30:00 +0100', '2026/03/29 02:30:00', '2026/03/29', 'soon', ''])('%j is no date', (wire) => {
    expect(readDateTime(wire)).toBeNull()
  })

  test('a date without an offset is never written', () => {
    expect(writeDateTime('2026-03-29T02:30:00')).toBeNull()
    expect(writeDateTime('2026-03-29T02:30:00.5Z')).toBe('2026/03/29 02:30:00 +0000')
  })

  test.each([
    ['2024-03-01T08:15:00.000+0000', '2024-03-01T08:15:00.000Z'],
    ['2024-03-01T09:15:00.250+0100', '2024-03-01T08:15:00.250Z'],
    ['2024/03/01 09:15:00 +0100', '2024-03-01T08:15:00.000Z'],
    [1_709_280_900, '2024-03-01T08:15:00.000Z'],
    [1_709_280_900_000, '2024-03-01T08:15:00.000Z'],
    ['1709280900123', '2024-03-01T08:15:00.123Z'],
  ])('%j is the instant %s', (wire, iso) => {
    expect(readInstant(wire)?.toISOString()).toBe(iso)
  })

  test.each([null, '', 0, -1, Number.MAX_SAFE_INTEGER * 2, 'yesterday', '2024-03-01T08:15:00', Number.NaN])(
    '%j is no instant',
    (wire) => {
      expect(readInstant(wire)).toBeNull()
    },
  )

  test.each([
    ['2', 2],
    [' 23 ', 23],
    ['0', null],
    ['24', 24],
    ['25', null],
    ['2.5', null],
    ['', null],
  ])('%j hours', (wire, hours) => {
    expect(readHours(wire)).toBe(hours)
  })
})
