import { describe, expect, test } from 'vitest'

import type { Assignment } from '~/domain/assignment'
import type { BackupConfiguration, BackupPolicy, Timing } from '~/domain/policy'
import { configuration as sampleConfiguration, policyCalled, vm as sampleVm } from '~/domain/samples'

import { assignmentsOf } from './policy-assignment'
import { type Base, changesOf, type ConfigurationDraft, draftOf, type ProtectionDraft, sameDraft } from './policy-draft'

const vm = sampleVm()

const configuration = (key: string, timing: Timing, more: Partial<BackupConfiguration> = {}): BackupConfiguration =>
  sampleConfiguration(timing, { key, ...more })

const daily = configuration('daily', { every: 'daily', time: { by: 'vm' } })
const weekly = configuration('weekly', { every: 'weekly-planned', days: { by: 'vm' }, time: { by: 'vm' } })
const once = configuration('once', { every: 'defined-hour', at: { by: 'vm' } })
const folders = configuration('folders', { every: 'hourly', hours: { by: 'vm' } }, { type: 'filesystem' })

const base = (policies: readonly BackupPolicy[], assignments: readonly Assignment[]): Base => ({
  vm: { ...vm, assignments },
  policies,
})

/** The form with something entered for the first configuration of the first policy, which is chosen. */
function entered(from: Base, values: Partial<ConfigurationDraft>): ProtectionDraft {
  const opened = draftOf(from)
  const [first, ...others] = opened.policies
  if (!first) return opened
  const [head, ...tail] = first.configurations
  return {
    chosen: [first.id],
    policies: [{ ...first, configurations: head ? [{ ...head, ...values }, ...tail] : [] }, ...others],
  }
}

test('days of the month are read as they were typed, and stay with another time', () => {
  const monthly = configuration('monthly', { every: 'monthly', dates: { by: 'vm' }, time: { by: 'vm' } })
  const time = { hour: 3, minute: 0, second: 0, offset: 0 }
  const values = [{ key: 'monthly', time, dates: ['30'], content: { kind: 'all' as const } }]
  const form = base([policyCalled('gold', monthly)], [{ policyId: 'gold', policyName: 'gold', values }])
  expect(valuesOfFirst(entered(form, { time: '04:00' }), form)).toMatchObject({ time: { hour: 4 }, dates: ['30'] })
  expect(valuesOfFirst(entered(form, { dates: ' 15;1 , 15' }), form)).toMatchObject({ time, dates: ['01', '15'] })
  expect(valuesOfFirst(draftOf(form), form)).toEqual(values[0])
})

const valuesOfFirst = (draft: ProtectionDraft, from: Base) => assignmentsOf(draft, from)[0]?.values[0]

/** Something entered in every field of one configuration. */
const fill = (key: string): ConfigurationDraft => ({
  key,
  days: ['friday'],
  dates: '1, 15',
  time: '22:00:30',
  offset: 'Z',
  at: '20260329T0230+0100',
  hours: '6',
  scope: 'some',
  disks: ['7'],
  paths: ['/etc'],
})

describe('what the platform gets', () => {
  const stored: Assignment = {
    policyId: 'gold',
    policyName: 'Gold, as the VM names it',
    values: [
      {
        key: 'daily',
        time: { hour: 2, minute: 30, second: 0, offset: 60 },
        hours: 7,
        content: { kind: 'disks', ids: ['b', 'a'] },
      },
      { key: 'a configuration of before', content: { kind: 'all' } },
    ],
  }
  const gold = base([policyCalled('gold', daily)], [stored])

  test('is exactly what the VM has while nothing is entered', () => {
    expect(assignmentsOf(draftOf(gold), gold)).toEqual([stored])
  })

  test('keeps every value that was not touched', () => {
    const disks = entered(gold, { scope: 'all' })
    expect(valuesOfFirst(disks, gold)).toEqual({ ...stored.values[0], content: { kind: 'all' } })
    const time = entered(gold, { time: '03:15' })
    expect(assignmentsOf(time, gold)[0]).toMatchObject({
      policyName: stored.policyName,
      values: [
        { time: { hour: 3, minute: 15, offset: 60 }, content: { kind: 'disks', ids: ['b', 'a'] } },
        stored.values[1],
      ],
    })
  })

  test('lacks a value that was cleared, and one that cannot be read', () => {
    expect(valuesOfFirst(entered(gold, { time: '' }), gold)).not.toHaveProperty('time')
    expect(valuesOfFirst(entered(gold, { time: '25:00' }), gold)).not.toHaveProperty('time')
    expect(valuesOfFirst(entered(gold, { offset: '' }), gold)).not.toHaveProperty('time')
  })

  test('holds what was entered, by the kind of the configuration', () => {
    const every = base([policyCalled('all', weekly, once, folders)], [])
    const filled: ProtectionDraft = {
      chosen: ['all'],
      policies: [{ id: 'all', configurations: ['weekly', 'once', 'folders'].map(fill) }],
    }
    expect(assignmentsOf(filled, every)[0]?.values).toEqual([
      {
        key: 'weekly',
        days: ['friday'],
        time: { hour: 22, minute: 0, second: 30, offset: 0 },
        content: { kind: 'disks', ids: ['7'] },
      },
      { key: 'once', at: '2026-03-29T02:30:00+01:00', content: { kind: 'disks', ids: ['7'] } },
      { key: 'folders', hours: 6, content: { kind: 'paths', paths: ['/etc'] } },
    ])
  })

  test('never holds a value that the policy does not leave to the VM', () => {
    const fixed = configuration(
      'fixed',
      { every: 'daily', time: { by: 'policy', value: { hour: 1, minute: 0, second: 0, offset: 0 } } },
      { content: 'system' },
    )
    const from = base([policyCalled('fixed', fixed)], [])
    expect(
      valuesOfFirst(entered(from, { time: '04:00', offset: '+01:00', scope: 'some', disks: ['1'] }), from),
    ).toEqual({ key: 'fixed', content: { kind: 'all' } })
  })
})

describe('policies', () => {
  const hidden: Assignment = { policyId: 'hidden', policyName: 'Hidden', values: [] }
  const from = base([policyCalled('gold', daily), policyCalled('iron', daily)], [hidden])

  test('out of sight are kept with those that are chosen', () => {
    const draft = { ...draftOf(from), chosen: ['gold', 'hidden'] }
    expect(assignmentsOf(draft, from).map(({ policyId }) => policyId)).toEqual(['gold', 'hidden'])
    expect(assignmentsOf(draft, from)[1]).toBe(hidden)
  })

  test('that come, go and change are told by name', () => {
    expect(changesOf({ ...draftOf(from), chosen: ['gold'] }, from)).toEqual({
      added: ['gold'],
      removed: ['Hidden'],
      altered: [],
    })
  })

  test('that are not chosen make no difference', () => {
    const opened = draftOf(from)
    const typed = { ...entered(from, { time: '02:00' }), chosen: ['hidden'] }
    expect(sameDraft(typed, opened)).toBe(true)
    expect(sameDraft({ ...typed, chosen: ['hidden', 'gold'] }, opened)).toBe(false)
  })
})

describe('what was typed', () => {
  const from = base([policyCalled('all', once)], [])
  const same = (a: Partial<ConfigurationDraft>, b: Partial<ConfigurationDraft>): boolean =>
    sameDraft(entered(from, a), entered(from, b))

  test('is the same as what the platform writes when it means the same', () => {
    expect(same({ at: '2026-07-04T02:30Z' }, { at: '2026-07-04T02:30:00+00:00' })).toBe(true)
    expect(same({ at: ' 20260704T0430+0200 ' }, { at: '2026-07-04T02:30:00Z' })).toBe(true)
    expect(same({ time: '02:30:00', offset: 'Z' }, { time: '02:30', offset: '+00:00' })).toBe(true)
    expect(same({ hours: ' 06 ' }, { hours: '6' })).toBe(true)
    expect(same({ scope: 'some', disks: ['a', 'b'] }, { scope: 'some', disks: ['b', 'a'] })).toBe(true)
    expect(same({ scope: 'all', disks: ['a'] }, { scope: 'all' })).toBe(true)
    expect(same({ days: ['friday', 'monday'] }, { days: ['monday', 'friday'] })).toBe(true)
  })

  test('is another thing when it means one, or cannot be read', () => {
    expect(same({ at: '2026-07-04T02:30Z' }, { at: '2026-07-04T02:30:00+01:00' })).toBe(false)
    expect(same({ at: '2026-07-04T02:30' }, { at: '2026-07-04T02:30Z' })).toBe(false)
    expect(same({ time: '02:30', offset: '+01:00' }, { time: '02:30' })).toBe(false)
    expect(same({ hours: '0x10' }, { hours: '16' })).toBe(false)
    expect(same({ paths: ['/etc'] }, { paths: ['/srv'] })).toBe(false)
  })

  test('is no number of hours when only a program takes it for one', () => {
    const every = base([policyCalled('all', folders)], [])
    expect(valuesOfFirst(entered(every, { hours: '0x10' }), every)?.hours).toBeNaN()
    expect(valuesOfFirst(entered(every, { hours: '1e1' }), every)?.hours).toBeNaN()
    expect(valuesOfFirst(entered(every, { hours: '10' }), every)?.hours).toBe(10)
  })
})
