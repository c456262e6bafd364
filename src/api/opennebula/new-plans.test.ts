import { afterEach, expect, test, vi } from 'vitest'

import { protectionJudge } from '~/domain/protection-rule'
import { usualThresholds } from '~/domain/thresholds'

import { vmNamed } from '../conformance/seeded.bench'
import { enterNebula, start } from './opennebula.bench'

afterEach(() => vi.unstubAllGlobals())

const day = 86_400_000
const since = (days: number): Date => new Date(start - days * day)

test('a schedule that was just made has missed nothing; one that ran before is none of these', async () => {
  const { api } = await enterNebula()
  const vm = await vmNamed(api, 'web-frontend-02')
  await api.saveProtection(vm.id, {
    basedOn: vm.revision,
    assignments: [
      {
        policyId: 'store-101.daily',
        policyName: '',
        values: [{ key: 'backup', time: { hour: 3, minute: 0, second: 0, offset: 0 }, content: { kind: 'all' } }],
      },
    ],
  })
  const planned = await api.getVm(vm.id)
  const first = Date.parse('2026-03-19T03:00:00Z')
  expect(planned.plannedAt).toEqual(new Date(first - 1))
  // As soon as it is read, whatever was known of all VMs before.
  const { rows } = await api.listPoliciesInSight()
  const trail = { complete: true, wholeSince: since(8), asOf: new Date(start) }
  const judge = protectionJudge(rows, trail, usualThresholds)
  const stateAt = (at: Date) =>
    judge(planned, { outcome: null, task: null, plannedAt: planned.plannedAt ?? null }, at).state
  expect(stateAt(new Date(start))).toBe('scheduled')
  const old = await vmNamed(api, 'web-frontend-01')
  expect(old.assignments?.length).toBe(1)
  expect(old.plannedAt).toBeUndefined()
})
