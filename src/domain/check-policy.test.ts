import { describe, expect, test } from 'vitest'

import { checkPolicy } from './check-policy'
import type { BackupConfiguration, PolicyDraft } from './policy'
import { configuration, policy } from './samples'

const daily = configuration({ every: 'daily', time: { by: 'vm' } })
const draft = (change: Partial<PolicyDraft> = {}): PolicyDraft => ({ ...policy(daily), ...change })
const codes = (given: PolicyDraft, others: readonly { name: string; code: string }[] = []): readonly string[] =>
  checkPolicy(given, others).map(({ code }) => code)

const weekly = (days: readonly 'monday'[]): BackupConfiguration =>
  configuration({ every: 'weekly-planned', days: { by: 'policy', value: days }, time: { by: 'system' } })
const hourly = (hours: number, most?: number): BackupConfiguration =>
  configuration({ every: 'hourly', hours: { by: 'policy', value: hours }, ...(most !== undefined && { most }) })

describe('a policy to be saved', () => {
  test('with a name, a code of its own and a configuration is fine', () =>
    expect(checkPolicy(draft(), [{ name: 'Silver', code: 'SILVER' }])).toEqual([]))

  test('needs a name, a code and a configuration', () =>
    expect(codes(draft({ name: ' ', code: '', configurations: [] }))).toEqual([
      'name-required',
      'code-required',
      'no-configuration',
    ]))

  test('may not take the code of another one, in whatever case, and hears whose it is', () =>
    expect(checkPolicy(draft({ code: ' gold-01' }), [{ name: 'Old gold', code: 'GOLD-01' }])).toEqual([
      { code: 'code-taken', by: 'Old gold' },
    ]))

  test('without a code collides with nobody', () =>
    expect(codes(draft({ code: '' }), [{ name: 'Nameless', code: '' }])).toEqual(['code-required']))

  test('holds a type and periodicity once', () =>
    expect(checkPolicy(draft({ configurations: [daily, daily] }), [])).toEqual([{ code: 'twice', key: daily.key }]))

  test('fixed days are some days', () => {
    expect(codes(draft({ configurations: [weekly([])] }))).toEqual(['no-days'])
    expect(codes(draft({ configurations: [weekly(['monday'])] }))).toEqual([])
  })

  test.each([
    [0, ['hours']],
    [1, []],
    [23, []],
    [24, ['hours']],
    [1.5, ['hours']],
    [Number.NaN, ['hours']],
  ])('a backup each %s hours: %j', (hours, expected) =>
    expect(codes(draft({ configurations: [hourly(hours)] }))).toEqual(expected),
  )

  test('may keep the 24 hours that it has, and change all else', () => {
    const there = [hourly(24)]
    expect(checkPolicy(draft({ name: 'Platinum', configurations: there }), [], there)).toEqual([])
    expect(checkPolicy(draft({ configurations: [hourly(25)] }), [], there)).toEqual([
      { code: 'hours', key: hourly(25).key, most: 23 },
    ])
  })

  test('has as many hours between two runs as its platform allows', () => {
    expect(codes(draft({ configurations: [hourly(48, 168)] }))).toEqual([])
    expect(checkPolicy(draft({ configurations: [hourly(169, 168)] }), [])).toMatchObject([{ code: 'hours', most: 168 }])
  })
})
