import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { vm } from '~/domain/samples'
import { remember } from '~/pages/parts/remember'

import { prepareRows, type Surroundings } from './fleet-rows'
import { judgedRows } from './judged-rows'
import * as judging from './judging'

const around: Surroundings = { trail: null, policies: [], pending: false, activity: null, judging }
const now = new Date('2026-03-02T08:00:00Z')
const fleetOf = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, place) => vm({ id: `${prefix}${place}`, name: `${prefix}-${place}` }))

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('a usual fleet is judged at once', () => {
  const vms = fleetOf(40, 'a')
  expect(judgedRows(vms, around, now).get()).toEqual(prepareRows(vms, around, now))
})

test('a large fleet is judged between other work, and comes to the same', () => {
  let clock = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (clock += 0.01))
  const before = judgedRows(fleetOf(3, 'b'), around, now).get()
  const vms = fleetOf(5_000, 'c')
  const outcomes = vms.map(({ id }) => ({ vmId: id, outcome: 'good' as const, at: now, text: null }))
  const known = { ...around, trail: { outcomes, replanned: [], complete: true, wholeSince: null, asOf: now } }
  const judged = remember(judgedRows)(vms, known, now)
  const told = vi.fn<() => void>()
  const leave = judged.subscribe(told)
  vi.advanceTimersToNextTimer()
  // Not whole yet: the rows of before stay.
  expect(judged.get()).toBe(before)
  expect(told).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(told).toHaveBeenCalledTimes(1)
  expect(judged.get()?.every(({ outcome }) => outcome?.at === now)).toBe(true)
  expect(judged.get()).toEqual(prepareRows(vms, known, now))
  leave()
})

test('what nobody listens to is not judged on', () => {
  const judged = judgedRows(fleetOf(3_000, 'd'), around, now)
  const leave = judged.subscribe(() => undefined)
  leave()
  vi.runAllTimers()
  expect(vi.getTimerCount()).toBe(0)
  expect(judged.get()?.some(({ id }) => id.startsWith('d'))).toBe(false)
})
