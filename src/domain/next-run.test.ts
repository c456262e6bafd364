import { expect, test } from 'vitest'

import type { Backup } from './backup'
import * as next from './next-run'
import { openMonth } from './next-run'
import type { BackupPolicy, Timing } from './policy'
import { backup, configuration, policyCalled } from './samples'
import { usualThresholds } from './thresholds'
import type { VirtualMachine } from './virtual-machine'

const policy = (id: string, ...timings: readonly Timing[]): BackupPolicy =>
  policyCalled(id, ...timings.map((timing, place) => configuration(timing, { key: String(place) })))

const dailyAt = (hour: number): Timing => ({
  every: 'daily',
  time: { by: 'policy', value: { hour, minute: 0, second: 0, offset: 0 } },
})

const bySystem: Timing = { every: 'daily', time: { by: 'system' } }
const byVm: Timing = { every: 'daily', time: { by: 'vm' } }

const vmWith = (...ids: readonly string[]): Pick<VirtualMachine, 'assignments'> => ({
  assignments: ids.map((policyId) => ({ policyId, policyName: policyId, values: [] })),
})

const now = new Date('2026-11-22T12:00:00Z')

type Asked<Question extends (...asked: never) => unknown> =
  Parameters<Question> extends [...infer First, unknown] ? First : never
const nextRunOf = (...asked: Asked<typeof next.nextRunOf>) => next.nextRunOf(...asked, usualThresholds)
const nextRunAfter = (...asked: Asked<typeof next.nextRunAfter>) => next.nextRunAfter(...asked, usualThresholds)

test('the soonest run of all policies is the next one', () => {
  const offered = [policy('night', dailyAt(2)), policy('evening', dailyAt(20), bySystem)]
  expect(nextRunOf(vmWith('night', 'evening'), offered, now, [])).toEqual({
    kind: 'instant',
    at: new Date('2026-11-22T20:00:00Z'),
  })
})

test('without a run it says who knows', () => {
  expect(nextRunOf(vmWith('a'), [policy('a', bySystem)], now, [])).toEqual({ kind: 'system' })
  expect(nextRunOf(vmWith('a'), [policy('a', byVm)], now, [])).toEqual({ kind: 'unknown' })
  expect(nextRunOf(vmWith('hidden'), [], now, [])).toEqual({ kind: 'unknown' })
  expect(nextRunOf(vmWith(), [], now, [])).toEqual({ kind: 'none' })
  expect(nextRunOf({ assignments: null }, [], now, [])).toEqual({ kind: 'unknown' })
})

const monthly: Timing = {
  every: 'monthly',
  time: { by: 'policy', value: { hour: 5, minute: 0, second: 0, offset: 0 } },
}
const everyFour: Timing = { every: 'hourly', hours: { by: 'policy', value: 4 } }
const made = (at: string, change: Partial<Backup> = {}): Backup =>
  backup({ id: at, createdAt: new Date(at), typeText: 'COMPLETE', ...change })

const november = { kind: 'window', from: new Date('2026-11-01T05:00:00Z'), to: new Date('2026-11-30T05:00:00Z') }
const december = { kind: 'window', from: new Date('2026-12-01T05:00:00Z'), to: new Date('2026-12-31T05:00:00Z') }

test('a month whose run was not found is due by its end; once it was found, the next month is', () => {
  const offered = [policy('m', monthly)]
  const before = made('2026-10-29T05:10:00Z')
  expect(nextRunOf(vmWith('m'), offered, now, [before])).toEqual(november)
  expect(nextRunOf(vmWith('m'), offered, now, [before, made('2026-11-12T05:10:00Z')])).toEqual(december)
  const byHand = [
    made('2026-10-29T05:10:00Z', { policy: { id: 'm', name: 'm' } }),
    made('2026-11-12T09:00:00Z', { policy: null }),
  ]
  expect(nextRunOf(vmWith('m'), offered, now, byHand)).toEqual(november)
})

test('where backups are not known nobody can say whether the run of this month was made', () => {
  expect(nextRunOf(vmWith('m'), [policy('m', monthly)], now, null)).toEqual({ kind: 'unknown' })
  const both = [policy('m', monthly), policy('night', dailyAt(2))]
  expect(nextRunOf(vmWith('m', 'night'), both, now, null)).toEqual({
    kind: 'instant',
    at: new Date('2026-11-23T02:00:00Z'),
  })
  // Between the last day of the window and the first of the next one nothing is open.
  const over = new Date('2026-11-30T05:00:01Z')
  expect(nextRunOf(vmWith('m'), [policy('m', monthly)], over, null)).toEqual(december)
})

test('hours count from the last backup that is known, and from now where none is', () => {
  const offered = [policy('h', everyFour)]
  const last = made('2026-11-22T08:10:00Z')
  expect(nextRunOf(vmWith('h'), offered, now, [last])).toEqual({
    kind: 'window',
    from: new Date('2026-11-22T08:10:00Z'),
    to: new Date('2026-11-22T12:10:00Z'),
  })
  const fromNow = { kind: 'window', from: now, to: new Date('2026-11-22T16:00:00Z') }
  expect(nextRunOf(vmWith('h'), offered, now, [])).toEqual(fromNow)
  expect(nextRunOf(vmWith('h'), offered, now, null)).toEqual(fromNow)
})

test('of several policies that run comes first which begins first at the latest', () => {
  const offered = [policy('m', monthly), policy('h', everyFour), policy('afternoon', dailyAt(13))]
  expect(nextRunOf(vmWith('m', 'h', 'afternoon'), offered, now, [])).toEqual({
    kind: 'instant',
    at: new Date('2026-11-22T13:00:00Z'),
  })
})

test('in a list the newest end of the trail says what is due, unless someone requested it', () => {
  const ended = { outcome: 'good', at: new Date('2026-11-22T08:10:00Z') } as const
  expect(nextRunAfter(vmWith('h'), [policy('h', everyFour)], now, ended)).toMatchObject({
    to: new Date('2026-11-22T12:10:00Z'),
  })
  const offered = [policy('m', monthly)]
  expect(nextRunAfter(vmWith('m'), offered, now, ended)).toEqual(december)
  expect(nextRunAfter(vmWith('m'), offered, now, { ...ended, at: new Date('2026-10-30T00:00:00Z') })).toEqual(november)
  expect(nextRunAfter(vmWith('m'), offered, now, { ...ended, requested: true })).toEqual({ kind: 'unknown' })
  expect(nextRunAfter(vmWith('m'), offered, now, null)).toEqual({ kind: 'unknown' })
})

test('only a monthly schedule has a month that may be open', () => {
  const time = { hour: 5, minute: 0, second: 0, offset: 0 }
  expect(openMonth({ every: 'monthly', time }, now)).toEqual(november)
  expect(openMonth({ every: 'monthly', time }, new Date('2026-11-30T06:00:00Z'))).toBeNull()
  expect(openMonth({ every: 'monthly', time }, november.from)).toEqual(november)
  expect(openMonth({ every: 'monthly', time }, november.to)).toEqual(november)
  expect(openMonth({ every: 'daily', time }, now)).toBeNull()
})

test('where the platform says when a schedule of hours runs next, that is told; once it has passed hours count again', () => {
  const at = new Date('2026-11-22T15:00:00Z')
  const vm = { assignments: [{ policyId: 'a', policyName: 'a', values: [], next: at }] }
  const offered = [policy('a', everyFour)]
  expect(nextRunOf(vm, offered, now, [])).toEqual({ kind: 'instant', at })
  expect(nextRunOf(vm, offered, at, [])).toMatchObject({ kind: 'window' })
})
