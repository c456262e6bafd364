import { expect, test } from 'vitest'

import { day, hour } from './calendar'
import type { Schedule } from './schedule'
import { worstLoss } from './worst-loss'

const from = new Date('2026-03-02T08:00:00Z')
const time = { hour: 23, minute: 30, second: 0, offset: 60 }
const daily: Schedule = { every: 'daily', time }

test('what is lost at most is the longest time from one run to the next, by a plan alone', () => {
  expect(worstLoss([daily], from)).toEqual({ kind: 'at-most', ms: day })
  expect(worstLoss([{ every: 'hourly', hours: 4 }], from)).toEqual({ kind: 'at-most', ms: 4 * hour })
  const week: Schedule = { every: 'weekly-planned', days: ['monday', 'thursday'], time }
  expect(worstLoss([week], from)).toEqual({ kind: 'at-most', ms: 4 * day })
  expect(worstLoss([{ every: 'yearly', time, dates: ['03-31'] }], from)).toEqual({ kind: 'at-most', ms: 365 * day })
  expect(worstLoss([{ every: 'monthly', time, dates: ['31'] }], from)).toEqual({ kind: 'at-most', ms: 61 * day })
})

test('where only the month is known, the worst of it counts: the first day, and the last of the next month', () => {
  expect(worstLoss([{ every: 'monthly', time }], from)).toEqual({ kind: 'at-most', ms: 61 * day })
})

test('plans help each other', () => {
  const morning: Schedule = { every: 'daily', time: { ...time, hour: 9 } }
  expect(worstLoss([daily, morning], from)).toEqual({ kind: 'at-most', ms: 14 * hour })
  expect(worstLoss([daily, { every: 'hourly', hours: 6 }], from)).toEqual({ kind: 'at-most', ms: 6 * hour })
  expect(worstLoss([daily, { every: 'system' }], from)).toEqual({ kind: 'at-most', ms: day })
})

test('a single backup bounds nothing; what the backup system chooses is not known; no plan is no answer', () => {
  const once: Schedule = { every: 'defined-hour', at: '2026-03-03T10:00:00Z' }
  expect(worstLoss([once], from)).toEqual({ kind: 'once' })
  expect(worstLoss([once, daily], from)).toEqual({ kind: 'at-most', ms: day })
  expect(worstLoss([{ every: 'system' }], from)).toEqual({ kind: 'unknown' })
  expect(worstLoss([once, { every: 'system' }], from)).toEqual({ kind: 'unknown' })
  expect(worstLoss([{ every: 'weekly-planned', days: [], time }], from)).toBeNull()
  expect(worstLoss([], from)).toBeNull()
  expect(worstLoss([daily, null], from)).toBeNull()
})
