import { describe, expect, test } from 'vitest'

import { daysUpTo } from './fleet-day'
import { localDayOf } from './local-day'
import type { BackupPolicy, Timing } from './policy'
import { configuration, policyCalled, vm } from './samples'
import { scheduleLoad } from './schedule-load'

const zone = 'Europe/Madrid'

const policy = (id: string, ...timings: readonly Timing[]): BackupPolicy =>
  policyCalled(id, ...timings.map((timing) => configuration(timing)))

const at = (hours: number, minutes = 0) => ({ hour: hours, minute: minutes, second: 0, offset: 60 })
const nightly = policy('nightly', { every: 'daily', time: { by: 'policy', value: at(2, 30) } })
const own = policy('own', { every: 'daily', time: { by: 'vm' } })
const hourly = policy('hourly', { every: 'hourly', hours: { by: 'policy', value: 4 } })
const delegated = policy('delegated', { every: 'daily', time: { by: 'system' } })
const monthly = policy('monthly', { every: 'monthly', time: { by: 'policy', value: at(1) } })
const policies = [nightly, own, hourly, delegated, monthly]

const machine = (id: string, policyId: string, change: Parameters<typeof vm>[0] = {}) =>
  vm({ id, name: id, assignments: [{ policyId, policyName: policyId, values: [] }], ...change })

/** The seven days from one on. */
const week = (from: Date) => daysUpTo(zone, localDayOf(zone, from) + 6, 7)
const loadOf = (vms: Parameters<typeof scheduleLoad>[0], now = new Date('2026-03-02T08:00:00Z')) =>
  scheduleLoad(vms, policies, week(now), zone, now)

const busy = ({ hours }: ReturnType<typeof scheduleLoad>) =>
  hours.flatMap((day, place) => day.flatMap(({ runs }, hour) => (runs > 0 ? [[place, hour, runs]] : [])))

describe('the load of schedules', () => {
  test('counts the runs that begin in an hour, from now on', () => {
    const load = loadOf([machine('a', 'nightly'), machine('b', 'nightly')])
    expect(busy(load)).toEqual([1, 2, 3, 4, 5, 6].map((day) => [day, 2, 2]))
    expect(load.hours[1]?.[2]?.groups).toEqual([
      {
        policyId: 'nightly',
        policyName: 'nightly',
        datacenter: 'Barcelona',
        vms: [expect.anything(), expect.anything()],
      },
    ])
  })

  test('lays out every few hours from the run that the platform names, and keeps apart what has no start', () => {
    const next = new Date('2026-03-08T12:20:00Z')
    const told = machine('a', 'hourly', {
      assignments: [{ policyId: 'hourly', policyName: 'hourly', values: [], next }],
    })
    const load = loadOf([told, machine('b', 'hourly')])
    expect(busy(load)).toEqual([13, 17, 21].map((hour) => [6, hour, 1]))
    expect(load.hourly.map(({ vms }) => vms.map(({ id }) => id))).toEqual([['b']])
  })

  test('takes the time that a VM gives, and tells datacenters apart', () => {
    const values = [{ key: own.configurations[0]?.key ?? '', time: at(2), content: { kind: 'all' as const } }]
    const mine = machine('a', 'own', { assignments: [{ policyId: 'own', policyName: 'own', values }] })
    const load = loadOf([mine, machine('b', 'nightly', { datacenter: { id: 'ldn', name: 'London' } })])
    expect(load.hours[1]?.[2]).toMatchObject({
      runs: 2,
      groups: [
        { policyId: 'own', datacenter: 'Barcelona' },
        { policyId: 'nightly', datacenter: 'London' },
      ],
    })
  })

  test('moves by an hour on the clock when summer time begins, for schedules keep their offset', () => {
    const load = loadOf([machine('a', 'nightly')], new Date('2026-03-27T08:00:00Z'))
    expect(busy(load)).toEqual([
      [1, 2, 1],
      [2, 3, 1],
      [3, 3, 1],
      [4, 3, 1],
      [5, 3, 1],
      [6, 3, 1],
    ])
  })

  test('states apart what has no hour, what is not known and what is out of force', () => {
    const load = loadOf([
      machine('a', 'hourly'),
      machine('b', 'delegated'),
      machine('c', 'monthly'),
      machine('d', 'own'),
      machine('e', 'nobody-sees-it'),
      machine('f', 'nightly', { state: 'not-deployed' }),
      vm({ id: 'g', assignments: null }),
      vm({ id: 'h', assignments: [] }),
    ])
    expect(busy(load)).toEqual([])
    expect(load).toMatchObject({
      hourly: [{ policyId: 'hourly' }],
      delegated: [{ policyId: 'delegated' }, { policyId: 'monthly' }],
      unknown: 3,
      outOfForce: 1,
    })
  })
})
