import { afterEach, expect, test, vi } from 'vitest'

import { enterNebula, named, start } from './opennebula.bench'

afterEach(() => vi.unstubAllGlobals())

const day = 86_400_000
const since = (days: number): Date => new Date(start - days * day)

test('a schedule that was just made has missed nothing; one that ran before is none of these', async () => {
  const { api } = await enterNebula()
  const vm = await named(api, 'web-frontend-02')
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
  const { replanned } = await api.recentOutcomes(since(8))
  expect(replanned.map(({ vmId }) => vmId)).toEqual([vm.id])
  const old = await named(api, 'web-frontend-01')
  expect(old.assignments?.length).toBe(1)
  expect((await api.recentOutcomes(since(8))).replanned.some(({ vmId }) => vmId === old.id)).toBe(false)
})
