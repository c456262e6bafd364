import { expect, test } from 'vitest'

import { policyCalled, vm } from '~/domain/samples'
import type { Base, ProtectionDraft } from '~/pages/parts/policy/policy-draft'

import { standingOf } from './policies-standing'

const policies: Base['policies'] = [policyCalled('gold')]

const on = (revision: string, ...assigned: readonly string[]): Base => ({
  policies,
  vm: vm({
    assignments: assigned.map((id) => ({ policyId: id, policyName: id, values: [] })),
    revision,
  }),
})

const draft = (...chosen: readonly string[]): ProtectionDraft => ({
  chosen,
  policies: [{ id: 'gold', configurations: [] }],
})

test('a form without changes follows the platform', () => {
  const base = on('1')
  expect(standingOf({ base, latest: base, draft: draft(), sent: null })).toMatchObject({
    differs: false,
    adopts: false,
  })
  expect(standingOf({ base, latest: on('2', 'gold'), draft: draft(), sent: null })).toMatchObject({
    adopts: true,
    conflicts: false,
  })
})

test('a form with changes stays, and says that someone else changed the VM', () => {
  const base = on('1', 'other')
  expect(standingOf({ base, latest: on('2'), draft: draft('gold'), sent: null })).toEqual({
    differs: true,
    pending: false,
    adopts: false,
    conflicts: true,
  })
  // They did the same as I: nothing to decide.
  expect(standingOf({ base, latest: on('2', 'gold'), draft: draft('gold'), sent: null })).toMatchObject({
    adopts: true,
    conflicts: false,
  })
})

test('what nobody heard of the end of is taken over once the platform has done with it, not while it may be taken back', () => {
  const base = on('1')
  const mine = draft('gold')
  const there = on('2', 'gold')
  const working: Base = { ...there, vm: { ...there.vm, state: 'locked' } }
  expect(standingOf({ base, latest: working, draft: mine, sent: null })).toMatchObject({
    adopts: false,
    conflicts: false,
  })
  expect(standingOf({ base, latest: there, draft: mine, sent: null })).toMatchObject({ adopts: true })
})

test('what was sent waits for its task, and stays when the task fails', () => {
  const base = on('1')
  const mine = draft('gold')
  const working = standingOf({ base, latest: on('2', 'gold'), draft: mine, sent: { draft: mine, state: 'running' } })
  expect(working).toEqual({ differs: true, pending: true, adopts: false, conflicts: false })
  const failed = standingOf({ base, latest: base, draft: mine, sent: { draft: mine, state: 'failed' } })
  expect(failed).toEqual({ differs: true, pending: false, adopts: false, conflicts: false })
  const done = standingOf({ base, latest: on('2', 'gold'), draft: mine, sent: { draft: mine, state: 'done' } })
  expect(done).toMatchObject({ adopts: true, conflicts: false })
})
