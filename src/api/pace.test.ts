import { afterEach, expect, test, vi } from 'vitest'

import { paced, restingAfter, setPace, setPresence } from './pace'

afterEach(() => {
  setPace(30)
  setPresence(() => true)
  vi.useRealTimers()
})

test('intervals follow the pace of the deployment, and none is shorter than two seconds', () => {
  expect([2_000, 30_000, 60_000].map(paced)).toEqual([2_000, 30_000, 60_000])
  setPace(60)
  expect([2_000, 30_000].map(paced)).toEqual([4_000, 60_000])
  setPace(10)
  expect([2_000, 5_000, 30_000].map(paced)).toEqual([2_000, 2_000, 10_000])
})

const well = { error: null, dataUpdatedAt: 0, errorUpdatedAt: 0, errorUpdateCount: 0 } as const

test('what is at rest is asked at the same moments, never twice around one, and seldom while nobody is there', () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 2, 2, 8, 0, 20) })
  expect([30_000, 60_000].map((interval) => restingAfter(well, interval))).toEqual([40_000, 40_000])
  vi.setSystemTime(Date.UTC(2026, 2, 2, 8, 0, 1))
  expect(restingAfter(well, 60_000)).toBe(59_000)
  setPresence(() => false)
  expect([5_000, 30_000, 60_000].map((interval) => restingAfter(well, interval))).toEqual([239_000, 239_000, 239_000])
  expect(restingAfter({ ...well, error: { retryAfter: 300_000 } }, 5_000)).toBe(300_000)
})

test('who draws again and again does not put the next look off', () => {
  const answered = Date.UTC(2026, 2, 2, 8, 0, 20)
  const state = { ...well, dataUpdatedAt: answered }
  setPresence(() => false)
  const look = Date.UTC(2026, 2, 2, 8, 4)
  vi.useFakeTimers({ now: answered })
  for (const drawn of [answered, answered + 90_000, look - 30_000, look - 3_000]) {
    vi.setSystemTime(drawn)
    expect(drawn + restingAfter(state, 30_000)).toBe(look)
  }
  // A look that is overdue comes soon.
  vi.setSystemTime(look + 500)
  expect(restingAfter(state, 30_000)).toBe(2_000)
})

test('34 a clock that is set back by hours puts the next look off by no more than a pause, however often one draws', () => {
  const answered = Date.UTC(2026, 2, 2, 8, 0, 20)
  for (const passed of [0, 10_000, 29_000, 31_000]) {
    vi.useFakeTimers({ now: answered - 3_600_000 + passed })
    expect(restingAfter({ ...well, dataUpdatedAt: answered }, 30_000)).toBe(30_000)
  }
})
