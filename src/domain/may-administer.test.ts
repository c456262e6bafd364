import { describe, expect, test } from 'vitest'

import type { BackupManager } from './backup-manager'
import {
  mayChangeAllowances,
  mayChangeBackupSide,
  mayChangeConfigurations,
  mayChangeRole,
  mayCreateManager,
  mayDeletePolicy,
  mayOpenBackupSide,
  mayOpenInfrastructure,
  mayOpenTenants,
  mayWish,
  mayWithdraw,
  systemMakes,
  systemOffers,
} from './may-administer'
import { type Privilege, privileges } from './privilege'
import { actor, anyone, policy, site, vm } from './samples'
import { usageOf } from './usage'
import type { Verdict } from './verdict'

const code = (verdict: Verdict): string => (verdict.ok ? 'ok' : verdict.reason.code)
const without = (absent: Privilege) => ({ actor: actor(...privileges.filter((one) => one !== absent)), online: true })
const all = { actor: anyone, online: true }
const offline = { actor: anyone, online: false }
const barcelona = { id: 'dc', name: 'Barcelona' }
const acme = { id: 'acme', name: 'Acme' }
const veeam: BackupManager = { id: '1', name: 'Veeam', type: 'VEEAM10', endpoint: null, user: null, revision: '1' }
const gold = policy()

const user = (id: string, tenant: string, policyId = 'gold') =>
  vm({ id, tenant: { id: tenant, name: tenant }, assignments: [{ policyId, policyName: 'Gold', values: [] }] })
const usage = usageOf([user('a', 'acme'), user('b', 'acme'), user('c', 'zeta'), user('d', 'zeta', 'silver')], true)

describe('the infrastructure', () => {
  test.each([
    ['infrastructure.view', 'privilege', 'privilege'],
    ['infrastructure.details', 'ok', 'privilege'],
    ['infrastructure.backup', 'ok', 'privilege'],
    ['tenants.manage', 'ok', 'ok'],
  ] as const)('without %s: the list %s, the backup side %s', (absent, list, side) => {
    expect(code(mayOpenInfrastructure(without(absent).actor))).toBe(list)
    expect(code(mayOpenBackupSide(without(absent).actor))).toBe(side)
    expect(code(mayChangeBackupSide(without(absent)))).toBe(side)
  })

  test('is not changed offline', () => expect(code(mayChangeBackupSide(offline))).toBe('offline'))

  test('a datacenter has one backup manager, and the refusal names it', () => {
    expect(code(mayCreateManager(all, barcelona, null))).toBe('ok')
    expect(mayCreateManager(offline, barcelona, veeam)).toEqual({
      ok: false,
      reason: { code: 'manager-exists', datacenter: 'Barcelona', manager: 'Veeam' },
    })
  })
})

describe('a policy in use', () => {
  test('is frozen and stays, and the refusal counts VMs and tenants', () => {
    const counted = { policy: 'Gold', vms: 3, tenants: 2 }
    expect(mayChangeConfigurations(all, gold, usage.of('gold'))).toEqual({
      ok: false,
      reason: { code: 'policy-used-change', ...counted },
    })
    expect(mayDeletePolicy(all, gold, usage.of('gold'))).toEqual({
      ok: false,
      reason: { code: 'policy-used-delete', ...counted },
    })
  })

  test.each([
    ['nobody uses it', usage.of('bronze'), 'ok'],
    ['nobody knows: then the platform decides', null, 'ok'],
  ])('%s', (_, given, expected) => {
    expect(code(mayChangeConfigurations(all, gold, given))).toBe(expected)
    expect(code(mayDeletePolicy(all, gold, given))).toBe(expected)
  })

  test('a stranger learns nothing of its use', () =>
    expect(code(mayDeletePolicy(without('infrastructure.backup'), gold, usage.of('gold')))).toBe('privilege'))

  test('is not taken from a tenant whose VMs have it', () => {
    expect(mayWithdraw(all, gold, acme, usage.of('gold'))).toEqual({
      ok: false,
      reason: { code: 'policy-used-by-tenant', policy: 'Gold', tenant: 'Acme', vms: 2 },
    })
    expect(code(mayWithdraw(all, gold, { id: 'other', name: 'Other' }, usage.of('gold')))).toBe('ok')
    expect(code(mayWithdraw(all, gold, acme, null))).toBe('ok')
  })

  test('is decided on before it is sent: offline too, and a decision can be taken back', () => {
    const has = { id: 'l1', tenant: acme, datacenter: barcelona, policyIds: [gold.id] }
    const hasNot = { ...has, policyIds: [] }
    expect(code(mayWish(anyone, has, gold, false, usage.of('gold')))).toBe('policy-used-by-tenant')
    expect(code(mayWish(anyone, has, gold, true, usage.of('gold')))).toBe('ok')
    expect(code(mayWish(anyone, has, gold, false, null))).toBe('ok')
    expect(code(mayWish(anyone, hasNot, gold, true, usage.of('gold')))).toBe('ok')
    expect(code(mayWish(without('tenants.manage').actor, hasNot, gold, true, null))).toBe('privilege')
  })
})

describe('tenants and roles', () => {
  test('need their own privileges', () => {
    expect(code(mayOpenTenants(without('tenants.manage').actor))).toBe('privilege')
    expect(code(mayOpenTenants(without('infrastructure.view').actor))).toBe('ok')
    expect(code(mayChangeAllowances(offline))).toBe('offline')
    const role = { id: '5', name: 'USER', locked: false }
    expect(code(mayChangeRole(all, role))).toBe('ok')
    expect(code(mayChangeRole(all, { ...role, locked: true }))).toBe('role-locked')
    expect(code(mayChangeRole(without('roles.manage'), role))).toBe('privilege')
    expect(code(mayChangeRole(without('users.view'), role))).toBe('privilege')
  })
})

describe('what a backup system makes', () => {
  const { system } = site({ can: { replication: false, restore: null } })
  const told = system && { ...system, periodicities: new Map([['complete', ['daily']] as const]) }

  test.each([
    ['complete', 'daily', 'ok'],
    ['complete', 'hourly', 'kind-not-supported'],
    ['complete', null, 'ok'],
    ['snapshot', 'daily', 'kind-not-supported'],
    ['snapshot', null, 'kind-not-supported'],
  ] as const)('%s, %s: %s', (type, periodicity, expected) =>
    expect(code(systemMakes(told, type, periodicity))).toBe(expected),
  )

  test('what it does not say is left to the platform', () => {
    expect(code(systemMakes(system, 'filesystem', 'monthly'))).toBe('ok')
    expect(code(systemMakes(null, 'filesystem', 'monthly'))).toBe('ok')
    expect(code(systemOffers(system, 'restore'))).toBe('ok')
    expect(code(systemOffers(system, 'replication'))).toBe('no-capability')
    expect(code(systemOffers(null, 'replication'))).toBe('ok')
  })
})
