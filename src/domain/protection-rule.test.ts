import { describe, expect, test } from 'vitest'

import type { ConfigurationValues } from './assignment'
import type { Outcome } from './backup'
import type { Timing } from './policy'
import type { Evidence, TrailKnowledge } from './protection'
import { isLate, protectionJudge } from './protection-rule'
import { configuration, policy, task, vm } from './samples'
import { usualThresholds } from './thresholds'

const now = new Date('2026-03-04T12:00Z')
const trail: TrailKnowledge = { complete: true, wholeSince: new Date('2026-02-24T12:00Z'), asOf: now }
const nothing: Evidence = { outcome: null, task: null, plannedAt: null }
const ended = (outcome: Outcome, at: string): Evidence => ({ ...nothing, outcome: { outcome, at: new Date(at) } })
const lastNight = ended('good', '2026-03-04T01:20Z')

const nightly: Timing = {
  every: 'daily',
  time: { by: 'policy', value: { hour: 1, minute: 0, second: 0, offset: 0 } },
}
const on = (timing: Timing, values: readonly ConfigurationValues[] = []) => ({
  vm: vm({ assignments: [{ policyId: 'gold', policyName: 'Gold', values }] }),
  judge: protectionJudge([policy(configuration(timing))], trail, usualThresholds),
})
const gold = on(nightly)

/** The state, why, and when it turns overdue. */
function said({ vm: machine, judge }: typeof gold, evidence: Evidence, at = now) {
  const { state, reason, worseAt } = judge(machine, evidence, at)
  return [state, reason, worseAt?.toISOString() ?? null].filter((one) => one !== null).join(' ')
}

describe('what runs, and what protects nothing', () => {
  test('a restore comes first, then a backup, whatever else is true', () => {
    const restoring = { ...nothing, task: task('restore', 'waiting') }
    expect(said({ ...gold, vm: vm() }, restoring)).toBe('restoring')
    expect(said(gold, { ...ended('failed', '2026-03-04T01:20Z'), task: task('backup') })).toBe('running')
    expect(said(gold, { ...lastNight, task: task('restore', 'done') })).toMatch(/^protected/)
    expect(said(gold, { ...lastNight, task: task('deploy') })).toMatch(/^protected/)
  })

  test('no policy is no protection, and a platform that does not say leaves it open', () => {
    expect(said({ ...gold, vm: vm() }, lastNight)).toBe('not-protected')
    expect(said({ ...gold, vm: vm({ assignments: null }) }, lastNight)).toBe('unknown policies-untold')
  })
})

describe('where every backup is made by hand', () => {
  const byHand = { ...gold, vm: vm({ assignments: [], byHand: true }) }

  test('the age of the newest good one is what counts', () => {
    expect(said(byHand, ended('good', '2026-02-25T12:00Z'))).toBe('protected')
    expect(said(byHand, ended('good', '2026-02-25T11:59Z'))).toBe('at-risk by-hand-old')
    expect(said(byHand, ended('failed', '2026-03-04T01:20Z'))).toBe('failed')
    expect(said(byHand, ended('unknown', '2026-03-04T01:20Z'))).toBe('at-risk outcome-unclear')
    expect(said(byHand, { ...lastNight, task: task('backup') })).toBe('running')
  })

  test('none is no protection, unless one cannot know', () => {
    const knowing = (change: Partial<TrailKnowledge>) => ({
      ...byHand,
      judge: protectionJudge([], { ...trail, ...change }, usualThresholds),
    })
    expect(said(byHand, nothing)).toBe('not-protected')
    expect(said(knowing({ complete: false }), nothing)).toBe('at-risk by-hand-old')
    expect(said(knowing({ complete: false, wholeSince: null }), nothing)).toBe('unknown outcomes-unknown')
  })
})

const lateAt = (at: string, evidence = lastNight) => isLate(gold.judge(gold.vm, evidence, new Date(at)), new Date(at))

describe('a nightly plan', () => {
  test('is protected after a good night, and says when it becomes overdue', () => {
    expect(said(gold, lastNight)).toBe('protected 2026-03-05T03:00:00.000Z')
  })

  test('is late from its time on, until it is heard of or overdue', () => {
    expect(lateAt('2026-03-05T01:00Z')).toBe(false)
    expect(lateAt('2026-03-05T01:01Z')).toBe(true)
    expect(lateAt('2026-03-05T03:00Z')).toBe(false)
    expect(lateAt('2026-03-05T01:01Z', ended('good', '2026-03-05T01:00:30Z'))).toBe(false)
    expect(lateAt('2026-03-05T01:01Z', ended('failed', '2026-03-04T01:20Z'))).toBe(false)
  })

  test('is overdue once a planned run was missed, though nothing failed', () => {
    const before = ended('good', '2026-03-03T01:20Z')
    expect(said(gold, before)).toBe('overdue')
    expect(gold.judge(gold.vm, before, now).expected).toEqual({
      policyName: 'Gold',
      run: { kind: 'instant', at: new Date('2026-03-04T01:00Z') },
      deadline: new Date('2026-03-04T03:00Z'),
    })
  })

  test('is due until its deadline, and a backup by hand in between changes nothing', () => {
    const early = { ...trail, asOf: new Date('2026-03-04T03:00Z') }
    const judge = protectionJudge([policy(configuration(nightly))], early, usualThresholds)
    const by = { ...gold, judge }
    expect(said(by, ended('good', '2026-03-03T01:20Z'), early.asOf)).toBe('protected 2026-03-04T03:00:00.000Z')
    expect(said(gold, ended('good', '2026-03-04T00:40Z'))).toBe('overdue')
  })

  test('failed stays failed, and tells which run was missed since', () => {
    const failed = ended('failed', '2026-03-02T01:20Z')
    expect(said(gold, failed)).toBe('failed')
    expect(gold.judge(gold.vm, failed, now).expected?.deadline).toEqual(new Date('2026-03-03T03:00Z'))
  })

  test('without any backup it is overdue, or scheduled when the plan is new', () => {
    expect(said(gold, nothing)).toBe('overdue')
    const isNew = { ...nothing, plannedAt: new Date('2026-03-04T09:00Z') }
    expect(said(gold, isNew)).toBe('scheduled 2026-03-05T03:00:00.000Z')
    expect(said(gold, { ...ended('good', '2026-03-01T01:20Z'), plannedAt: new Date('2026-03-04T09:00Z') })).toBe(
      'protected 2026-03-05T03:00:00.000Z',
    )
  })
})

const partly = (change: Partial<TrailKnowledge>) => ({
  ...gold,
  judge: protectionJudge([policy(configuration(nightly))], { ...trail, ...change }, usualThresholds),
})

const once = (at: string) => on({ every: 'defined-hour', at: { by: 'policy', value: at } })

describe('what is not known', () => {
  test('is never taken for good', () => {
    expect(said({ ...gold, judge: protectionJudge([], null, usualThresholds) }, nothing)).toBe(
      'unknown outcomes-unknown',
    )
    expect(said(partly({ complete: false, wholeSince: null }), nothing)).toBe('unknown outcomes-unknown')
    expect(said(gold, ended('unknown', '2026-03-04T01:20Z'))).toBe('at-risk outcome-unclear 2026-03-05T03:00:00.000Z')
    expect(said(gold, ended('running', '2026-03-04T01:20Z'))).toBe('running')
  })

  test('a trail that was cut off tells of what came after', () => {
    const cut = partly({ complete: false, wholeSince: new Date('2026-03-04T00:00Z') })
    expect(said(cut, ended('good', '2026-03-01T01:20Z'))).toBe('overdue')
    const later = partly({ complete: false, wholeSince: new Date('2026-03-04T02:00Z') })
    expect(said(later, ended('good', '2026-03-01T01:20Z'))).toBe('protected 2026-03-05T03:00:00.000Z')
    expect(said(later, nothing)).toMatch(/^unknown outcomes-unknown/)
  })

  test('a trail that could not be read since the deadline leaves it open', () => {
    const old = partly({ asOf: new Date('2026-03-04T02:00Z') })
    expect(said(old, ended('good', '2026-03-03T01:20Z'))).toBe('unknown not-heard')
    expect(said(old, ended('good', '2026-03-03T01:20Z'), new Date('2026-03-04T03:04Z'))).toBe('protected')
  })

  test('a lock that nobody explains may be the backup', () => {
    const locked = { ...gold, vm: { ...gold.vm, state: 'locked' as const } }
    expect(said(locked, ended('good', '2026-03-03T01:20Z'))).toBe('unknown maybe-running')
    expect(said(locked, { ...nothing, plannedAt: now })).toMatch(/^unknown maybe-running/)
    expect(said(locked, { ...ended('good', '2026-03-03T01:20Z'), task: task('deploy') })).toBe('overdue')
    expect(said(locked, lastNight)).toMatch(/^protected/)
  })

  test('a policy out of sight leaves its plan open, and decides only when nothing else does', () => {
    const unseen = { ...gold, judge: protectionJudge([], trail, usualThresholds) }
    expect(said(unseen, lastNight)).toBe('protected')
    expect(said(unseen, nothing)).toBe('unknown policies-unseen')
    const two = vm({
      assignments: [
        { policyId: 'gold', policyName: 'Gold', values: [] },
        { policyId: 'far', policyName: 'Far', values: [] },
      ],
    })
    expect(said({ ...gold, vm: two }, ended('good', '2026-03-03T01:20Z'))).toBe('overdue')
  })
})

describe('a plan at risk', () => {
  const time = { hour: 1, minute: 0, second: 0, offset: 0 }

  test('when a value is missing, or cannot be read', () => {
    expect(said(on({ every: 'daily', time: { by: 'vm' } }), lastNight)).toBe('at-risk values-missing')
    expect(said(on({ every: 'daily', time: { by: 'unread', text: '?' } }), lastNight)).toBe(
      'at-risk schedule-unreadable',
    )
    expect(said(on({ every: 'unknown', text: '?' }), lastNight)).toBe('at-risk schedule-unreadable')
    const own = [{ key: 'COMPLETE daily', time, content: { kind: 'all' } }] as const
    expect(said(on({ every: 'daily', time: { by: 'vm' } }, own), lastNight)).toMatch(/^protected 2026-03-05T03/)
  })

  test('when the VM is not deployed: nothing is expected of it', () => {
    const away = { ...gold, vm: { ...gold.vm, state: 'not-deployed' as const } }
    expect(said(away, ended('good', '2026-03-01T01:20Z'))).toBe('at-risk not-deployed')
    expect(said(away, ended('failed', '2026-03-01T01:20Z'))).toBe('failed')
  })

  test('when no further run is planned', () => {
    expect(said(once('2026-03-03T22:00Z'), ended('good', '2026-03-03T22:10Z'))).toBe('at-risk no-further-run')
    expect(said(once('2026-03-03T22:00Z'), nothing)).toBe('overdue')
    expect(said(once('2026-03-05T22:00Z'), nothing)).toBe('scheduled 2026-03-06T00:00:00.000Z')
  })
})

test('other plans say when they become overdue as well', () => {
  const hours = (value: number) => on({ every: 'hourly', hours: { by: 'policy', value } })
  expect(said(hours(6), ended('good', '2026-03-04T09:20Z'))).toBe('protected 2026-03-04T17:20:00.000Z')
  expect(said(hours(6), ended('good', '2026-03-04T03:59Z'))).toBe('overdue')
  const days = { by: 'policy', value: ['sunday'] } as const
  const weekly = on({ every: 'weekly-planned', days, time: nightly.time })
  expect(said(weekly, ended('good', '2026-03-01T01:10Z'))).toBe('protected 2026-03-08T03:00:00.000Z')
  const monthly = on({ every: 'monthly', time: nightly.time })
  expect(said(monthly, nothing)).toBe('scheduled 2026-03-31T03:00:00.000Z')
  expect(said(on({ every: 'daily', time: { by: 'system' } }), nothing)).toBe('scheduled')
})

test('of several lines the one that is due first decides', () => {
  const both = {
    ...gold,
    judge: protectionJudge(
      [policy(configuration(nightly), configuration({ every: 'hourly', hours: { by: 'policy', value: 4 } }))],
      trail,
      usualThresholds,
    ),
  }
  expect(said(both, ended('good', '2026-03-04T11:00Z'))).toBe('protected 2026-03-04T17:00:00.000Z')
  expect(said(both, ended('good', '2026-03-04T00:50Z'))).toBe('overdue')
})
