import { expect, test } from 'vitest'

import { clockShift } from './schedule-shift'

test('a fixed offset comes at another local hour after the clocks are set', () => {
  const winter = new Date('2026-01-15T12:00:00Z')
  expect(clockShift({ hour: 2, minute: 30, second: 0, offset: 60 }, 'Europe/Madrid', winter)).toEqual({
    now: { time: '02:30', days: 0 },
    change: { at: new Date('2026-03-29T01:00:00Z'), local: { time: '03:30', days: 0 } },
  })
  expect(clockShift({ hour: 23, minute: 30, second: 0, offset: 60 }, 'Europe/Madrid', winter).change?.local).toEqual({
    time: '00:30',
    days: 1,
  })
})

test('a zone without summer time has no change', () => {
  const time = { hour: 0, minute: 15, second: 0, offset: 540 }
  expect(clockShift(time, 'America/Bogota', new Date('2026-01-15T12:00:00Z'))).toEqual({
    now: { time: '10:15', days: -1 },
    change: null,
  })
})
