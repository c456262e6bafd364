import { describe, expect, test } from 'vitest'

import { assignmentsAfter, type AssignOrder, type BulkGround, type BulkOrder, planBulk } from './bulk-plan'
import { configuration, policy, site, situation, task, vm } from './samples'

const daily = { ...policy(configuration({ every: 'daily', time: { by: 'vm' } })), id: 'gold', name: 'Gold' }
const gold = { id: 'gold', name: 'Gold' }
const order = (change: Partial<AssignOrder> = {}): AssignOrder => ({
  action: 'assign',
  policy: gold,
  values: [],
  own: {},
  replaces: false,
  ...change,
})
const removal = { action: 'remove', policy: gold } as const
const backup = (replicate = false, replicateOwn: Readonly<Record<string, boolean>> = {}): BulkOrder => ({
  action: 'backup',
  replicate,
  replicateOwn,
})
const given = daily.configurations.map(({ key }) => ({
  key,
  time: { hour: 2, minute: 0, second: 0, offset: 60 },
  content: { kind: 'all' as const },
}))
const other = { policyId: 'old', policyName: 'Old', values: [] }
const bare = vm({ assignments: [] })
const ground = (change: Partial<BulkGround> = {}): BulkGround => ({
  situation: situation({ vm: bare }),
  policies: [daily],
  disks: null,
  ...change,
})

const ids = (result: ReturnType<typeof assignmentsAfter>) =>
  typeof result === 'string' ? result : result.map(({ policyId }) => policyId)

describe('a dry run', () => {
  test('of a backup says what the single action would say', () => {
    expect(planBulk(backup(), ground())).toEqual({
      kind: 'run',
      replaces: [],
      replicate: null,
    })
    const busy = ground({ situation: situation({ vm: bare, task: task('restore') }) })
    expect(planBulk(backup(), busy)).toEqual({
      kind: 'skip',
      reason: { code: 'locked', by: 'restore' },
    })
  })

  test('asks for the values that a policy leaves to the VM', () => {
    expect(planBulk(order(), ground())).toMatchObject({ kind: 'values', problems: [{ field: 'time' }] })
    expect(planBulk(order({ values: given }), ground())).toEqual({ kind: 'run', replaces: [], replicate: null })
  })

  test('tells what is so already, what is not offered, and what the platform does not tell', () => {
    const has = situation({ vm: vm({ assignments: [{ ...other, policyId: 'gold' }] }) })
    expect(planBulk(order(), ground({ situation: has }))).toEqual({ kind: 'already' })
    expect(planBulk(removal, ground())).toEqual({ kind: 'already' })
    expect(planBulk(removal, ground({ situation: has }))).toEqual({
      kind: 'run',
      replaces: [],
      replicate: null,
    })
    expect(planBulk(order(), ground({ policies: [] }))).toEqual({ kind: 'cannot', why: 'not-offered' })
    const untold = situation({ vm: vm({ assignments: null }) })
    expect(planBulk(order(), ground({ situation: untold }))).toEqual({ kind: 'cannot', why: 'untold' })
  })

  test('replaces a policy only where it was wished for and only one may be', () => {
    const single = site({ rules: { severalPolicies: false } })
    const one = situation({ vm: vm({ assignments: [other] }), site: single })
    expect(planBulk(order({ values: given }), ground({ situation: one }))).toMatchObject({
      kind: 'skip',
      reason: { code: 'only-one-policy' },
    })
    const wished = order({ values: given, replaces: true })
    expect(planBulk(wished, ground({ situation: one }))).toEqual({ kind: 'run', replaces: ['old'], replicate: null })
    const several = situation({ vm: vm({ assignments: [other] }) })
    expect(planBulk(wished, ground({ situation: several }))).toEqual({ kind: 'run', replaces: [], replicate: null })
  })
})

describe('what a VM has afterwards', () => {
  test('keeps every other policy', () => {
    expect(ids(assignmentsAfter(order(), [daily], vm({ assignments: [other] }), []))).toEqual(['old', 'gold'])
    const both = vm({ assignments: [other, { ...other, policyId: 'gold' }] })
    expect(ids(assignmentsAfter(removal, [], both, []))).toEqual(['old'])
  })

  test('is not touched where it is so by now, or not what was to be replaced', () => {
    expect(assignmentsAfter(removal, [], bare, [])).toBe('already')
    expect(assignmentsAfter(order(), [daily], bare, ['old'])).toBe('changed')
    expect(ids(assignmentsAfter(order(), [daily], vm({ assignments: [other] }), ['old']))).toEqual(['gold'])
    expect(assignmentsAfter(order(), [daily], vm({ assignments: null }), [])).toBe('untold')
    expect(assignmentsAfter(order(), [], bare, [])).toBe('not-offered')
  })

  test('has values of its own in place of those for all, the schedule and the disks', () => {
    const [key = ''] = daily.configurations.map((one) => one.key)
    const own = [
      {
        key,
        time: { hour: 4, minute: 30, second: 0, offset: 0 },
        content: { kind: 'disks' as const, ids: ['d1'] },
      },
    ]
    const both = order({ values: given, own: { [bare.id]: own } })
    expect(assignmentsAfter(both, [daily], bare, [])).toMatchObject([{ values: own }])
    expect(assignmentsAfter(both, [daily], vm({ id: 'other', assignments: [] }), [])).toMatchObject([{ values: given }])
    // Whoever gives own values needs none for all, and the other way round.
    expect(planBulk(order({ own: { [bare.id]: own } }), ground())).toMatchObject({ kind: 'run' })
    expect(planBulk(order({ own: { other: own } }), ground())).toMatchObject({ kind: 'values' })
  })
})

describe('a copy in a second place', () => {
  test('is for all or for some, and a backup runs also where there can be none', () => {
    const plan = (wanted: BulkOrder, can: boolean) =>
      planBulk(wanted, ground({ situation: situation({ vm: bare, site: site({ can: { replication: can } }) }) }))
    expect(plan(backup(), true)).toMatchObject({ replicate: null })
    expect(plan(backup(true), true)).toMatchObject({ kind: 'run', replicate: { ok: true } })
    expect(plan(backup(true), false)).toMatchObject({ kind: 'run', replicate: { ok: false } })
    expect(plan(backup(true, { [bare.id]: false }), true)).toMatchObject({
      replicate: null,
    })
    expect(plan(backup(false, { [bare.id]: true }), true)).toMatchObject({ replicate: { ok: true } })
  })
})
