import { expect, test } from 'vitest'

import { byHour, plannedRuns } from './planned-hours'
import { configuration, policy } from './samples'

const from = new Date('2026-03-02T08:00:00Z')
const to = new Date('2026-03-03T08:00:00Z')
const at = (hour: number) => ({ hour, minute: 30, second: 0, offset: 60 })
const nightly = {
  ...policy(configuration({ every: 'daily', time: { by: 'policy', value: at(2) } })),
  id: 'n',
}
const hourly = { ...policy(configuration({ every: 'hourly', hours: { by: 'policy', value: 2 } })), id: 'h' }
const configurationKey = hourly.configurations[0]?.key ?? ''
const vm = (name: string, ...ids: readonly string[]) => ({
  id: name,
  name,
  state: 'on' as const,
  assignments: ids.map((policyId) => ({ policyId, policyName: policyId, values: [] })),
})

test('runs of all VMs in their order; an hour that nobody knows is counted, not guessed', () => {
  const found = plannedRuns([vm('a', 'n'), vm('b', 'n', 'h'), vm('c'), vm('d', 'unseen')], [nightly, hourly], from, to)
  expect(found.runs.map(({ vmName, at: when }) => `${vmName} ${when.toISOString()}`)).toEqual([
    'a 2026-03-03T01:30:00.000Z',
    'b 2026-03-03T01:30:00.000Z',
  ])
  expect(found.untold).toBe(2)
})

test('what is not deployed has no runs, what the platform does not tell is untold', () => {
  const none = { ...vm('a', 'n'), state: 'not-deployed' as const }
  expect(plannedRuns([none], [nightly], from, to)).toEqual({ runs: [], untold: 0 })
  expect(plannedRuns([{ ...vm('b'), assignments: null }], [nightly], from, to)).toEqual({ runs: [], untold: 1 })
})

test('instants by hour, both ends', () => {
  const hours = [0, 59, 60, 119, 120, -1].map((minutes) => new Date(from.getTime() + minutes * 60_000))
  expect(byHour(hours, from, 2)).toEqual([2, 2])
})

test('every few hours is told where the platform names the next run, of each VM its own', () => {
  const next = (name: string, time: string, until?: Date) => ({
    ...vm(name, 'h'),
    assignments: [
      {
        policyId: 'h',
        policyName: 'h',
        next: new Date(time),
        values: until ? [{ key: configurationKey, until, content: { kind: 'all' as const } }] : [],
      },
    ],
  })
  const vms = [
    next('late', '2026-03-03T05:40:00Z'),
    next('past', '2026-03-01T02:10:00Z', new Date('2026-03-02T12:10:00Z')),
    vm('nobody knows', 'h'),
  ]
  const found = plannedRuns(vms, [hourly], from, to)
  expect(found.runs.map(({ vmName, at: when }) => `${vmName} ${when.toISOString().slice(5, 16)}`)).toEqual([
    'past 03-02T08:10',
    'past 03-02T10:10',
    'past 03-02T12:10',
    'late 03-03T05:40',
    'late 03-03T07:40',
  ])
  expect(found.untold).toBe(1)
})
