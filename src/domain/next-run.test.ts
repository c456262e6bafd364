import { expect, test } from 'vitest'

import { nextRunOf } from './next-run'
import type { BackupPolicy, Timing } from './policy'
import type { VirtualMachine } from './virtual-machine'

const policy = (id: string, ...timings: readonly Timing[]): BackupPolicy => ({
  id,
  name: id,
  code: id,
  description: null,
  replication: null,
  configurations: timings.map((timing, place) => ({
    key: String(place),
    type: 'complete',
    typeText: 'COMPLETE',
    timing,
    content: 'vm',
  })),
})

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

test('the soonest run of all policies is the next one', () => {
  const offered = [policy('night', dailyAt(2)), policy('evening', dailyAt(20), bySystem)]
  expect(nextRunOf(vmWith('night', 'evening'), offered, now)).toEqual({
    kind: 'instant',
    at: new Date('2026-11-22T20:00:00Z'),
  })
})

test('without a run it says who knows', () => {
  expect(nextRunOf(vmWith('a'), [policy('a', bySystem)], now)).toEqual({ kind: 'system' })
  expect(nextRunOf(vmWith('a'), [policy('a', byVm)], now)).toEqual({ kind: 'unknown' })
  expect(nextRunOf(vmWith('hidden'), [], now)).toEqual({ kind: 'unknown' })
  expect(nextRunOf(vmWith(), [], now)).toEqual({ kind: 'none' })
  expect(nextRunOf({ assignments: null }, [], now)).toEqual({ kind: 'unknown' })
})
