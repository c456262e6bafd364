import { expect, test } from 'vitest'

import { day, minute } from './calendar'
import { judgeRuns } from './judged-runs'
import { laneReader } from './lane'
import { protectionJudge } from './protection-rule'
import { backup, configuration, policy, vm } from './samples'
import { graceOf, type Thresholds, usualThresholds } from './thresholds'

const ofSite: Thresholds = { ...usualThresholds, lateAfterMinutes: 60 }
const ofGold: Thresholds = { ...ofSite, policies: new Map([['Gold', 30]]) }

const assignment = { policyId: 'gold', policyName: 'Gold', values: [] }
const offered = [
  policy(
    configuration({
      every: 'daily',
      time: { by: 'policy', value: { hour: 1, minute: 0, second: 0, offset: 0 } },
    }),
  ),
]
const planned = new Date('2026-03-04T01:00Z')
const later = (minutes: number, more = 0): Date => new Date(planned.getTime() + minutes * minute + more)

const found = (createdAt: Date) => [backup({ createdAt })]
const said = (...judged: Parameters<typeof judgeRuns>): string | undefined => judgeRuns(...judged).runs[0]?.judgement

test('a policy with a number of its own goes by it, every other one by that of the site', () => {
  expect(graceOf(ofGold, 'Gold')).toBe(30 * minute)
  expect(graceOf(ofGold, 'gold')).toBe(60 * minute)
  expect(graceOf(usualThresholds, 'Gold')).toBe(120 * minute)
})

test.each([
  ['usually', usualThresholds, 120],
  ['at a site', ofSite, 60],
  ['by a policy', ofGold, 30],
] as const)('a VM is overdue once more than the minutes that hold have passed: %s', (_, thresholds, minutes) => {
  const judge = protectionJudge(offered, { complete: true, wholeSince: later(-9_000), asOf: later(600) }, thresholds)
  const stateAt = (now: Date): string =>
    judge(
      vm({ assignments: [assignment] }),
      { outcome: { outcome: 'good', at: later(-1_400) }, task: null, plannedAt: null },
      now,
    ).state
  expect(stateAt(later(minutes))).toBe('protected')
  expect(stateAt(later(minutes, 1))).toBe('overdue')
})

test.each([
  ['usually', usualThresholds, 120],
  ['at a site', ofSite, 60],
  ['by a policy', ofGold, 30],
] as const)('a run is late, and a silent one missed, after the same minutes: %s', (_, thresholds, minutes) => {
  const lanes = laneReader(offered, thresholds)(assignment)
  const range = { from: later(-60), to: later(60), since: null }
  expect(said(lanes, found(later(minutes)), range, later(600))).toBe('on-time')
  expect(said(lanes, found(later(minutes, 1)), range, later(600))).toBe('late')
  expect(said(lanes, [], range, later(minutes))).toBe('due')
  expect(said(lanes, [], range, later(minutes, 1))).toBe('missed')
})

test.each([7, 3])('a backup by hand protects for so many days: %i', (byHandDays) => {
  const judge = protectionJudge([], null, { ...usualThresholds, byHandDays })
  const stateOf = (age: number): string =>
    judge(
      vm({ byHand: true }),
      { outcome: { outcome: 'good', at: new Date(planned.getTime() - age) }, task: null, plannedAt: null },
      planned,
    ).state
  expect(stateOf(byHandDays * day)).toBe('protected')
  expect(stateOf(byHandDays * day + 1)).toBe('at-risk')
})
