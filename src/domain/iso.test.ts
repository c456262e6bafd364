import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { isLeapYear } from './calendar'
import {
  formatIsoDate,
  formatIsoDateTime,
  formatOffset,
  formatOffsetTime,
  parseIsoDate,
  parseIsoDateTime,
  parseIsoTime,
} from './iso'
import type { IsoProblem } from './iso-value'
import { quickest } from './samples'

const instant = (text: string): string => {
  const parsed = parseIsoDateTime(text)
  return parsed.ok ? (parsed.value.instant?.toISOString() ?? 'no offset') : parsed.problem.code
}

const problem = (text: string): IsoProblem | null => {
  const parsed = parseIsoDateTime(text)
  return parsed.ok ? null : parsed.problem
}

describe('date-times that are read', () => {
  test.each([
    ['2026-03-29T02:30:00+01:00', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29T02:30:00Z', '2026-03-29T02:30:00.000Z'],
    ['2026-03-29t02:30:00z', '2026-03-29T02:30:00.000Z'],
    ['20260329T023000+0100', '2026-03-29T01:30:00.000Z'],
    ['20260329T0230Z', '2026-03-29T02:30:00.000Z'],
    ['2026-03-29T02:30+01:00', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29T02:30:00.5Z', '2026-03-29T02:30:00.500Z'],
    ['2026-03-29T02:30:00,25Z', '2026-03-29T02:30:00.250Z'],
    ['2026-03-29T02:30:00.123456789Z', '2026-03-29T02:30:00.123Z'],
    ['20260329T023000,123-0330', '2026-03-29T06:00:00.123Z'],
    ['2026-W13-7T02:30:00+01:00', '2026-03-29T01:30:00.000Z'],
    ['2026W137T023000Z', '2026-03-29T02:30:00.000Z'],
    ['2026-088T02:30:00Z', '2026-03-29T02:30:00.000Z'],
    ['2026088T023000Z', '2026-03-29T02:30:00.000Z'],
    ['2024-02-29T23:59:59-23:59', '2024-03-01T23:58:59.000Z'],
    ['2024-12-31T00:00:00+23:59', '2024-12-30T00:01:00.000Z'],
    ['2020-W53-7T00:00Z', '2021-01-03T00:00:00.000Z'],
    ['2024-366T00:00Z', '2024-12-31T00:00:00.000Z'],
    ['2008-W01-1T00:00Z', '2007-12-31T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['0099-12-31T00:00:00Z', '0099-12-31T00:00:00.000Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
    ['0000-02-29T00:00:00Z', '0000-02-29T00:00:00.000Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['1990-12-31T15:59:60-08:00', '1991-01-01T00:00:00.000Z'],
    ['20170101T005960+0100', '2017-01-01T00:00:00.000Z'],
    ['2000-02-29T00:00Z', '2000-02-29T00:00:00.000Z'],
    ['2026-03-29T02:30:00+00:00', '2026-03-29T02:30:00.000Z'],
  ])('%s', (text, utc) => expect(instant(text)).toBe(utc))

  test('without an offset nothing is guessed', () => {
    expect(parseIsoDateTime('2026-03-29T02:30:00')).toEqual({
      ok: true,
      value: {
        year: 2026,
        month: 3,
        day: 29,
        hour: 2,
        minute: 30,
        second: 0,
        millisecond: 0,
        offset: null,
        instant: null,
      },
    })
  })
})

describe('date-times that are refused, with what is wrong and where', () => {
  test.each([
    ['', 'empty', 0, ''],
    [' 2026-03-29T02:30Z', 'blank', 0, ' '],
    ['2026-03-29T02:30Z ', 'blank', 17, ' '],
    ['2026-03-29T02:30 Z', 'blank', 16, ' '],
    ['2026-03-29 02:30Z', 'not-t', 10, ' '],
    ['2026-03-29_02:30Z', 'not-t', 10, '_'],
    ['2026-03-29', 'time-missing', 10, ''],
    ['20260329023000Z', 'not-t', 8, '0'],
    ['2026', 'missing', 4, ''],
    ['2026-03', 'missing', 7, ''],
    ['2026-03T02:30Z', 'expected', 7, 'T02:30Z'],
    ['2026/03/29T02:30Z', 'expected', 4, '/03/29T02:30'],
    ['26-03-29T02:30Z', 'digits', 0, '26-03-29T02:'],
    ['+2026-03-29T02:30Z', 'digits', 0, '+2026-03-29T'],
    ['-2026-03-29T02:30Z', 'digits', 0, '-2026-03-29T'],
    ['2026-3-29T02:30Z', 'digits', 5, '3-29T02:30Z'],
    ['2026-13-01T00:00Z', 'range', 5, '13'],
    ['2026-00-01T00:00Z', 'range', 5, '00'],
    ['2026-01-32T00:00Z', 'range', 8, '32'],
    ['2026-02-29T00:00Z', 'no-such-day', 8, '29'],
    ['1900-02-29T00:00Z', 'no-such-day', 8, '29'],
    ['2026-04-31T00:00Z', 'no-such-day', 8, '31'],
    ['2025-W53-1T00:00Z', 'no-such-week', 6, '53'],
    ['2026-W54-1T00:00Z', 'range', 6, '54'],
    ['2026-W13-8T00:00Z', 'range', 9, '8'],
    ['2026-w13-7T00:00Z', 'small-letter', 5, 'w'],
    ['2026-W13T00:00Z', 'expected', 8, 'T00:00Z'],
    ['2026-366T00:00Z', 'no-such-day-of-year', 5, '366'],
    ['2024-367T00:00Z', 'range', 5, '367'],
    ['2026-03-29T24:00:00Z', 'hour-24', 11, '24:00:00Z'],
    ['2026-03-29T25:00:00Z', 'range', 11, '25'],
    ['2026-03-29T02:60:00Z', 'range', 14, '60'],
    ['2016-12-30T23:59:60Z', 'leap-second', 17, '60Z'],
    ['2016-12-31T23:59:60+01:00', 'leap-second', 17, '60+01:00'],
    ['2016-12-31T23:59:60', 'leap-second', 17, '60'],
    ['2026-03-29T02:30:61Z', 'range', 17, '61'],
    ['2026-03-29T02:30:00.Z', 'digits', 20, 'Z'],
    ['2026-03-29T02:30:00.', 'missing', 20, ''],
    ['2026-03-29T02:30.5Z', 'fraction-of-minute', 16, '.5Z'],
    ['2026-03-29T02Z', 'expected', 13, 'Z'],
    ['2026-03-29T02', 'missing', 13, ''],
    ['2026-03-29T2:30Z', 'digits', 11, '2:30Z'],
    ['2026-03-29T02:30:00-00:00', 'negative-zero', 19, '-00:00'],
    ['2026-03-29T02:30:00+24:00', 'range', 20, '24'],
    ['2026-03-29T02:30:00+01:60', 'range', 23, '60'],
    ['2026-03-29T02:30:00+01', 'missing', 22, ''],
    ['2026-03-29T02:30:00+1:00', 'digits', 20, '1:00'],
    ['2026-03-29T02:30:00\u221201:00', 'not-hyphen', 19, '\u2212'],
    ['2026\u201303-29T02:30:00Z', 'not-hyphen', 4, '\u2013'],
    ['2026-03-29T02:30:00ZZ', 'trailing', 20, 'Z'],
    ['2026-03-29T02:30:00[UTC]', 'trailing', 19, '[UTC]'],
    ['2026-03-29T02:30:00+01:00[Europe/Madrid]', 'trailing', 25, '[Europe/Madr'],
    ['\u0662\u0660\u0662\u0666-03-29T02:30Z', 'digits', 0, '\u0662\u0660\u0662\u0666-03-29T0'],
  ])('%s', (text, code, position, found) => expect(problem(text)).toMatchObject({ code, position, found }))

  test.each([
    '2026-03-29T023000+01:00',
    '20260329T02:30:00+01:00',
    '2026-03-29T02:30:00+0100',
    '20260329T023000+01:00',
    '2026-0329T02:30Z',
    '202603-29T02:30Z',
    '2026-W137T02:30Z',
    '2026W13-7T0230Z',
    '2026-03-29T02:3000Z',
    '20260329T0230:00Z',
    '2024-03-01T08:15:00.000+0000',
    '2026088T02:30Z',
  ])('basic and extended format never mix: %s', (text) => expect(problem(text)?.code).toBe('mixed'))

  test('the platform’s own format is not ISO 8601', () => {
    expect(parseIsoDateTime('2026/03/29 02:30:00 +0100').ok).toBe(false)
  })
})

describe('dates and times alone', () => {
  test.each([
    ['2026-03-29', '2026-03-29'],
    ['20260329', '2026-03-29'],
    ['2026-W13-7', '2026-03-29'],
    ['2026W137', '2026-03-29'],
    ['2026-088', '2026-03-29'],
    ['2026088', '2026-03-29'],
  ])('%s is a date', (text, date) => {
    const parsed = parseIsoDate(text)
    expect(parsed.ok && formatIsoDate(parsed.value)).toBe(date)
  })

  test.each(['2026-03', '2026', '2026-W13', '2026-03-29T02:30Z', '2026-03-29Z'])('%s is no date', (text) =>
    expect(parseIsoDate(text).ok).toBe(false),
  )

  test.each([
    ['02:30', 2, 30, 0, 0, null],
    ['0230', 2, 30, 0, 0, null],
    ['T02:30:15', 2, 30, 15, 0, null],
    ['t023015Z', 2, 30, 15, 0, 0],
    ['02:30:15,5-03:30', 2, 30, 15, 500, -210],
  ])('%s is a time', (text, hour, minute, second, millisecond, offset) =>
    expect(parseIsoTime(text)).toEqual({ ok: true, value: { hour, minute, second, millisecond, offset } }),
  )

  test.each(['2', '02', '2:30', '02:30:', '02:30 Z', '24:00', '02:3015', '02.5', 'T', '02:30+0100', '0230+01:00'])(
    '%s is no time',
    (text) => expect(parseIsoTime(text).ok).toBe(false),
  )
})

test('writing', () => {
  expect(formatOffset(-210)).toBe('-03:30')
  expect(formatOffset(0)).toBe('+00:00')
  expect(formatOffsetTime({ hour: 2, minute: 30, second: 0, offset: 60 })).toBe('02:30:00+01:00')
})

test('a hundred thousand characters are answered within a tenth of a second', () => {
  const long = 100_000
  const texts = ['a', '0', ' ', '-', '2026-03-29T02:30:00.', '+', 'T', '٠'].map((text) =>
    text.repeat(long).slice(0, long),
  )
  for (const text of [
    ...texts,
    `2026-03-29T02:30:00.${'1'.repeat(long)}Z`,
    `2026-03-29T02:30:00Z${' '.repeat(long)}`,
  ]) {
    const took = quickest(() => [parseIsoDateTime(text), parseIsoDate(text), parseIsoTime(text)])
    expect(took).toBeLessThan(100)
  }
})

const years = fc.integer({ min: 1, max: 9999 })
const offsets = fc.integer({ min: -1439, max: 1439 })
const clocks = fc.record({
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
  second: fc.integer({ min: 0, max: 59 }),
  millisecond: fc.integer({ min: 0, max: 999 }),
})
const days = fc.integer({
  min: Date.UTC(2000, 0, 1) / 864e5 - 730_000,
  max: Date.UTC(9999, 11, 31) / 864e5,
})
const two = (value: number): string => String(value).padStart(2, '0')

test('every calendar date-time agrees with UTC arithmetic, and comes back from its text', () => {
  fc.assert(
    fc.property(days, clocks, offsets, (epochDay, { hour, minute, second, millisecond }, offset) => {
      const date = new Date(epochDay * 864e5)
      const value = {
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        hour,
        minute,
        second,
        millisecond,
        offset,
      }
      const at = epochDay * 864e5 + ((hour * 60 + minute - offset) * 60 + second) * 1_000 + millisecond
      expect(parseIsoDateTime(formatIsoDateTime(value))).toEqual({
        ok: true,
        value: { ...value, instant: new Date(at) },
      })
      const basic = formatIsoDateTime(value).replace(/(?<!T.*)-|:/g, '')

      expect(parseIsoDateTime(basic)).toEqual({ ok: true, value: { ...value, instant: new Date(at) } })
    }),
  )
})

test('ordinal dates count the days of the year', () => {
  fc.assert(
    fc.property(years, fc.integer({ min: 1, max: 366 }), (year, dayOfYear) => {
      const parsed = parseIsoDate(`${String(year).padStart(4, '0')}-${String(dayOfYear).padStart(3, '0')}`)
      const date = new Date(0)
      date.setUTCFullYear(year, 0, dayOfYear)
      const exists = dayOfYear < 366 || isLeapYear(year)
      expect(parsed.ok && formatIsoDate(parsed.value)).toBe(exists && date.toISOString().slice(0, 10))
    }),
  )
})

test('week dates: the week of a day is the one of its Thursday', () => {
  fc.assert(
    fc.property(days, (epochDay) => {
      const date = new Date(epochDay * 864e5)
      const weekday = date.getUTCDay() === 0 ? 7 : date.getUTCDay()
      const thursday = new Date((epochDay + 4 - weekday) * 864e5)
      const year = thursday.getUTCFullYear()
      fc.pre(year >= 1 && year <= 9999)
      const first = new Date(0)
      first.setUTCFullYear(year, 0, 1)
      const week = Math.floor((thursday.getTime() - first.getTime()) / (7 * 864e5)) + 1
      const parsed = parseIsoDate(`${String(year).padStart(4, '0')}-W${two(week)}-${weekday}`)
      expect(parsed.ok && formatIsoDate(parsed.value)).toBe(date.toISOString().slice(0, 10))
    }),
  )
})

test('never throws, and a problem always stands inside the text', () => {
  const nearly = fc.string({
    unit: fc.constantFrom(...'0 1 2 3 5 9 - : + T Z t W . ,'.split(' '), ' ', '\u2212'),
    maxLength: 30,
  })
  fc.assert(
    fc.property(fc.oneof(fc.string(), nearly), (text) => {
      for (const parsed of [parseIsoDateTime(text), parseIsoDate(text), parseIsoTime(text)]) {
        if (parsed.ok) continue
        expect(parsed.problem.position).toBeLessThanOrEqual(text.length)
        expect(text.startsWith(parsed.problem.found, parsed.problem.position)).toBe(true)
      }
    }),
  )
})
