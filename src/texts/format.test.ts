import { describe, expect, test, vi } from 'vitest'

import {
  formatAge,
  formatDuration,
  formatInstant,
  formatList,
  formatNumber,
  formatSize,
  formatTimeOfDay,
  readerZone,
} from './format'

const at = new Date('2026-03-29T01:30:15Z')

describe('instants, always with their zone', () => {
  test.each([
    ['time', '03:30 UTC+02:00'],
    ['date', '29 Mar 2026'],
    ['short', '29 Mar 2026, 03:30 UTC+02:00'],
    ['long', '29 Mar 2026, 03:30 (UTC+02:00, Europe/Madrid)'],
    ['second', '29 Mar 2026, 03:30:15 UTC+02:00'],
    ['full', 'Sun, 29 Mar 2026, 03:30:15 (UTC+02:00, Europe/Madrid)'],
  ] as const)('%s', (style, words) => expect(formatInstant(at, 'Europe/Madrid', style)).toBe(words))

  test('fixed offsets, UTC, and zones that this browser does not know', () => {
    expect(formatInstant(at, { offset: 60 })).toBe('29 Mar 2026, 02:30 UTC+01:00')
    expect(formatInstant(at, { offset: -210 }, 'long')).toBe('28 Mar 2026, 22:00 (UTC-03:30)')
    expect(formatInstant(at, 'UTC')).toBe('29 Mar 2026, 01:30 UTC')
    expect(formatInstant(at, 'UTC', 'long')).toBe('29 Mar 2026, 01:30 (UTC)')
    expect(formatInstant(at, 'Mars/Olympus')).toBe('29 Mar 2026, 01:30 UTC')
    expect(formatInstant(new Date('2026-01-01T00:00Z'), 'Europe/London', 'long')).toBe(
      '1 Jan 2026, 00:00 (UTC, Europe/London)',
    )
  })

  test('midnight is 00:00', () => {
    expect(formatInstant(new Date('2026-03-29T00:00Z'), 'UTC', 'time')).toBe('00:00 UTC')
  })

  test('never "Invalid Date"', () => {
    expect(formatInstant(null, 'UTC')).toBe('–')
    expect(formatInstant(new Date(Number.NaN), 'UTC')).toBe('–')
    expect(formatInstant(new Date(8.64e15), { offset: 600 })).toBe('–')
  })

  test('times of day', () => {
    expect(formatTimeOfDay({ hour: 2, minute: 30, second: 0, offset: 60 })).toBe('02:30 UTC+01:00')
    expect(formatTimeOfDay({ hour: 2, minute: 30, second: 5, offset: 0 })).toBe('02:30:05 UTC')
    expect(formatTimeOfDay({ hour: Number.NaN, minute: 0, second: 0, offset: 0 })).toBe('–')
  })
})

test.each([
  [0, '0 MiB'],
  [1, '1 MiB'],
  [512, '512 MiB'],
  [1_023, '1 GiB'],
  [1_024, '1 GiB'],
  [1_536, '1.5 GiB'],
  [20_480, '20 GiB'],
  [12_345, '12.1 GiB'],
  [123_456, '121 GiB'],
  [5 * 1_024 ** 2, '5 TiB'],
  [2 ** 60, '1,048,576 EiB'],
  [null, '–'],
  [-1, '–'],
  [Number.NaN, '–'],
  [Number.POSITIVE_INFINITY, '–'],
])('a size of %s MiB is %s', (mb, words) => expect(formatSize(mb)).toBe(words))

test.each([
  [0, '0 sec'],
  [45_000, '45 sec'],
  [60_000, '1 min'],
  [7_500_000, '2 hr 5 min'],
  [7_200_000, '2 hr'],
  [3 * 86_400_000 + 4 * 3_600_000, '3 days 4 hr'],
  [null, '–'],
  [-1, '–'],
  [Number.NaN, '–'],
])('%s ms take %s', (ms, words) => expect(formatDuration(ms)).toBe(words))

test.each([
  [0, 'just now'],
  [44_000, 'just now'],
  [50_000, '1 minute ago'],
  [5 * 60_000, '5 minutes ago'],
  [2 * 3_600_000, '2 hours ago'],
  [36 * 3_600_000, '2 days ago'],
  [90 * 86_400_000, '3 months ago'],
  [800 * 86_400_000, '2 years ago'],
  [-2 * 3_600_000, 'in 2 hours'],
  [null, '–'],
  [Number.NaN, '–'],
])('%s ms ago is %s', (ms, words) => expect(formatAge(ms)).toBe(words))

test('numbers and lists', () => {
  expect(formatNumber(1_234.567)).toBe('1,234.57')
  expect(formatNumber(Number.NaN)).toBe('–')
  expect(formatList(['a', 'b', 'c'])).toBe('a, b and c')
  expect(readerZone()).not.toBe('')
})

test('whoever travels has the clock of the new zone within a second', () => {
  const told = new Intl.DateTimeFormat().resolvedOptions()
  let timeZone = 'Asia/Tokyo'
  vi.useFakeTimers({ toFake: ['performance'] })
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockImplementation(() => ({ ...told, timeZone }))
  try {
    vi.advanceTimersByTime(10_000_000)
    expect(readerZone()).toBe('Asia/Tokyo')
    timeZone = 'America/Lima'
    vi.advanceTimersByTime(1_000)
    expect(readerZone()).toBe('America/Lima')
  } finally {
    vi.useRealTimers()
    vi.restoreAllMocks()
  }
})
