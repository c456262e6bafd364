import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { day, epochDay, hour } from '~/domain/calendar'
import { judgeRuns } from '~/domain/judged-runs'
import type { Lane } from '~/domain/lane'
import { backup } from '~/domain/samples'

import { calendarOf } from './timeline-days'
import { countsOf, rowsOf, type TimelineItem } from './timeline-items'
import { laneWidth, marksOf, markStep } from './timeline-marks'
import { ticksOf } from './timeline-ticks'

const item = (at: number, change: Partial<TimelineItem> = {}): TimelineItem => ({
  id: String(at),
  state: 'on-time',
  run: null,
  backup: null,
  delay: null,
  from: at,
  to: at,
  lane: null,
  ...change,
})

const range = { from: new Date('2026-03-01T00:00Z'), to: new Date('2026-03-15T00:00Z') }
const start = range.from.getTime()

const ticks = (from: string, to: string, width = 960): readonly string[] =>
  ticksOf('Europe/Madrid', new Date(from), new Date(to), width).map(({ at, unit }) => `${unit} ${at.toISOString()}`)

describe('the axis', () => {
  test('has hours within a day, days within weeks, Mondays within months, months within a year', () => {
    expect(ticks('2026-03-01T23:00Z', '2026-03-02T23:00Z')).toHaveLength(12)
    expect(ticks('2026-03-01T23:00Z', '2026-03-15T23:00Z')).toHaveLength(14)
    expect(ticks('2026-03-01T23:00Z', '2026-03-15T23:00Z')[0]).toBe('day 2026-03-01T23:00:00.000Z')
    const year = ticks('2025-12-31T23:00Z', '2026-12-31T23:00Z')
    expect(year).toHaveLength(12)
    expect(year[6]).toBe('month 2026-06-30T22:00:00.000Z')
  })

  test('follows clocks over the change to summer time', () => {
    const found = ticks('2026-03-28T23:00Z', '2026-03-29T22:00Z', 24 * 64)
    expect(found).toHaveLength(23)
    expect(found.slice(1, 4)).toEqual([
      'hour 2026-03-29T00:00:00.000Z',
      'hour 2026-03-29T01:00:00.000Z',
      'hour 2026-03-29T02:00:00.000Z',
    ])
    expect(ticks('2026-03-26T23:00Z', '2026-03-30T22:00Z', 256)).toEqual([
      'day 2026-03-26T23:00:00.000Z',
      'day 2026-03-27T23:00:00.000Z',
      'day 2026-03-28T23:00:00.000Z',
      'day 2026-03-29T22:00:00.000Z',
    ])
  })
})

describe('the marks of a row', () => {
  test('nights of two weeks stand alone, each where it was planned', () => {
    const marks = marksOf(
      Array.from({ length: 14 }, (_, night) => item(start + night * day + hour)),
      range,
    )
    expect(marks).toHaveLength(14)
    expect(marks[0]?.x).toBeCloseTo(1 / (14 * 24))
  })

  test('a day of quarters of an hour is few marks, which hold all and show the worst', () => {
    const items = Array.from({ length: 96 }, (_, quarter) =>
      item(start + (quarter * hour) / 4, { state: quarter === 50 ? 'failed' : 'on-time' }),
    )
    const marks = marksOf(items, range)
    expect(marks.length).toBeLessThan(4)
    expect(marks.flatMap((mark) => mark.items)).toHaveLength(96)
    expect(marks.filter(({ state }) => state === 'failed')).toHaveLength(1)
  })

  test('a window is a bar when it is wide enough, and a delay is a line when it can be seen', () => {
    const [bar] = marksOf([item(start, { to: start + day })], range)
    expect(bar).toMatchObject({ x: 1 / 28, width: 1 / 14 })
    expect(marksOf([item(start, { to: start + hour })], range)[0]?.width).toBeNull()
    expect(marksOf([item(start, { delay: day })], range)[0]?.tail).toBeCloseTo(1 / 14)
    expect(marksOf([item(start, { delay: hour })], range)[0]?.tail).toBeNull()
  })

  test('keep their distance and lose nothing, however many there are', () => {
    const places = fc.array(fc.integer({ min: 0, max: 14 * day - 1 }), { maxLength: 500 })
    fc.assert(
      fc.property(places, (found) => {
        const items = found.toSorted((a, b) => a - b).map((at) => item(start + at))
        const marks = marksOf(items, range)
        expect(marks.flatMap((mark) => mark.items)).toEqual(items)
        for (const [index, mark] of marks.entries())
          expect(mark.x - (marks[index - 1]?.x ?? -1)).toBeGreaterThanOrEqual(markStep / laneWidth - 1e-9)
      }),
    )
  })
})

const laneOf = (key: string, schedule: Lane['schedule']): Lane => ({
  key,
  policyId: key,
  policyName: key,
  typeText: 'COMPLETE',
  schedule,
  gap: null,
  grace: 7_200_000,
})
const made = (id: string, at: number, policyId: string | null) =>
  backup({ id, createdAt: new Date(at), policy: policyId === null ? null : { id: policyId, name: policyId } })

const itemAt = (text: string) => item(new Date(text).getTime())

describe('the rows', () => {
  test('a backup at a time that the backup system chose is in its lane, one by hand in the last row', () => {
    const lanes = [
      laneOf('nightly', { every: 'daily', time: { hour: 1, minute: 0, second: 0, offset: 0 } }),
      laneOf('delegated', { every: 'system' }),
    ]
    const backups = [
      made('night', start + hour, 'nightly'),
      made('system', start + 9 * hour, 'delegated'),
      made('hand', start + 12 * hour, null),
    ]
    const judged = judgeRuns(lanes, backups, { ...range, since: null }, range.to)
    const rows = rowsOf(lanes, judged, backups)
    expect(rows.map(({ key }) => key)).toEqual(['nightly', 'delegated', ''])
    expect(rows[1]?.items.map(({ id, state }) => [id, state])).toEqual([['system', 'found']])
    expect(rows[2]?.items.map(({ id, state }) => [id, state])).toEqual([['hand', 'extra']])
    expect(countsOf(rows[0]?.items ?? [])).toEqual([
      { state: 'missed', n: 13 },
      { state: 'on-time', n: 1 },
    ])
  })
})

describe('the calendar', () => {
  test('gives each item to its day on the clocks of the zone, over the change to summer time', () => {
    const first = epochDay(2026, 3, 28)
    const days = calendarOf(
      [
        itemAt('2026-03-27T22:59Z'),
        itemAt('2026-03-27T23:00Z'),
        itemAt('2026-03-29T21:59Z'),
        { ...itemAt('2026-03-29T20:00Z'), state: 'failed' },
        itemAt('2026-03-29T22:00Z'),
      ],
      'Europe/Madrid',
      first,
      first + 2,
    )
    expect(days).toEqual([
      { day: first, counts: [{ state: 'on-time', n: 1 }] },
      {
        day: first + 1,
        counts: [
          { state: 'failed', n: 1 },
          { state: 'on-time', n: 1 },
        ],
      },
      { day: first + 2, counts: [{ state: 'on-time', n: 1 }] },
    ])
  })
})
