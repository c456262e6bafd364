import { describe, expect, test } from 'vitest'

import { type Asked, checkAfter, lineOf, skewToTell } from './line'

const second = 1_000
const now = 1_000_000

const answered = (at: number): Asked => ({
  waitingSince: null,
  answeredAt: at,
  failedAt: 0,
  status: null,
  hasData: true,
})
const failed = (at: number, status: number | null, before = 0): Asked => ({
  waitingSince: null,
  answeredAt: before,
  failedAt: at,
  status,
  hasData: before > 0,
})
const waiting = (since: number): Asked => ({
  waitingSince: since,
  answeredAt: 0,
  failedAt: 0,
  status: null,
  hasData: false,
})

describe('5 timeout of a read', () => {
  test.each([
    [9.9, 'well'],
    [10, 'slow'],
    [25, 'slow'],
  ] as const)('after %d s of waiting the line is %s', (seconds, line) => {
    expect(lineOf([answered(now - 5 * second), waiting(now - seconds * second)], now)).toBe(line)
  })
})

describe('22 503 everywhere', () => {
  test('two questions that are not served, and nothing answered since: nobody is served', () => {
    expect(lineOf([failed(now - 2 * second, 503), failed(now, 502)], now)).toBe('blank')
    expect(lineOf([failed(now, 503)], now)).toBe('blank')
    expect(lineOf([failed(now - 2 * second, 503, 1), failed(now, 503)], now)).toBe('down')
    expect(lineOf([failed(now - 2 * second, 503), failed(now, 503), answered(now - 9 * second)], now)).toBe('down')
  })

  test('one page that is not served, a later answer, or another failure is no outage', () => {
    expect(lineOf([failed(now, 503), answered(now)], now)).toBe('well')
    expect(lineOf([failed(now, 503), answered(now - second)], now)).toBe('well')
    expect(lineOf([failed(now - second, 503), failed(now, 503), answered(now)], now)).toBe('well')
    expect(lineOf([failed(now - second, 500), failed(now, 404), failed(now, null)], now)).toBe('well')
    expect(lineOf([], now)).toBe('well')
  })

  test('it is asked again after growing pauses, at last every two minutes', () => {
    expect([0, 1, 2, 3, 4, 5].map(checkAfter)).toEqual([10, 20, 40, 80, 120, 120].map((seconds) => seconds * second))
  })
})

test.each([
  [0, null],
  [120_000, null],
  [-120_000, null],
  [121_000, 2],
  [-300_000, 5],
])('34 clock skew of %d ms is told as %j minutes', (skew, minutes) => {
  expect(skewToTell(skew)).toBe(minutes)
})
