import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { formatIsoDateTime } from '~/domain/iso'
import type { OffsetTime } from '~/domain/iso-value'
import {
  type BackupConfiguration,
  backupTypes,
  type Field,
  type PolicyDraft,
  type Timing,
  type Weekday,
  weekdays,
} from '~/domain/policy'

import { changedPolicy, newPolicy } from './from-policy'
import { addresses } from './links'
import { toOfferedPolicy, toPolicy } from './to-policy'
import { backupPolicy } from './wire-work'

const base = 'https://cloud.example/api'
const places = addresses(base)
const links = [{ rel: 'edit', title: 'Gold', href: `${base}/admin/datacenters/2/backuppolicies/14` }]

/** What the console reads of a policy that was sent as `body`, by someone who looks again. */
const readAgain = (body: object): PolicyDraft => {
  const { id: address, ...draft } = toPolicy(places, backupPolicy.parse({ ...body, links }))
  expect(address).toBe('2-14')
  return draft
}

const byAny = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Field<T>> =>
  fc.oneof(
    value.map((one): Field<T> => ({ by: 'policy', value: one })),
    fc.constant<Field<T>>({ by: 'vm' }),
    fc.constant<Field<T>>({ by: 'system' }),
  )

const clock = {
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
  second: fc.integer({ min: 0, max: 59 }),
  offset: fc.integer({ min: -1_439, max: 1_439 }),
}
const time: fc.Arbitrary<Field<OffsetTime>> = byAny(fc.record(clock))
const at: fc.Arbitrary<Field<string>> = byAny(
  fc
    .record({
      ...clock,
      year: fc.integer({ min: 1_970, max: 9_998 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      millisecond: fc.constant(0),
    })
    .map(formatIsoDateTime),
)
const days: fc.Arbitrary<Field<readonly Weekday[]>> = byAny(fc.subarray([...weekdays], { minLength: 1 }))

const timings: Readonly<Record<string, fc.Arbitrary<Timing>>> = {
  DEFINED_HOUR: at.map((one) => ({ every: 'defined-hour', at: one })),
  HOURLY: byAny(fc.integer({ min: 1, max: 24 })).map((hours) => ({ every: 'hourly', hours })),
  DAILY: time.map((one) => ({ every: 'daily', time: one })),
  WEEKLY_PLANNED: fc.tuple(days, time).map(([which, one]) => ({ every: 'weekly-planned', days: which, time: one })),
  MONTHLY: time.map((one) => ({ every: 'monthly', time: one })),
}

const configuration: fc.Arbitrary<BackupConfiguration> = fc
  .tuple(fc.constantFrom(...backupTypes), fc.constantFrom(...Object.entries(timings)))
  .chain(([type, [period, timing]]) =>
    fc.record({
      key: fc.constant(`${type.toUpperCase()}/${period}`),
      type: fc.constant(type),
      typeText: fc.constant(type.toUpperCase()),
      timing,
      content: fc.constantFrom('vm', 'system'),
    }),
  )

const words = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '')
const drafts: fc.Arbitrary<PolicyDraft> = fc.record({
  name: words,
  code: words,
  description: fc.option(words),
  replication: fc.option(fc.boolean()),
  configurations: fc.uniqueArray(configuration, { selector: ({ key }) => key, maxLength: 5 }),
})

/** The same lines in one order: the platform keeps a set. */
const sorted = (draft: PolicyDraft): PolicyDraft => ({
  ...draft,
  configurations: draft.configurations.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
})

describe('a new policy', () => {
  test('is read back as it was given, whoever sets its fields', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(readAgain(newPolicy(draft))).toEqual(draft)
      }),
    )
  })

  test('speaks the words of the wire', () => {
    const draft: PolicyDraft = {
      name: 'Gold',
      code: 'G-1',
      description: null,
      replication: null,
      configurations: [
        {
          key: 'SNAPSHOT/WEEKLY_PLANNED',
          type: 'snapshot',
          typeText: 'SNAPSHOT',
          timing: {
            every: 'weekly-planned',
            days: { by: 'policy', value: ['tuesday', 'thursday'] },
            time: { by: 'vm' },
          },
          content: 'vm',
        },
        {
          key: 'COMPLETE/DEFINED_HOUR',
          type: 'complete',
          typeText: 'COMPLETE',
          timing: { every: 'defined-hour', at: { by: 'policy', value: '2026-03-29T02:30:00+01:00' } },
          content: 'system',
        },
      ],
    }
    expect(newPolicy(draft)).toEqual({
      name: 'Gold',
      code: 'G-1',
      backupConfigurations: [
        {
          type: 'SNAPSHOT',
          subtype: 'WEEKLY_PLANNED',
          time: 'DEFINED_IN_VM',
          days: ['TUESDAY', 'THURSDAY'],
          sources: ['DEFINED_IN_VM'],
        },
        { type: 'COMPLETE', subtype: 'DEFINED_HOUR', time: '2026/03/29 02:30:00 +0100', sources: ['NOT_APPLY'] },
      ],
      links: [],
    })
  })

  test('a date without an offset is never sent', () => {
    const timing: Timing = { every: 'defined-hour', at: { by: 'policy', value: '2026-03-29T02:30:00' } }
    const line = { key: '', type: 'complete', typeText: 'COMPLETE', timing, content: 'vm' } as const
    const draft = { name: 'A', code: 'A', description: null, replication: null, configurations: [line] }
    expect(() => newPolicy(draft)).toThrow(expect.objectContaining({ kind: 'invalid' }))
  })
})

const gold = {
  code: 'G-1',
  name: 'Gold',
  description: 'For all',
  retention: { kept: [1, null] },
  backupConfigurations: [
    { type: 'COMPLETE', subtype: 'DAILY', time: '23:30 +01:00', days: null, note: 'kept' },
    { type: 'snapshot', subtype: 'weekly_planned', days: ['tuesday'] },
    { type: 'FILESYSTEM', subtype: 'MONTHLY', time: 'at dawn', sources: ['NOT_APPLY'] },
    { type: 'OPTIONS', subtype: 'REPLICATION', level: 3 },
    { type: 'TAPE', subtype: 'FORTNIGHTLY', time: '1' },
  ],
  links: [...links, { rel: 'later', href: `${base}/x` }],
}
const [daily, weekly, monthly, option, tape] = gold.backupConfigurations

const readGold = (entity: object = gold): PolicyDraft => toPolicy(places, backupPolicy.parse(entity))

/** What is sent after one configuration was given another timing or content. */
const changing = (key: string, change: Partial<BackupConfiguration>, entity: object = gold) => {
  const before = toPolicy(places, backupPolicy.parse(entity))
  const configurations = before.configurations.map((line) => (line.key === key ? { ...line, ...change } : line))
  return changedPolicy({ ...entity }, before, { ...before, configurations })
}

describe('a changed policy', () => {
  test('what was read and is sent again is the very same, line by line', () => {
    const sent = changedPolicy(gold, readGold(), readGold())
    expect(sent).toEqual(gold)
    const lines = sent['backupConfigurations']
    expect(Array.isArray(lines) && lines.every((line, index) => line === gold.backupConfigurations[index])).toBe(true)
  })

  test('from any draft to any other it is read back as it was given', () => {
    fc.assert(
      fc.property(drafts, drafts, (first, second) => {
        // What one draft says of replication, another one that says nothing does not take back.
        const draft = { ...second, replication: second.replication ?? first.replication }
        const entity = { ...newPolicy(first), links }
        const after = readAgain(changedPolicy(entity, readAgain(entity), draft))
        expect(sorted(after)).toEqual(sorted(draft))
      }),
    )
  })

  test('one changed time changes that member of that line', () => {
    const noon: Timing = {
      every: 'daily',
      time: { by: 'policy', value: { hour: 12, minute: 0, second: 0, offset: 60 } },
    }
    expect(changing('COMPLETE/DAILY', { timing: noon })).toEqual({
      ...gold,
      backupConfigurations: [{ ...daily, time: '12:00:00 +0100' }, weekly, monthly, option, tape],
    })
    expect(changing('SNAPSHOT/WEEKLY_PLANNED', { content: 'system' })).toMatchObject({
      backupConfigurations: [daily, { ...weekly, sources: ['NOT_APPLY'] }, monthly, option, tape],
    })
    const friday: Timing = {
      every: 'weekly-planned',
      days: { by: 'policy', value: ['friday'] },
      time: { by: 'vm' },
    }
    expect(changing('SNAPSHOT/WEEKLY_PLANNED', { timing: friday })).toMatchObject({
      backupConfigurations: [daily, { ...weekly, days: ['FRIDAY'] }, monthly, option, tape],
    })
  })

  test('a value that nobody here can read is never written over', () => {
    const timing: Timing = { every: 'monthly', time: { by: 'system' } }
    expect(changing('FILESYSTEM/MONTHLY', { timing })).toEqual(gold)
  })

  test('a line that is not wanted goes, a new one comes under the name that the others use', () => {
    const before = readGold()
    const hourly: BackupConfiguration = {
      key: 'COMPLETE/HOURLY',
      type: 'complete',
      typeText: 'COMPLETE',
      timing: { every: 'hourly', hours: { by: 'policy', value: 4 } },
      content: 'vm',
    }
    const configurations = [hourly, ...before.configurations.filter(({ key }) => key !== 'COMPLETE/DAILY')]
    expect(changedPolicy(gold, before, { ...before, configurations })).toMatchObject({
      backupConfigurations: [weekly, monthly, option, tape, { type: 'COMPLETE', subtype: 'HOURLY', time: '4' }],
    })
    const early = { ...gold, backupConfigurations: [{ type: 'COMPLETE', period: 'DAILY', time: '23:30:00 +0100' }] }
    const known = readGold(early)
    expect(changedPolicy(early, known, { ...known, configurations: [...known.configurations, hourly] })).toMatchObject({
      backupConfigurations: [early.backupConfigurations[0], { type: 'COMPLETE', period: 'HOURLY', time: '4' }],
    })
  })

  test('replication by an option ends when it is switched off, and is not named unless it changes', () => {
    const before = readGold()
    expect(before.replication).toBe(true)
    expect(changedPolicy(gold, before, { ...before, replication: false })).toEqual({
      ...gold,
      replication: false,
      backupConfigurations: [daily, weekly, monthly, tape],
    })
    expect(changedPolicy(gold, before, { ...before, replication: null })).not.toHaveProperty('replication')
  })

  test('names and texts change alone', () => {
    const before = readGold()
    expect(changedPolicy(gold, before, { ...before, name: 'Or', code: 'G-2', description: null })).toEqual({
      ...gold,
      name: 'Or',
      code: 'G-2',
      description: '',
    })
  })
})

const stampOf = (entity: object): string => toOfferedPolicy(places, backupPolicy.parse(entity)).revision
const withLines = (...backupConfigurations: readonly unknown[]) => ({ ...gold, backupConfigurations })

describe('the revision of a policy', () => {
  test('does not see order, unknown members and other ways to say the same', () => {
    const turned = [tape, option, { ...monthly, note: 'new' }, weekly, { ...daily, time: '23:30:00 +0100' }]
    expect(stampOf({ ...gold, backupConfigurations: turned, retention: null })).toBe(stampOf(gold))
  })

  test('sees each value', () => {
    for (const entity of [
      { ...gold, name: 'Or' },
      { ...gold, code: 'G-2' },
      { ...gold, description: '' },
      { ...gold, replication: false },
      withLines({ ...daily, time: '23:31:00 +0100' }, weekly, monthly, option, tape),
      withLines({ ...daily, sources: ['NOT_APPLY'] }, weekly, monthly, option, tape),
      withLines(daily, { ...weekly, days: ['MONDAY'] }, monthly, option, tape),
      withLines(daily, weekly, { ...monthly, time: 'at noon' }, option, tape),
      withLines(daily, weekly, monthly, option),
    ])
      expect(stampOf(entity)).not.toBe(stampOf(gold))
  })
})
