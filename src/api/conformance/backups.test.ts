import { afterEach, describe, expect, test, vi } from 'vitest'

import { allBackups } from '~/domain/samples'
import { isOver } from '~/domain/task'

import { benches, enter, follow, writes } from './fixture.bench'
import { refusal } from './refusal.bench'
import { vmNamed } from './seeded.bench'

afterEach(() => vi.unstubAllGlobals())

describe.each(benches)('%s', (_, newBench) => {
  describe('a backup now', () => {
    test('locks the VM, is followed to its end, and leaves a result and a line in the trail', async () => {
      const bench = await enter(newBench)
      const { api, sent } = bench
      const vm = await vmNamed(api, 'erp-app-02')
      const accepted = await api.backUpNow(vm.id, { replicate: false })
      expect(sent.at(-1)).toMatchObject({ method: 'POST', body: {} })
      expect(sent.at(-1)?.headers.get('idempotency-key')).toMatch(/^[\da-f-]{36}$/)
      await expect(api.getVm(vm.id)).resolves.toMatchObject({ state: 'locked' })
      await expect(api.listActivity()).resolves.toContainEqual({
        vmId: vm.id,
        task: expect.objectContaining({ id: accepted.task, kind: 'backup' }),
      })
      expect(await follow(bench, accepted)).toMatchObject({ kind: 'backup', state: 'done' })
      const { rows } = await api.listBackups(vm.id, allBackups)
      expect(rows[0]).toMatchObject({ outcome: 'good', typeText: 'COMPLETE', sizeMb: expect.any(Number) })
      const { rows: events } = await api.listVmEvents(vm, { offset: 0, limit: 5 })
      expect(events.map(({ action }) => action)).toEqual(
        expect.arrayContaining(['VIRTUAL_MACHINE_BACKUP_FINISH', 'VIRTUAL_MACHINE_REQUEST_BACKUP']),
      )
    })

    test('replicates when asked', async () => {
      const { api, sent } = await enter(newBench)
      const vm = await vmNamed(api, 'erp-app-02')
      await api.backUpNow(vm.id, { replicate: true })
      expect(sent.at(-1)?.body).toEqual({ replication: 'true' })
      const { rows } = await api.listVmEvents(vm, { offset: 0, limit: 1 })
      expect(rows[0]?.action).toBe('VIRTUAL_MACHINE_REQUEST_BACKUP_WITH_REPLICATION')
    })

    test.each([
      ['manual backups are off', 'erp-app-02', 'London', { manualBackup: false }, 'BC-6'],
      ['the backup system has none', 'web-frontend-01', 'Barcelona', {}, 'BC-46'],
      ['there is no backup system', 'erp-app-02', 'London', { plugin: null }, 'BC-40'],
      ['its plug-in is not loaded', 'erp-app-02', 'London', { pluginLoaded: false }, 'BC-38'],
      ['the VM is not deployed', 'erp-reports-01', 'London', {}, 'BC-42'],
      ['the VM is locked', 'analytics-etl-01', 'London', {}, 'VM-2'],
    ])('is refused when %s', async (__, name, datacenter, how, code) => {
      const { api, change } = await enter(newBench)
      await change(datacenter, how)
      const vm = await vmNamed(api, name)
      expect(await refusal(api.backUpNow(vm.id, { replicate: false }))).toMatchObject({
        kind: code === 'BC-40' ? 'not-found' : 'conflict',
        code,
      })
    })

    test.each(['viewer', 'tenantadmin'])('is refused to the %s', async (nick) => {
      const { api } = await enter(newBench, nick)
      const vm = await vmNamed(api, 'erp-app-02')
      expect(await refusal(api.backUpNow(vm.id, { replicate: false }))).toMatchObject({
        kind: 'forbidden',
        code: 'GEN-15',
      })
    })

    test.each(['before', 'after'] as const)(
      'an answer lost %s it was done: sent once, and nobody knows',
      async (when) => {
        const bench = await enter(newBench)
        const { api, loseWrites } = bench
        const vm = await vmNamed(api, 'erp-app-02')
        await loseWrites(when)
        expect(await refusal(api.backUpNow(vm.id, { replicate: false }))).toMatchObject({ kind: 'unknown-outcome' })
        expect(writes(bench)).toBe(1)
        const running = (await api.listTasks(vm.id)).filter((task) => !isOver(task))
        expect(running).toHaveLength(when === 'before' ? 0 : 1)
      },
    )

    test('without a network it is not even sent', async () => {
      const bench = await enter(newBench)
      const { api } = bench
      const vm = await vmNamed(api, 'erp-app-02')
      vi.stubGlobal('navigator', { onLine: false })
      expect(await refusal(api.backUpNow(vm.id, { replicate: false }))).toMatchObject({ kind: 'offline' })
      expect(writes(bench)).toBe(0)
    })
  })

  describe('results', () => {
    test('come whole, newest first, with outcomes, sizes and dates', async () => {
      const { api } = await enter(newBench)
      const { rows, total, unreadable } = await api.listBackups((await vmNamed(api, 'erp-app-01')).id, allBackups)
      expect({ total, unreadable }).toEqual({ total: rows.length, unreadable: 0 })
      expect(rows.length).toBeGreaterThan(10)
      const times = rows.map(({ createdAt }) => createdAt?.getTime() ?? 0)
      expect(times).toEqual(times.toSorted((a, b) => b - a))
      expect(rows.every(({ id, name }) => id !== '' && name !== '')).toBe(true)
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
      const good = rows.find(({ outcome }) => outcome === 'good')
      expect(good?.sizeMb).toBeGreaterThan(0)
      expect(good?.expiresAt?.getTime()).toBeGreaterThan(good?.createdAt?.getTime() ?? Infinity)
      expect(rows.find(({ outcome }) => outcome === 'failed')).toMatchObject({ statusText: 'FAILED' })
    })

    test('a list without end ends', async () => {
      const { api, tamper, sent } = await enter(newBench)
      const vm = await vmNamed(api, 'restore-drill-01')
      tamper('lists without end')
      await api.listBackups(vm.id, allBackups)
      expect(sent.filter(({ path }) => path.endsWith('/results')).length).toBeLessThanOrEqual(50)
    })
  })
})
