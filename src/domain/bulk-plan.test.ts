import { describe, expect, test } from 'vitest'

import { assignmentsAfter, type BulkGround, type BulkOrder, planBulk } from './bulk-plan'
import { configuration, policy, site, situation, task, vm } from './samples'

const daily = { ...policy(configuration({ every: 'daily', time: { by: 'vm' } })), id: 'gold', name: 'Gold' }
const order = (change: Partial<BulkOrder> = {}): BulkOrder => ({
  action: 'assign',
  policy: { id: 'gold', name: 'Gold' },
  values: [],
  disks: {},
  replaces: false,
  ...change,
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
    expect(planBulk(order({ action: 'backup', policy: null }), ground())).toEqual({ kind: 'run', replaces: [] })
    const busy = ground({ situation: situation({ vm: bare, task: task('restore') }) })
    expect(planBulk(order({ action: 'backup', policy: null }), busy)).toEqual({
      kind: 'skip',
      reason: { code: 'locked', by: 'restore' },
    })
  })

  test('asks for the values that a policy leaves to the VM', () => {
    expect(planBulk(order(), ground())).toMatchObject({ kind: 'values', problems: [{ field: 'time' }] })
    expect(planBulk(order({ values: given }), ground())).toEqual({ kind: 'run', replaces: [] })
  })

  test('tells what is so already, what is not offered, and what the platform does not tell', () => {
    const has = situation({ vm: vm({ assignments: [{ ...other, policyId: 'gold' }] }) })
    expect(planBulk(order(), ground({ situation: has }))).toEqual({ kind: 'already' })
    expect(planBulk(order({ action: 'remove' }), ground())).toEqual({ kind: 'already' })
    expect(planBulk(order({ action: 'remove' }), ground({ situation: has }))).toEqual({ kind: 'run', replaces: [] })
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
    expect(planBulk(wished, ground({ situation: one }))).toEqual({ kind: 'run', replaces: ['old'] })
    const several = situation({ vm: vm({ assignments: [other] }) })
    expect(planBulk(wished, ground({ situation: several }))).toEqual({ kind: 'run', replaces: [] })
  })
})

describe('what a VM has afterwards', () => {
  test('keeps every other policy', () => {
    expect(ids(assignmentsAfter(order(), daily, vm({ assignments: [other] }), []))).toEqual(['old', 'gold'])
    const both = vm({ assignments: [other, { ...other, policyId: 'gold' }] })
    expect(ids(assignmentsAfter(order({ action: 'remove' }), null, both, []))).toEqual(['old'])
  })

  test('is not touched where it is so by now, or not what was to be replaced', () => {
    expect(assignmentsAfter(order({ action: 'remove' }), null, bare, [])).toBe('already')
    expect(assignmentsAfter(order(), daily, bare, ['old'])).toBe('changed')
    expect(ids(assignmentsAfter(order(), daily, vm({ assignments: [other] }), ['old']))).toEqual(['gold'])
    expect(assignmentsAfter(order(), daily, vm({ assignments: null }), [])).toBe('untold')
  })

  test('has the disks that were chosen for it alone', () => {
    const after = assignmentsAfter(order({ values: given, disks: { vm: ['d1'] } }), daily, bare, [])
    expect(after).toMatchObject([{ values: [{ content: { kind: 'disks', ids: ['d1'] } }] }])
  })
})
