import { expect, test } from 'vitest'

import { nextTime } from './scheduler'

const at = (text: string): number => Date.parse(text) / 1_000
const action = (repeat: number, days: string, time: string) => ({
  id: 0,
  action: 'backup',
  args: '100',
  time: at(time),
  repeat,
  days,
  endType: 0,
  endValue: -1,
  done: -1,
  message: '',
})

test.each([
  ['days of a month', 1, '1,15', '2026-03-01T03:00:00Z', ['2026-03-15T03:00:00Z', '2026-04-01T03:00:00Z']],
  ['a month without the day', 1, '31', '2026-03-31T03:00:00Z', ['2026-05-31T03:00:00Z', '2026-07-31T03:00:00Z']],
  ['days of a year', 2, '0,181', '2027-07-01T03:00:00Z', ['2028-01-01T03:00:00Z', '2028-06-30T03:00:00Z']],
] as const)('runs come on %s', (_, repeat, days, first, then) => {
  const runs: number[] = []
  let time: string = first
  for (const expected of then) {
    runs.push(nextTime(action(repeat, days, time), at(time)) ?? 0)
    time = expected
  }
  expect(runs).toEqual(then.map(at))
})
