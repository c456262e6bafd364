import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { configuration, policy, task, vm } from '~/domain/samples'
import { remember } from '~/pages/parts/remember'

import type { Surroundings, VmRow } from './fleet-rows'
import { judgedRows } from './judged-rows'
import * as judging from './judging'
import { prepareRows } from './row-maker'

const around: Surroundings = { trail: null, policies: [], pending: false, activity: null, judging }
const now = new Date('2026-03-02T08:00:00Z')
const gold = policy(
  configuration({ every: 'daily', time: { by: 'policy', value: { hour: 2, minute: 30, second: 0, offset: 60 } } }),
)
const policies = [gold]
const assignments = [{ policyId: 'gold', policyName: 'Gold', values: [] }]
const fleetOf = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, place) =>
    vm({ id: `${prefix}${place}`, name: `${prefix}-${place}`, ...(place % 3 > 0 && { assignments }) }),
  )
const ended = (ids: readonly string[], text: string | null) =>
  ids.map((vmId) => ({ vmId, outcome: text ? ('failed' as const) : ('good' as const), at: now, text }))
const knownOf = (outcomes: NonNullable<Surroundings['trail']>['outcomes']): Surroundings => ({
  ...around,
  policies,
  activity: [{ vmId: 'c7', task: task('backup') }],
  trail: { outcomes, replanned: [], complete: true, wholeSince: new Date('2026-02-20T00:00:00Z'), asOf: now },
})
const read = 'id protection protectionState outcome late cause task line order appliance'.split(' ')
/** All that a page reads of a row. */
const facts = (row: VmRow) => Object.fromEntries(read.map((name) => [name, Reflect.get(row, name)]))

/** The VMs whose rows are other rows than before. */
const newIn = (rows: readonly VmRow[], before: readonly VmRow[]) =>
  rows.flatMap((row, place) => (row === before[place] ? [] : [row.id]))

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('a usual fleet is judged at once', () => {
  const vms = fleetOf(40, 'a')
  expect(judgedRows(vms, around, now).get()).toEqual(prepareRows(vms, around, now))
})

test('a large fleet is judged between other work, and comes to the same', async () => {
  const before = judgedRows(fleetOf(3, 'b'), around, now).get()
  const vms = fleetOf(5_000, 'c')
  const ids = vms.map(({ id }) => id)
  const known = knownOf([...ended(ids.slice(0, 900), null), ...ended(ids.slice(400, 1_300), 'No space left')])
  const judged = remember(judgedRows)(vms, known, now)
  const told = vi.fn<() => void>()
  const leave = judged.subscribe(told)
  await vi.advanceTimersToNextTimerAsync()
  // Not whole yet: the rows of before stay.
  expect(judged.get()).toBe(before)
  expect(told).not.toHaveBeenCalled()
  await vi.runAllTimersAsync()
  expect(told).toHaveBeenCalledTimes(1)
  const rows = judged.get() ?? []
  expect(rows.filter(({ cause }) => cause !== '')).toHaveLength(600)
  expect(rows.map(facts)).toEqual(prepareRows(vms, known, now).map(facts))
  leave()
})

test('of a large fleet that is judged again only the rows that say something else are new', async () => {
  const vms = fleetOf(3_000, 'c')
  const judge = async (known: Surroundings) => {
    const judged = judgedRows(vms, known, now)
    const leave = judged.subscribe(() => undefined)
    await vi.runAllTimersAsync()
    leave()
    return judged.get() ?? []
  }
  const first = await judge(knownOf(ended(['c1', 'c2'], null)))
  const idle = await judge({ ...knownOf(ended(['c2', 'c1'], null)), activity: null })
  expect(newIn(idle, first)).toEqual(['c7'])
  const failed = await judge({ ...knownOf(ended(['c1', 'c2'], 'No space left')), activity: null })
  expect(newIn(failed, idle)).toEqual(['c1', 'c2'])
  expect(failed[1]?.protection?.state).toBe('failed')
  const other = [...ended(['c1'], 'No space left on device'), ...ended(['c2'], 'No space left')]
  const reworded = await judge({ ...knownOf(other), activity: null })
  expect(newIn(reworded, failed)).toEqual(['c1'])
})

test('what nobody listens to is not judged on', async () => {
  const judged = judgedRows(fleetOf(3_000, 'd'), around, now)
  const leave = judged.subscribe(() => undefined)
  leave()
  await vi.runAllTimersAsync()
  expect(vi.getTimerCount()).toBe(0)
  expect(judged.get()?.some(({ id }) => id.startsWith('d'))).toBe(false)
})
