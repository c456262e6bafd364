import { describe, expect, test } from 'vitest'

import { backupNameOf, nameProblem, orderProblem, platformDecides, suggestedOrder } from './backup-ways'
import { holds } from './holds'
import { mayBackUpNow, mayChangeBackup, mayDeleteBackup } from './may-back-up'
import { mayProtect } from './may-protect'
import { mayAskToRestore, mayLookForRestore, mayRestore, restoreChecks } from './may-restore'
import { actor, backup, now, site, situation, vm } from './samples'

const places = [
  { id: '1', name: 'Primary', freeMb: null },
  { id: '2', name: 'Secondary', freeMb: null },
]
const refusalOf = (verdict: { readonly ok: boolean; readonly reason?: { readonly code: string } }) =>
  verdict.reason?.code ?? 'ok'

describe('an order', () => {
  test('asks nothing where the platform decides', () => {
    expect(suggestedOrder(platformDecides, 'any', now)).toEqual({ replicate: false })
    expect(orderProblem(platformDecides, { replicate: true })).toBeNull()
  })

  test('suggests the first place and a name by VM and moment', () => {
    const ways = { ...platformDecides, places, nameLength: 128 }
    const order = suggestedOrder(ways, 'web-1', now)
    expect(order).toEqual({ replicate: false, place: '1', name: 'web-1-20260329-1200Z' })
    expect(orderProblem(ways, order)).toBeNull()
  })

  test('wants one of the places, and a name that is not too long', () => {
    const ways = { ...platformDecides, places, nameLength: 5 }
    expect(orderProblem(ways, { replicate: false, name: 'a' })).toBe('place')
    expect(orderProblem(ways, { replicate: false, place: '3', name: 'a' })).toBe('place')
    expect(orderProblem(ways, { replicate: false, place: '2', name: '  ' })).toEqual({ most: 5 })
    expect(orderProblem(ways, { replicate: false, place: '2', name: '123456' })).toEqual({ most: 5 })
  })

  test('is not sent with a name of signs that the platform refuses', () => {
    const ways = { ...platformDecides, nameLength: 128, refusedSigns: '<>' }
    expect(orderProblem(ways, { replicate: false, name: 'a<b' })).toEqual({ signs: '<' })
  })

  test('of a VM with a long name keeps the moment in its name', () => {
    const ways = { ...platformDecides, nameLength: 20 }
    const order = suggestedOrder(ways, 'a-very-long-name', now)
    expect(order.name).toBe('a-ver-20260329-1200Z')
    expect(backupNameOf('a-very-long-name', now, 20)).toBe(order.name)
    expect(orderProblem(ways, order)).toBeNull()
  })
})

describe('a name', () => {
  const most = { most: 128 }
  test.each([
    ['it is fine', null],
    ["it's fine; a<b; it's", { signs: "; ' <" }],
    ['   ', most],
    ['a'.repeat(128), null],
    [` ${'a'.repeat(128)} `, null],
    ['a'.repeat(129), most],
  ])('%s', (name, problem) => {
    expect(nameProblem({ nameLength: null, refusedSigns: `&;'<` }, name)).toEqual(problem)
  })

  test('may have any sign where the platform refuses none, and its own length', () => {
    expect(nameProblem({ ...platformDecides, nameLength: 5 }, `a'b`)).toBeNull()
    expect(nameProblem({ ...platformDecides, nameLength: 5 }, '123456')).toEqual({ most: 5 })
  })
})

describe('a platform that copies only running VMs', () => {
  const ways = { onlyWhileOn: true }
  test.each([
    ['on', 'ok'],
    ['off', 'must-be-on'],
    ['locked', 'locked'],
  ] as const)('%s: %s', (state, code) => {
    const asked = situation({ site: site({ ways }), vm: vm({ state }) })
    expect(refusalOf(mayBackUpNow(asked))).toBe(code)
    expect(refusalOf(mayDeleteBackup(asked))).toBe(code)
    // Its name is changed whatever the VM does.
    expect(refusalOf(mayChangeBackup(asked))).toBe(code === 'must-be-on' ? 'ok' : code)
  })

  test('says of a deletion that it is one', () => {
    const off = situation({ site: site({ ways }), vm: vm({ state: 'off' }) })
    expect(mayDeleteBackup(off)).toMatchObject({ reason: { code: 'must-be-on', doing: 'delete' } })
    const blocked = { ...off, vm: vm({ state: 'off', block: { cause: 'private' } }) }
    expect(refusalOf(mayDeleteBackup(blocked))).toBe('backup-blocked')
  })
})

test('a block is said before anything that will pass', () => {
  const blocked = situation({ vm: vm({ state: 'locked', block: { cause: 'failed-backup', backup: 'nightly' } }) })
  expect(mayBackUpNow(blocked)).toMatchObject({ reason: { code: 'backup-blocked', block: { backup: 'nightly' } } })
})

describe('a restore that does not touch the VM', () => {
  const ways = { restores: [{ way: 'in-place' }, { way: 'new-vm', places }] } as const
  const running = situation({ site: site({ ways, can: { 'restore-while-on': false } }), vm: vm({ state: 'locked' }) })

  test('does not ask for its state', () => {
    expect(refusalOf(mayRestore(running, backup(), 'in-place'))).toBe('locked')
    expect(mayRestore(running, backup(), 'new-vm')).toEqual({ ok: true })
    expect(restoreChecks(running, backup(), 'new-vm').map(({ check }) => check)).not.toContain('unlocked')
  })

  test('keeps the preflight open when the other way is shut', () => {
    expect(mayAskToRestore(running, backup())).toEqual({ ok: true })
    expect(mayLookForRestore(running)).toEqual({ ok: true })
    expect(refusalOf(mayAskToRestore(running, backup({ outcome: 'failed' })))).toBe('backup-failed')
  })
})

test('a right over what the platform does not have is nobody’s to give', () => {
  const someone = { ...actor('vms.view'), absent: new Set(['roles.manage'] as const) }
  expect(refusalOf(holds(someone, 'roles.manage'))).toBe('not-on-platform')
  expect(refusalOf(holds(someone, 'tenants.manage'))).toBe('privilege')
})

test('no policy is saved where nothing runs on a schedule', () => {
  const byHand = situation({ site: site({ can: { schedule: false } }) })
  expect(refusalOf(mayProtect(byHand, { policies: [], assignments: [], changed: true }))).toBe('no-capability')
})
