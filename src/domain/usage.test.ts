import { describe, expect, test } from 'vitest'

import { vm } from './samples'
import { effectOfTurningOff } from './switch-effect'
import { byTenant, ofTenant, usageOf } from './usage'

const assigned = (...policies: readonly string[]) =>
  policies.map((policyId) => ({ policyId, policyName: policyId, values: [] }))

describe('who uses a policy', () => {
  const a = vm({ id: 'a', assignments: assigned('gold', 'silver') })
  const b = vm({ id: 'b', tenant: { id: 'zeta', name: 'Zeta' }, assignments: assigned('gold') })
  const c = vm({ id: 'c', tenant: null, assignments: assigned('gold') })
  const usage = usageOf([a, b, c], true)

  test('every VM that has it, and each of their tenants once', () => {
    expect(usage.of('gold').vms).toEqual([a, b, c])
    expect(usage.of('gold').tenants.map(({ id }) => id)).toEqual(['acme', 'zeta'])
    expect(usage.of('silver').vms).toEqual([a])
    expect(usage.of('bronze')).toEqual({ vms: [], tenants: [] })
    expect(ofTenant(usage.of('gold'), 'zeta')).toEqual([b])
    expect([...byTenant(usage.of('gold').vms)]).toEqual([
      ['acme', [a]],
      ['zeta', [b]],
    ])
  })

  test('is complete only when every VM was read with its policies', () => {
    expect(usage.complete).toBe(true)
    expect(usageOf([a], false).complete).toBe(false)
    expect(usageOf([a, vm({ assignments: null })], true).complete).toBe(false)
  })
})

describe('turning a switch off', () => {
  const one = vm({ id: 'one', assignments: assigned('gold') })
  const two = vm({ id: 'two', state: 'not-deployed', assignments: assigned('gold', 'silver') })
  const told = (which: Parameters<typeof effectOfTurningOff>[0]) => {
    const effect = effectOfTurningOff(which, [one, two])
    return effect.kind === 'vms' ? effect.vms.map(({ id }) => id) : effect.kind
  }

  test('touches the VMs that rely on it, where that can be known', () => {
    expect(told('severalPolicies')).toEqual(['two'])
    expect(told('changeWhileDeployed')).toEqual(['one'])
    expect(told('manualBackup')).toEqual(['one'])
    expect(told('severalRestores')).toBe('unknown')
  })
})
