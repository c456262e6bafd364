import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { formatOffset } from './iso'
import { type Weekday, weekdays } from './policy'
import { mostRuns, nextRun, nextRuns, type Run, runsBetween, type Schedule } from './schedule'

const time = (hour: number, minute: number, offset: number) => ({ hour, minute, second: 0, offset })
const at = (run: Run | null): string =>
  run === null
    ? 'none'
    : run.kind === 'instant'
      ? run.at.toISOString()
      : `${run.from.toISOString()}/${run.to.toISOString()}`
const between = (schedule: Schedule, from: string, to: string): string[] =>
  runsBetween(schedule, new Date(from), new Date(to)).map(at)

describe('runs', () => {
  test('daily, at a fixed offset: summer time changes nothing', () => {
    expect(between({ every: 'daily', time: time(2, 30, 60) }, '2026-03-28T00:00Z', '2026-03-31T00:00Z')).toEqual([
      '2026-03-28T01:30:00.000Z',
      '2026-03-29T01:30:00.000Z',
      '2026-03-30T01:30:00.000Z',
    ])
  })

  test('the first instant is in, the last is not', () => {
    const daily: Schedule = { every: 'daily', time: time(0, 0, 0) }
    expect(between(daily, '2026-03-28T00:00Z', '2026-03-29T00:00Z')).toEqual(['2026-03-28T00:00:00.000Z'])
  })

  test('weekly, on days in its own offset', () => {
    const schedule: Schedule = { every: 'weekly-planned', days: ['monday', 'thursday'], time: time(0, 30, 120) }
    expect(between(schedule, '2026-03-01T00:00Z', '2026-03-09T00:00Z')).toEqual([
      '2026-03-01T22:30:00.000Z',
      '2026-03-04T22:30:00.000Z',
      '2026-03-08T22:30:00.000Z',
    ])
  })

  test('a defined hour runs once', () => {
    const once: Schedule = { every: 'defined-hour', at: '2026-03-29T02:30:00+01:00' }
    expect(between(once, '2026-01-01T00:00Z', '2027-01-01T00:00Z')).toEqual(['2026-03-29T01:30:00.000Z'])
    expect(between(once, '2026-03-29T01:30:00Z', '2026-03-29T01:30:01Z')).toHaveLength(1)
    expect(between(once, '2026-01-01T00:00Z', '2026-03-29T01:30:00Z')).toEqual([])
    expect(nextRun(once, new Date('2026-03-29T01:30:00Z'))).toBeNull()
  })

  test('hourly from an unknown start: whole windows laid end to end', () => {
    expect(between({ every: 'hourly', hours: 5 }, '2026-03-01T00:00Z', '2026-03-01T12:00Z')).toEqual([
      '2026-03-01T00:00:00.000Z/2026-03-01T05:00:00.000Z',
      '2026-03-01T05:00:00.000Z/2026-03-01T10:00:00.000Z',
    ])
  })

  test('monthly: one window for each calendar month in its offset', () => {
    const monthly: Schedule = { every: 'monthly', time: time(2, 30, 60) }
    expect(between(monthly, '2026-01-01T00:00Z', '2026-03-01T00:00Z')).toEqual([
      '2026-01-01T01:30:00.000Z/2026-01-31T01:30:00.000Z',
      '2026-02-01T01:30:00.000Z/2026-02-28T01:30:00.000Z',
    ])
    const early: Schedule = { every: 'monthly', time: time(0, 30, 60) }
    expect(between(early, '2023-12-31T23:30:00Z', '2024-02-28T00:00Z')).toEqual([
      '2023-12-31T23:30:00.000Z/2024-01-30T23:30:00.000Z',
      '2024-01-31T23:30:00.000Z/2024-02-28T23:30:00.000Z',
    ])
  })

  test('monthly on a day: in each month that has it, in its offset', () => {
    const monthly: Schedule = { every: 'monthly', time: time(0, 30, 60), dates: ['31'] }
    expect(between(monthly, '2026-01-01T00:00Z', '2026-06-01T00:00Z')).toEqual([
      '2026-01-30T23:30:00.000Z',
      '2026-03-30T23:30:00.000Z',
      '2026-05-30T23:30:00.000Z',
    ])
    const none: Schedule = { every: 'monthly', time: time(0, 30, 60), dates: ['32', 'soon'] }
    expect(nextRun(none, new Date('2026-01-01T00:00Z'))).toBeNull()
  })

  test('monthly on several days, in their order', () => {
    const monthly: Schedule = { every: 'monthly', time: time(2, 30, 0), dates: ['15', '01'] }
    expect(between(monthly, '2026-01-02T00:00Z', '2026-03-02T00:00Z')).toEqual([
      '2026-01-15T02:30:00.000Z',
      '2026-02-01T02:30:00.000Z',
      '2026-02-15T02:30:00.000Z',
      '2026-03-01T02:30:00.000Z',
    ])
  })

  test('yearly: counted from 1 January, so that from March on leap years are a day early', () => {
    const yearly: Schedule = { every: 'yearly', time: time(2, 30, 0), dates: ['01-01', '07-01'] }
    expect(between(yearly, '2027-06-01T00:00Z', '2029-01-02T00:00Z')).toEqual([
      '2027-07-01T02:30:00.000Z',
      '2028-01-01T02:30:00.000Z',
      '2028-06-30T02:30:00.000Z',
      '2029-01-01T02:30:00.000Z',
    ])
    expect(nextRun({ ...yearly, dates: ['02-29', '13-01'] }, new Date('2026-01-01T00:00Z'))).toBeNull()
  })

  test('nothing runs after its end', () => {
    const daily: Schedule = { every: 'daily', time: time(3, 0, 0), until: new Date('2026-03-03T03:00Z') }
    expect(between(daily, '2026-03-02T00:00Z', '2026-04-01T00:00Z')).toEqual([
      '2026-03-02T03:00:00.000Z',
      '2026-03-03T03:00:00.000Z',
    ])
    expect(nextRun(daily, new Date('2026-03-03T03:00Z'))).toBeNull()
  })

  test('what cannot be gives no runs', () => {
    const good = time(2, 0, 0)
    const wrong: Schedule[] = [
      { every: 'system' },
      { every: 'hourly', hours: 0 },
      { every: 'hourly', hours: 9_000 },
      { every: 'hourly', hours: 0.01 },
      { every: 'hourly', hours: Number.NaN },
      { every: 'weekly-planned', days: [], time: good },
      { every: 'daily', time: { ...good, hour: 24 } },
      { every: 'daily', time: { ...good, minute: Number.NaN } },
      { every: 'monthly', time: { ...good, offset: 1_440 } },
      { every: 'defined-hour', at: 'soon' },
      { every: 'defined-hour', at: '2026-03-29T02:30:00' },
    ]
    for (const schedule of wrong) {
      expect(between(schedule, '2026-01-01T00:00Z', '2027-01-01T00:00Z')).toEqual([])
      expect(nextRun(schedule, new Date('2026-01-01T00:00Z'))).toBeNull()
    }
    const daily: Schedule = { every: 'daily', time: good }
    expect(between(daily, '2026-01-02T00:00Z', '2026-01-01T00:00Z')).toEqual([])
    expect(runsBetween(daily, new Date(Number.NaN), new Date())).toEqual([])
    expect(runsBetween(daily, new Date(), new Date(Number.NaN))).toEqual([])
    expect(nextRuns(daily, new Date(Number.NaN), 3)).toEqual([])
  })

  test('the next runs begin strictly after an instant', () => {
    const daily: Schedule = { every: 'daily', time: time(2, 30, 60) }
    expect(nextRuns(daily, new Date('2026-03-29T01:30:00Z'), 2).map(at)).toEqual([
      '2026-03-30T01:30:00.000Z',
      '2026-03-31T01:30:00.000Z',
    ])
    expect(nextRuns(daily, new Date('2026-03-29T01:30:00Z'), 0)).toEqual([])
  })
})

test('ages of runs are bounded and quick', () => {
  const start = performance.now()
  const all = runsBetween({ every: 'daily', time: time(2, 30, 60) }, new Date('0001-01-01T00:00Z'), new Date(8.64e15))
  expect(all).toHaveLength(mostRuns)
  expect(runsBetween({ every: 'hourly', hours: 1 }, new Date(-8.64e15), new Date(8.64e15))).toHaveLength(mostRuns)
  const late = nextRuns({ every: 'monthly', time: time(2, 30, -60) }, new Date(8.64e15 - 1), 3)
  expect(late.every((run) => run.kind === 'instant' || !Number.isNaN(run.to.getTime()))).toBe(true)
  expect(nextRun({ every: 'defined-hour', at: '9999-12-31T23:59:59Z' }, new Date(0))).not.toBeNull()
  expect(performance.now() - start).toBeLessThan(5_000)
})

const times = fc.record({
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
  second: fc.integer({ min: 0, max: 59 }),
  offset: fc.integer({ min: -1_439, max: 1_439 }),
})
const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
const spans = fc.integer({ min: 0, max: 120 * 864e5 })
const someDays: fc.Arbitrary<readonly Weekday[]> = fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 })

const exact: fc.Arbitrary<Schedule> = fc.oneof(
  times.map((value): Schedule => ({ every: 'daily', time: value })),
  fc.tuple(someDays, times).map(([days, value]): Schedule => ({ every: 'weekly-planned', days, time: value })),
  fc.tuple(instants, fc.integer({ min: -1_439, max: 1_439 })).map(([date, offset]): Schedule => {
    const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 23)
    return { every: 'defined-hour', at: local + formatOffset(offset) }
  }),
)
const placed: fc.Arbitrary<Schedule> = fc.oneof(
  exact,
  times.map((value): Schedule => ({ every: 'monthly', time: value })),
)
const any: fc.Arbitrary<Schedule> = fc.oneof(
  placed,
  fc.integer({ min: 1, max: 23 }).map((hours): Schedule => ({ every: 'hourly', hours })),
)

const begin = (run: Run): number => (run.kind === 'instant' ? run.at : run.from).getTime()

test('runs are in order, each once, and within the range', () => {
  fc.assert(
    fc.property(any, instants, spans, (schedule, from, span) => {
      const to = new Date(from.getTime() + span)
      const begins = runsBetween(schedule, from, to).map(begin)
      expect(begins).toEqual([...new Set(begins)].toSorted((a, b) => a - b))
      expect(begins.every((ms) => ms >= from.getTime() && ms < to.getTime())).toBe(true)
    }),
  )
})

test('the next run is the first of those that come after', () => {
  fc.assert(
    fc.property(placed, instants, (schedule, after) => {
      const next = nextRun(schedule, after)
      const all = runsBetween(schedule, new Date(after.getTime() + 1), new Date(after.getTime() + 101 * 366 * 864e5))
      expect(next).toEqual(all[0] ?? null)
    }),
    { numRuns: 30 },
  )
})

test('adjacent ranges together list what the whole lists', () => {
  fc.assert(
    fc.property(placed, instants, spans, spans, (schedule, from, first, second) => {
      const middle = new Date(from.getTime() + first)
      const to = new Date(middle.getTime() + second)
      expect([...runsBetween(schedule, from, middle), ...runsBetween(schedule, middle, to)]).toEqual(
        runsBetween(schedule, from, to),
      )
    }),
  )
})

test('weekly runs fall on their days and at their time, in their offset, and on each of them', () => {
  fc.assert(
    fc.property(someDays, times, instants, (days, value, from) => {
      const runs = runsBetween(
        { every: 'weekly-planned', days, time: value },
        from,
        new Date(from.getTime() + 7 * 864e5),
      )
      const local = runs.map((run) => new Date(begin(run) + value.offset * 60_000))
      expect(new Set(local.map((date) => weekdays[(date.getUTCDay() + 6) % 7]))).toEqual(new Set(days))
      expect(local).toHaveLength(days.length)
      for (const date of local)
        expect([date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()]).toEqual([
          value.hour,
          value.minute,
          value.second,
        ])
    }),
  )
})

test('a monthly window spans one calendar month in its offset', () => {
  fc.assert(
    fc.property(times, instants, (value, after) => {
      const run = nextRun({ every: 'monthly', time: value }, after)
      if (run?.kind !== 'window') throw new Error('a month has a window')
      const [first, last] = [run.from, run.to].map((date) => new Date(date.getTime() + value.offset * 60_000))
      expect(first?.getUTCDate()).toBe(1)
      expect(last?.getUTCMonth()).toBe(first?.getUTCMonth())
      expect(new Date((last?.getTime() ?? 0) + 864e5).getUTCDate()).toBe(1)
    }),
  )
})
