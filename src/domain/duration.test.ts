import { expect, test } from 'vitest'

import { tookOf, usualDuration } from './duration'
import { scheduleOf } from './resolve'
import { configuration, now, task } from './samples'

const took = (minutes: number, state: 'done' | 'failed' = 'done') =>
  task('backup', state, { updatedAt: new Date(now.getTime() + minutes * 60_000) })

test('how long work usually takes', () => {
  expect(usualDuration([], 'backup')).toBeNull()
  expect(usualDuration([took(10), took(2), took(90), took(500, 'failed')], 'backup')).toBe(600_000)
  expect(usualDuration([took(10), took(2)], 'backup')).toBe(360_000)
  expect(usualDuration([took(10)], 'restore')).toBeNull()
  expect(usualDuration([took(-5), task('backup', 'done', { updatedAt: new Date(Number.NaN) })], 'backup')).toBeNull()
})

test('of a task whose times are one moment nobody knows how long it took, and it makes no other one quick', () => {
  expect(tookOf(took(10))).toBe(600_000)
  expect(tookOf(took(0))).toBeNull()
  expect(usualDuration([took(0), took(0), took(10)], 'backup')).toBe(600_000)
  expect(usualDuration([took(0)], 'backup')).toBeNull()
})

test('the schedule of a VM from the policy’s values and its own', () => {
  const time = { hour: 2, minute: 30, second: 0, offset: 60 }
  const own = { key: 'k', content: { kind: 'all' } } as const
  const daily = configuration({ every: 'daily', time: { by: 'vm' } })
  expect(scheduleOf(daily, undefined)).toBeNull()
  expect(scheduleOf(daily, own)).toBeNull()
  expect(scheduleOf(daily, { ...own, time })).toEqual({ every: 'daily', time })
  expect(scheduleOf(configuration({ every: 'daily', time: { by: 'policy', value: time } }), undefined)).toEqual({
    every: 'daily',
    time,
  })
  expect(scheduleOf(configuration({ every: 'monthly', time: { by: 'system' } }), undefined)).toEqual({
    every: 'system',
  })
  expect(scheduleOf(configuration({ every: 'monthly', time: { by: 'unread', text: '?' } }), undefined)).toBeNull()
  expect(scheduleOf(configuration({ every: 'unknown', text: '?' }), undefined)).toBeNull()
  const weekly = configuration({ every: 'weekly-planned', days: { by: 'vm' }, time: { by: 'system' } })
  expect(scheduleOf(weekly, undefined)).toBeNull()
  expect(scheduleOf(weekly, { ...own, days: ['monday'] })).toEqual({ every: 'system' })
  expect(scheduleOf(configuration({ every: 'hourly', hours: { by: 'vm' } }), { ...own, hours: 6 })).toEqual({
    every: 'hourly',
    hours: 6,
  })
  expect(
    scheduleOf(configuration({ every: 'defined-hour', at: { by: 'policy', value: '2026-03-29T02:30Z' } }), undefined),
  ).toEqual({ every: 'defined-hour', at: '2026-03-29T02:30Z' })
})
