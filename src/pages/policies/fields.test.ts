import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { formatIsoDateTime } from '~/domain/iso'
import type { OffsetTime } from '~/domain/iso-value'
import {
  type BackupConfiguration,
  backupTypes,
  type Field,
  periodicities,
  type PolicyDraft,
  type Timing,
  weekdays,
} from '~/domain/policy'

import { fieldsOf, keptOf } from './fields'
import { freeCode, sameFields, sameOffer, toDraft } from './to-draft'

const field = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Field<T>> =>
  fc.oneof(
    value.map((one): Field<T> => ({ by: 'policy', value: one })),
    fc.constantFrom<Field<T>>({ by: 'vm' }, { by: 'system' }),
    fc.string({ minLength: 1 }).map((text): Field<T> => ({ by: 'unread', text })),
  )

const offset = fc.integer({ min: -1_439, max: 1_439 })

const time: fc.Arbitrary<OffsetTime> = fc.record({
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
  second: fc.integer({ min: 0, max: 59 }),
  offset,
})

const at = fc
  .record({ year: fc.integer({ min: 1970, max: 2100 }), month: fc.integer({ min: 1, max: 12 }), time })
  .map(({ year, month, time: clock }) => formatIsoDateTime({ year, month, day: 28, millisecond: 0, ...clock }))

const days = fc.subarray([...weekdays], { minLength: 1 })

const timings: Readonly<Record<(typeof periodicities)[number], fc.Arbitrary<Timing>>> = {
  'defined-hour': field(at).map((one): Timing => ({ every: 'defined-hour', at: one })),
  hourly: field(fc.integer({ min: 1, max: 23 })).map((hours): Timing => ({ every: 'hourly', hours })),
  daily: field(time).map((one): Timing => ({ every: 'daily', time: one })),
  'weekly-planned': fc
    .tuple(field<readonly (typeof weekdays)[number][]>(days), field(time))
    .map(([on, one]): Timing => ({ every: 'weekly-planned', days: on, time: one })),
  monthly: field(time).map((one): Timing => ({ every: 'monthly', time: one })),
}

const grid = backupTypes.flatMap((type) => periodicities.map((every) => ({ type, every })))

const configurations: fc.Arbitrary<readonly BackupConfiguration[]> = fc.subarray(grid).chain((cells) =>
  fc.tuple(
    ...cells.map(({ type, every }) =>
      fc
        .tuple(timings[every], fc.constantFrom('vm' as const, 'system' as const))
        .map(([timing, content]): BackupConfiguration => ({
          key: `${type}/${every}`.toUpperCase(),
          type,
          typeText: type.toUpperCase(),
          timing,
          content,
        })),
    ),
  ),
)

const policy: fc.Arbitrary<PolicyDraft> = fc.record({
  name: fc.constant('Nightly'),
  code: fc.constant('BCN-1'),
  description: fc.constantFrom(null, 'Every night'),
  replication: fc.constantFrom(null, true, false),
  configurations,
})

describe('the form of a policy', () => {
  test('gives back every policy that it was opened on, whoever sets its values', () => {
    fc.assert(
      fc.property(policy, (one) => {
        expect(toDraft(fieldsOf(one, 'vm'), keptOf(one))).toEqual(one)
      }),
    )
  })

  test('keeps what it has no place for', () => {
    const strange: BackupConfiguration = {
      key: 'COMPLETE/YEARLY',
      type: 'complete',
      typeText: 'COMPLETE',
      timing: { every: 'unknown', text: 'YEARLY' },
      content: 'vm',
    }
    const daily: BackupConfiguration = { ...strange, key: 'A', timing: { every: 'daily', time: { by: 'vm' } } }
    const one = { configurations: [daily, strange, { ...daily, key: 'B' }] }
    expect(keptOf(one).map(({ key }) => key)).toEqual(['COMPLETE/YEARLY', 'B'])
  })

  test('leaves out a kind whose fixed value is not whole yet', () => {
    const start = fieldsOf(null, 'vm')
    const fields = {
      ...start,
      kinds: {
        ...start.kinds,
        complete: {
          ...start.kinds.complete,
          daily: { ...start.kinds.complete.daily, chosen: true },
          hourly: { ...start.kinds.complete.hourly, chosen: true, hours: { by: 'vm' as const, unread: '', text: '' } },
        },
      },
    }
    expect(toDraft(fields).configurations).toEqual([
      {
        key: 'complete hourly',
        type: 'complete',
        typeText: 'complete',
        timing: { every: 'hourly', hours: { by: 'vm' } },
        content: 'vm',
      },
    ])
    expect(sameFields(fields, start)).toBe(false)
  })

  test('asks for paths in the VM, and for disks as its maker was told', () => {
    const { kinds } = fieldsOf(null, 'system')
    expect(kinds.complete.daily.content).toBe('system')
    expect(kinds.filesystem.daily.content).toBe('vm')
  })

  test('ignores what was typed for a kind that is not chosen', () => {
    const start = fieldsOf(null, 'vm')
    const { daily } = start.kinds.complete
    const typed = {
      ...start,
      kinds: {
        ...start.kinds,
        complete: { ...start.kinds.complete, daily: { ...daily, time: { ...daily.time, text: '02:30' } } },
      },
    }
    expect(sameFields(typed, start)).toBe(true)
  })
})

test('two policies offer the same whatever the order and the keys of their kinds', () => {
  fc.assert(
    fc.property(policy, (one) => {
      const turned = one.configurations
        .toReversed()
        .map((line) => Object.assign({}, line, { key: `other ${line.key}` }))
      expect(sameOffer(one, { ...one, configurations: turned })).toBe(true)
      expect(sameOffer(one, { ...one, name: 'Another' })).toBe(false)
    }),
  )
})

test('the code of a copy is free in the datacenter', () => {
  expect(freeCode('GOLD', [{ code: 'GOLD' }])).toBe('GOLD-2')
  expect(freeCode('GOLD', [{ code: 'gold-2' }, { code: 'GOLD-3' }])).toBe('GOLD-4')
})
