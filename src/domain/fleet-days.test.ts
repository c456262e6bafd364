import { describe, expect, test } from 'vitest'

import { type DayKnowledge, type DayOutcome, daysUpTo } from './fleet-day'
import { vmDays } from './fleet-days'
import type { Lane } from './lane'
import { lanesOf } from './lane'
import { localDayOf } from './local-day'
import type { Schedule } from './schedule'

const zone = 'Europe/Madrid'
const now = new Date('2026-03-30T08:00:00Z')
const today = localDayOf(zone, now)

const lane = (schedule: Schedule | null, key = 'nightly'): Lane => ({
  key,
  policyId: key,
  policyName: key,
  typeText: 'COMPLETE',
  schedule,
  gap: schedule ? null : 'values-missing',
  grace: 7_200_000,
})

/** At 02:30 in Madrid's winter. */
const nightly = lane({ every: 'daily', time: { hour: 2, minute: 30, second: 0, offset: 60 } })

const outcome = (at: string, how: DayOutcome['outcome'] = 'good'): DayOutcome => ({
  id: at,
  outcome: how,
  at: new Date(at),
  text: null,
})

const known = (outcomes: readonly DayOutcome[], change: Partial<DayKnowledge> = {}): DayKnowledge => ({
  outcomes,
  running: null,
  wholeSince: new Date('2026-03-01T00:00:00Z'),
  asOf: now,
  plannedAt: null,
  ...change,
})

const days = daysUpTo(zone, today, 4)
const deployed = (...lanes: readonly Lane[]) => ({ lanes, deployed: true })
const statesOf = (...given: Parameters<typeof vmDays>): readonly string[] => vmDays(...given).map(({ state }) => state)

describe('days of a zone', () => {
  test('are 23 hours long when summer time begins, and follow each other without a gap', () => {
    expect(days.map(({ from, to }) => (to.getTime() - from.getTime()) / 3_600_000)).toEqual([24, 24, 23, 24])
    expect(days.map(({ from }) => from.toISOString())).toEqual([
      '2026-03-26T23:00:00.000Z',
      '2026-03-27T23:00:00.000Z',
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ])
  })
})

const gaps = (plan: Parameters<typeof vmDays>[1]) =>
  vmDays(days.slice(3), plan, known([]), now).map(({ state, gap }) => gap ?? state)

describe('a VM by days', () => {
  test('good, failed and missed nights each stand on the day of the planned run', () => {
    const found = [outcome('2026-03-27T01:45:00Z'), outcome('2026-03-28T01:40:00Z', 'failed')]
    expect(statesOf(days, deployed(nightly), known(found), now)).toEqual(['good', 'failed', 'missed', 'missed'])
  })

  test('some good and some failed or missed is partly', () => {
    const noon = lane({ every: 'daily', time: { hour: 14, minute: 0, second: 0, offset: 60 } }, 'noon')
    const found = [outcome('2026-03-27T01:45:00Z'), outcome('2026-03-27T13:10:00Z', 'failed')]
    const [day, next] = vmDays(days, deployed(nightly, noon), known(found), now)
    expect(day).toMatchObject({ state: 'partly', counts: { good: 1, failed: 1 } })
    expect(next).toMatchObject({ state: 'missed', counts: { missed: 2 } })
  })

  test('before the trail begins nothing is called missed, nor good', () => {
    const found = [outcome('2026-03-30T00:50:00Z')]
    const knowledge = known(found, { wholeSince: new Date('2026-03-28T12:00:00Z') })
    const judged = vmDays(days, deployed(nightly), knowledge, now)
    expect(judged.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'missed', 'partly'])
    expect(judged[0]?.gap).toBe('trail')
    expect(statesOf(days, deployed(nightly), known([], { wholeSince: null }), now)).toEqual(Array(4).fill('unknown'))
    expect(statesOf(days, deployed(), known([], { wholeSince: null }), now)).toEqual(Array(4).fill('unknown'))
  })

  test('before the plan came into force nothing was to be expected', () => {
    const knowledge = known([], { plannedAt: new Date('2026-03-29T08:00:00Z') })
    expect(vmDays(days, deployed(nightly), knowledge, now).map(({ state, gap }) => gap ?? state)).toEqual([
      'plan-changed',
      'plan-changed',
      'plan-changed',
      'missed',
    ])
  })

  test('what lies ahead is planned, what runs now is running, what is not late yet is not missed', () => {
    const ahead = daysUpTo(zone, today + 1, 2)
    const early = new Date('2026-03-30T02:00:00Z')
    expect(statesOf(ahead, deployed(nightly), known([], { asOf: early }), early)).toEqual(['planned', 'planned'])
    const runs = known([], { running: { since: new Date('2026-03-30T01:31:00Z'), requested: false } })
    expect(statesOf(ahead, deployed(nightly), runs, now)).toEqual(['running', 'planned'])
  })

  test('a run that was due after the trail was last read is not known', () => {
    const [day] = vmDays(days.slice(3), deployed(nightly), known([], { asOf: new Date('2026-03-30T02:00:00Z') }), now)
    expect(day).toMatchObject({ state: 'unknown', gap: 'not-heard' })
  })

  test('without a plan nothing was planned; where the plan is not known, nor is the day', () => {
    expect(gaps(deployed())).toEqual(['none'])
    expect(gaps({ lanes: null, deployed: true })).toEqual(['policies-untold'])
    expect(gaps(deployed(lane(null)))).toEqual(['plan-unknown'])
    expect(gaps(deployed(lane({ every: 'system' })))).toEqual(['system'])
    expect(gaps({ lanes: [nightly], deployed: false })).toEqual(['not-deployed'])
    const unseen = lanesOf({ policyId: 'x', policyName: 'X', values: [] }, undefined)
    expect(gaps(deployed(...unseen))).toEqual(['plan-unknown'])
  })

  test('backups by hand count on the day of their end, whatever was planned', () => {
    const found = [outcome('2026-03-27T12:00:00Z'), outcome('2026-03-28T12:00:00Z', 'unknown')]
    const judged = vmDays(days, deployed(), known(found), now)
    expect(judged.map(({ state }) => state)).toEqual(['good', 'unknown', 'none', 'none'])
    expect(judged[1]?.gap).toBe('unclear')
  })

  test('a backup that the trail calls requested is no planned run: its failure shows, and it makes up for none', () => {
    const often = lane({ every: 'hourly', hours: 8 }, 'often')
    const byPlan = ['00:10', '08:10', '16:10'].map((time) => outcome(`2026-03-27T${time}:00Z`))
    const failed = { ...outcome('2026-03-27T08:00:00Z', 'failed'), requested: true }
    const [day] = vmDays(days, deployed(often), known([...byPlan, failed]), now)
    expect(day).toMatchObject({ state: 'partly', counts: { good: 3, failed: 1, missed: 0 } })
    expect(day?.runs.find(({ state }) => state === 'failed')).toMatchObject({ lane: null, run: null, outcome: failed })
    const inTime = { ...outcome('2026-03-27T01:45:00Z'), requested: true }
    expect(vmDays(days, deployed(nightly), known([inTime]), now)[0]).toMatchObject({
      state: 'partly',
      counts: { good: 1, missed: 1 },
    })
  })

  test('a run in a window stands on the day of its backup, and without one on the last day of the window', () => {
    const monthly = lane({ every: 'monthly', time: { hour: 5, minute: 0, second: 0, offset: 60 } })
    const failed = known([outcome('2026-03-29T04:20:00Z', 'failed')])
    expect(statesOf(days, deployed(monthly), failed, now)).toEqual(['none', 'none', 'failed', 'none'])
    const ends = daysUpTo(zone, today + 1, 4)
    expect(statesOf(ends, deployed(monthly), known([]), now)).toEqual(['none', 'none', 'none', 'planned'])
    const running = (requested: boolean) =>
      known([], { running: { since: new Date(now.getTime() - 60_000), requested } })
    expect(statesOf(ends, deployed(monthly), running(false), now)).toEqual(['none', 'none', 'running', 'none'])
    // Nobody ran what is planned: it is still to come.
    expect(statesOf(ends, deployed(monthly), running(true), now)).toEqual(['none', 'none', 'running', 'planned'])
  })
})
