import { describe, expect, test } from 'vitest'

import { type BarChart, type LineChart, nearest, rangeOf, scaleUpTo, shareOf } from './chart-model'

const point = (key: string, at = new Date(0)) => ({
  key,
  name: key,
  told: null,
  words: key,
  values: [1],
  tick: '',
  sign: '',
  at,
})
const common = { series: [], scale: [0, 1], format: String }
const bars = (count: number): BarChart => ({
  ...common,
  kind: 'bars',
  points: Array.from({ length: count }, (_, place) => point(String(place))),
  group: null,
  limit: null,
})
const lines = (...days: readonly number[]): LineChart => ({
  ...common,
  kind: 'lines',
  points: days.map((day) => point(String(day), new Date(Date.UTC(2026, 2, day)))),
  zone: 'UTC',
  tick: String,
})

describe('the scale of a chart', () => {
  test.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [5, [0, 2, 4, 6]],
    [24, [0, 10, 20, 30]],
    [10_000, [0, 5_000, 10_000]],
  ])('reaches %d in round steps', (most, scale) => expect(scaleUpTo(most)).toEqual(scale))

  test('is round in the unit that is shown', () => {
    expect(scaleUpTo(10 * 1_024, 1_024)).toEqual([0, 5 * 1_024, 10 * 1_024])
  })
})

describe('the place under a pointer', () => {
  test('is the middle of a bar', () => {
    expect(shareOf(bars(4), 0)).toBe(0.125)
    expect(nearest(bars(4), 0.24)).toBe(0)
    expect(nearest(bars(4), 0.26)).toBe(1)
    expect(nearest(bars(4), 1)).toBe(3)
  })

  test('is the nearest dot in time', () => {
    const chart = lines(1, 2, 11)
    expect(nearest(chart, 0)).toBe(0)
    expect(nearest(chart, 0.5)).toBe(1)
    expect(nearest(chart, 0.65)).toBe(2)
  })

  test('a single dot stands in the middle', () => {
    expect(shareOf(lines(1), 0)).toBe(0.5)
    const [from, to] = rangeOf(lines(1))
    expect(to - from).toBe(86_400)
  })
})
