import { describe, expect, test } from 'vitest'

import type { Assignment, ConfigurationValues } from './assignment'
import { checkAssignment } from './check-assignment'
import { mayProtect, type ProtectionForm } from './may-protect'
import type { BackupConfiguration, Timing } from './policy'
import { privileges } from './privilege'
import { actor, configuration, policy, site, situation, vm } from './samples'
import type { Disk } from './virtual-machine'

const time = { hour: 2, minute: 30, second: 0, offset: 60 }
const disks: readonly Disk[] = [{ id: '31', name: 'system', sizeMb: 20_480, boot: true, kind: 'disk' }]
const facts = { disks, os: 'linux' } as const

const given = (...values: readonly ConfigurationValues[]): Assignment => ({
  policyId: 'gold',
  policyName: 'Gold',
  values,
})

const problems = (one: BackupConfiguration, values?: Omit<ConfigurationValues, 'key'>): string[] =>
  checkAssignment(policy(one), given(...(values ? [{ key: one.key, ...values }] : [])), facts).map(
    ({ field, code }) => `${field} ${code}`,
  )

const all = { kind: 'all' } as const
const vmTiming = {
  once: { every: 'defined-hour', at: { by: 'vm' } },
  hourly: { every: 'hourly', hours: { by: 'vm' } },
  daily: { every: 'daily', time: { by: 'vm' } },
  weekly: { every: 'weekly-planned', days: { by: 'vm' }, time: { by: 'vm' } },
  monthlyOn: { every: 'monthly', dates: { by: 'vm' }, time: { by: 'vm' } },
  yearly: { every: 'yearly', dates: { by: 'vm' }, time: { by: 'vm' } },
  monthly: { every: 'monthly', time: { by: 'vm' } },
} as const satisfies Record<string, Timing>

describe('values that a policy leaves to the VM', () => {
  test.each([
    ['a date and time', vmTiming.once, { at: '2026-03-29T02:30:00+01:00' }, []],
    ['no date', vmTiming.once, {}, ['at required']],
    ['an empty date', vmTiming.once, { at: ' ' }, ['at required']],
    ['no ISO 8601', vmTiming.once, { at: '2026/03/29 02:30:00 +0100' }, ['at iso']],
    ['no offset', vmTiming.once, { at: '2026-03-29T02:30' }, ['at offset-required']],
    ['days of a month', vmTiming.monthlyOn, { time, dates: ['01', '31'] }, []],
    ['no days of a month', vmTiming.monthlyOn, { time }, ['dates required']],
    ['a 32nd', vmTiming.monthlyOn, { time, dates: ['32'] }, ['dates month-dates']],
    ['days of a year', vmTiming.yearly, { time, dates: ['01-01', '12-31'] }, []],
    ['29 February', vmTiming.yearly, { time, dates: ['02-29'] }, ['dates year-dates']],
    ['a day of a month in a year', vmTiming.yearly, { dates: ['15'] }, ['dates year-dates', 'time required']],
    ['1 hour', vmTiming.hourly, { hours: 1 }, []],
    ['23 hours', vmTiming.hourly, { hours: 23 }, []],
    ['0 hours', vmTiming.hourly, { hours: 0 }, ['hours hours']],
    ['24 hours', vmTiming.hourly, { hours: 24 }, ['hours hours']],
    ['half hours', vmTiming.hourly, { hours: 1.5 }, ['hours hours']],
    ['words for hours', vmTiming.hourly, { hours: Number.NaN }, ['hours hours']],
    ['no hours', vmTiming.hourly, {}, ['hours required']],
    ['a time', vmTiming.daily, { time }, []],
    ['no time', vmTiming.daily, {}, ['time required']],
    ['a wrong time', vmTiming.monthly, { time: { ...time, hour: 24 } }, ['time time']],
    ['days and time', vmTiming.weekly, { time, days: ['monday'] as const }, []],
    ['no day', vmTiming.weekly, { time, days: [] }, ['days required']],
    ['nothing', vmTiming.weekly, {}, ['days required', 'time required']],
  ])('%s', (_, timing, values, expected) =>
    expect(problems(configuration(timing), { ...values, content: all })).toEqual(expected),
  )

  test('24 hours that the VM has may stay', () => {
    const daily = configuration(vmTiming.hourly)
    const every = (hours: number): Assignment => given({ key: daily.key, hours, content: all })
    const there = { ...facts, assignments: [every(24)] }
    expect(checkAssignment(policy(daily), every(24), there)).toEqual([])
    expect(checkAssignment(policy(daily), every(25), there)).toMatchObject([{ code: 'hours', most: 23 }])
  })

  test('a VM that says nothing at all', () =>
    expect(problems(configuration(vmTiming.daily))).toEqual(['time required']))

  test('what is not the VM’s is not asked for', () => {
    expect(problems(configuration({ every: 'daily', time: { by: 'policy', value: time } }))).toEqual([])
    expect(problems(configuration({ every: 'daily', time: { by: 'system' } }))).toEqual([])
    expect(problems(configuration({ every: 'daily', time: { by: 'unread', text: '25 o’clock' } }))).toEqual([])
    expect(problems(configuration({ every: 'unknown', text: 'SOMETIMES' }))).toEqual([])
  })
})

describe('content', () => {
  const fixed: Timing = { every: 'daily', time: { by: 'policy', value: time } }
  const complete = configuration(fixed)
  const files = configuration(fixed, { type: 'filesystem', key: 'FILESYSTEM DAILY' })
  test('disks', () => {
    expect(problems(complete, { content: all })).toEqual([])
    expect(problems(complete, { content: { kind: 'disks', ids: ['31'] } })).toEqual([])
    expect(problems(complete, { content: { kind: 'disks', ids: [] } })).toEqual(['disks no-disk'])
    expect(problems(complete, { content: { kind: 'disks', ids: ['31', '99'] } })).toEqual(['disks disk-gone'])
    expect(problems(complete, { content: { kind: 'paths', paths: ['/etc'] } })).toEqual(['paths paths-not-for-type'])
    const notKnown = checkAssignment(
      policy(complete),
      given({ key: complete.key, content: { kind: 'disks', ids: ['99'] } }),
      {
        disks: null,
        os: 'linux',
      },
    )
    expect(notKnown).toEqual([])
  })

  test('paths', () => {
    expect(problems(files, { content: { kind: 'paths', paths: ['/etc', '/var'] } })).toEqual([])
    expect(problems(files, { content: { kind: 'paths', paths: [] } })).toEqual(['paths no-path'])
    expect(problems(files, { content: all })).toEqual(['paths no-path'])
    expect(problems(files)).toEqual(['paths no-path'])
    expect(problems(files, { content: { kind: 'paths', paths: ['/etc', 'var', '/etc/'] } })).toEqual([
      'paths path',
      'paths path-twice',
    ])
    expect(problems(files, { content: { kind: 'disks', ids: ['31'] } })).toEqual(['disks disks-not-for-type'])
    expect(problems({ ...files, content: 'system' })).toEqual([])
  })

  test('a problem says where it stands', () => {
    expect(
      checkAssignment(policy(files), given({ key: files.key, content: { kind: 'paths', paths: ['x'] } }), facts),
    ).toEqual([
      {
        configuration: 'FILESYSTEM DAILY',
        field: 'paths',
        code: 'path',
        index: 0,
        path: 'x',
        problem: { code: 'relative', os: 'linux' },
      },
    ])
  })
})

const without = (...absent: readonly string[]) => actor(...privileges.filter((one) => !absent.includes(one)))

describe('save', () => {
  const daily = configuration(vmTiming.daily)
  const gold = policy(daily)
  const filled = given({ key: daily.key, time, content: all })
  const form = (change: Partial<ProtectionForm> = {}): ProtectionForm => ({
    policies: [gold],
    assignments: [filled],
    changed: true,
    disks,
    ...change,
  })
  const stored = vm({ assignments: [filled] })
  const silver = { ...filled, policyId: 'silver', policyName: 'Silver' }
  const later = given({ key: daily.key, time: { ...time, hour: 3 }, content: all })
  const oneDisk = given({ key: daily.key, time, content: { kind: 'disks', ids: ['31'] } })

  test.each([
    ['all well', situation(), form(), 'ok'],
    ['nobody may', situation({ actor: without('backup.configure') }), form(), 'privilege'],
    ['locked', situation({ vm: vm({ state: 'locked' }) }), form(), 'locked'],
    [
      'deployed, switched off',
      situation({ site: site({ rules: { changeWhileDeployed: false } }) }),
      form(),
      'update-while-deployed-off',
    ],
    [
      'plug-in refuses',
      situation({ site: site({ can: { 'change-while-deployed': false } }) }),
      form(),
      'no-capability',
    ],
    [
      'no schedule at deployment',
      situation({ vm: vm({ state: 'not-deployed' }), site: site({ can: { 'set-at-deploy': false } }) }),
      form(),
      'no-capability',
    ],
    [
      'but removing is fine',
      situation({ vm: vm({ state: 'not-deployed' }), site: site({ can: { 'set-at-deploy': false } }) }),
      form({ assignments: [] }),
      'ok',
    ],
    [
      'two where one is allowed',
      situation({ site: site({ rules: { severalPolicies: false } }) }),
      form({ assignments: [filled, silver] }),
      'only-one-policy',
    ],
    ['two where two are allowed', situation(), form({ assignments: [filled, silver] }), 'ok'],
    ['times without the privilege', situation({ actor: without('backup.schedule') }), form(), 'schedule-needed'],
    ['stored times that stay', situation({ actor: without('backup.schedule'), vm: stored }), form(), 'ok'],
    [
      'stored times that change',
      situation({ actor: without('backup.schedule'), vm: stored }),
      form({ assignments: [later] }),
      'schedule-needed',
    ],
    [
      'disks without the privilege',
      situation({ actor: without('backup.disks') }),
      form({ assignments: [oneDisk] }),
      'privilege',
    ],
    [
      'stored disks that stay',
      situation({ actor: without('backup.disks'), vm: vm({ assignments: [oneDisk] }) }),
      form({ assignments: [oneDisk] }),
      'ok',
    ],
    ['wrong values', situation(), form({ assignments: [given()] }), 'values-wrong'],
    ['nothing changed', situation({ vm: stored }), form({ changed: false }), 'nothing-changed'],
    ['offline', situation({ online: false }), form(), 'offline'],
    ['a policy out of sight stays as it is', situation(), form({ policies: [] }), 'ok'],
  ])('%s', (_, where, what, expected) => {
    const verdict = mayProtect(where, what)
    expect(verdict.ok ? 'ok' : verdict.reason.code).toBe(expected)
  })

  test('says which policy needs a schedule, and how many values are wrong', () => {
    expect(mayProtect(situation({ actor: without('backup.schedule') }), form())).toMatchObject({
      reason: { policy: 'Gold' },
    })
    expect(mayProtect(situation(), form({ assignments: [given()] }))).toMatchObject({ reason: { count: 1 } })
  })
})
