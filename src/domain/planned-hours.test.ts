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
