import { afterEach, describe, expect, test, vi } from 'vitest'

import { benches, enter } from './fixture.bench'
import { refusal } from './refusal.bench'
import { vmNamed } from './seeded.bench'

afterEach(() => vi.unstubAllGlobals())

describe.each(benches)('%s', (_, newBench) => {
  describe('VMs', () => {
    test('a list comes in windows that add up to its total', async () => {
      const { api } = await enter(newBench)
      const all = await api.listVms({ offset: 0, limit: 1_000 })
      expect(all).toMatchObject({ total: all.rows.length, unreadable: 0 })
      const windows = await Promise.all([0, 10, 20, 30].map((offset) => api.listVms({ offset, limit: 10 })))
      expect(windows.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(all.rows.map(({ id }) => id))
      expect(new Set(all.rows.map(({ id }) => id)).size).toBe(all.rows.length)
      await expect(api.listVms({ offset: 1_000, limit: 10 })).resolves.toMatchObject({ rows: [], total: all.total })
    })

    test('a text finds VMs', async () => {
      const { api } = await enter(newBench)
      const { rows, total } = await api.listVms({ offset: 0, limit: 100, text: 'web-frontend' })
      expect(rows.map(({ name }) => name).toSorted()).toEqual(['web-frontend-01', 'web-frontend-02', 'web-frontend-03'])
      expect(total).toBe(3)
      await expect(api.listVms({ offset: 0, limit: 100, text: 'no such thing' })).resolves.toMatchObject({
        rows: [],
        total: 0,
      })
    })

    test('a VM is the same in the list and alone, with all that people call it by', async () => {
      const { api } = await enter(newBench)
      const vm = await vmNamed(api, 'erp-db-01')
      await expect(api.getVm(vm.id)).resolves.toEqual(vm)
      expect(vm).toMatchObject({
        platformName: `ABQ_${vm.uuid}`,
        state: 'off',
        cpu: 16,
        memoryMb: 128 * 1_024,
        diskCount: 4,
        diskMb: 1_900 * 1_024,
        os: 'windows',
        datacenter: { name: 'London' },
        virtualDatacenter: { name: 'ERP' },
        virtualAppliance: { name: 'ERP core' },
        tenant: { name: 'Costa Verde Retail' },
      })
    })

    test('a VM that no host holds has a datacenter all the same', async () => {
      const { api } = await enter(newBench)
      await expect(vmNamed(api, 'erp-reports-01')).resolves.toMatchObject({
        state: 'not-deployed',
        datacenter: { name: 'London' },
      })
    })

    test('states, padlocks and names in any alphabet come as they are', async () => {
      const { api } = await enter(newBench)
      await expect(vmNamed(api, 'payment-gateway-01')).resolves.toMatchObject({ state: 'paused' })
      await expect(vmNamed(api, 'analytics-notebook-01')).resolves.toMatchObject({
        state: 'unknown',
        stateText: 'UNKNOWN',
      })
      await expect(vmNamed(api, 'file-server-01')).resolves.toMatchObject({ state: 'locked' })
      await expect(vmNamed(api, 'checkout-db-01')).resolves.toMatchObject({
        guard: { cause: expect.stringMatching('season') },
      })
      await expect(vmNamed(api, 'webmail-01')).resolves.toMatchObject({ guard: { cause: null } })
      await expect(vmNamed(api, 'データ分析-01')).resolves.toMatchObject({ description: '月次レポート', os: 'linux' })
      await expect(vmNamed(api, 'bi-dashboard <b>beta</b> & "friends"')).resolves.toMatchObject({ guard: null })
      await expect(vmNamed(api, 'appliance-import-01')).resolves.toMatchObject({ os: 'unknown', assignments: [] })
    })

    test('disks have sizes, names, kinds and a boot mark', async () => {
      const { api } = await enter(newBench)
      const vm = await vmNamed(api, 'file-server-01')
      const disks = await api.listDisks(vm.id)
      expect(disks.map(({ kind, sizeMb, boot }) => [kind, sizeMb, boot])).toEqual([
        ['disk', 80 * 1_024, true],
        ['disk', 4_096 * 1_024, false],
        ['volume', 2_048 * 1_024, false],
      ])
      expect(disks.every(({ name }) => name !== '')).toBe(true)
    })

    test.each(['1-2-3', '~L2xvZ291dA', '../../login', 'x'])(
      '%s is not found, and no reason to fail otherwise',
      async (id) => {
        const { api } = await enter(newBench)
        expect(await refusal(api.getVm(id))).toMatchObject({ kind: 'not-found' })
      },
    )

    test("another tenant's VM is not in sight", async () => {
      const admin = await enter(newBench, 'cloudadmin')
      const { id } = await vmNamed(admin.api, 'dns-01')
      const { api } = await enter(newBench, 'operator')
      expect(await refusal(api.getVm(id))).toMatchObject({ kind: 'not-found' })
    })
  })
})
