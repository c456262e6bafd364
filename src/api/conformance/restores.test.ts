import { afterEach, describe, expect, test, vi } from 'vitest'

import { allBackups } from '~/domain/samples'

import { benches, enter, follow, goodBackup } from './fixture.bench'
import { refusal } from './refusal.bench'
import { vmNamed } from './seeded.bench'

afterEach(() => vi.unstubAllGlobals())

describe.each(benches)('%s', (_, newBench) => {
  describe('a restore', () => {
    test('is followed to its end, and stands beneath its backup', async () => {
      const bench = await enter(newBench)
      const { api, sent } = bench
      const vm = await vmNamed(api, 'restore-drill-01')
      const backup = await goodBackup(api, vm)
      const accepted = await api.restore(vm.id, backup.id)
      expect(sent.at(-1)?.headers.get('idempotency-key')).toMatch(/^[\da-f-]{36}$/)
      expect(await follow(bench, accepted)).toMatchObject({ kind: 'restore', state: 'done' })
      const { rows } = await api.listBackups(vm.id, allBackups)
      expect(rows.find(({ id }) => id === backup.id)?.restores).toMatchObject([{ outcome: 'good', by: 'Priya Nair' }])
    })

    test('is refused when the VM is on, where the backup system needs it off; off it goes', async () => {
      const bench = await enter(newBench)
      const { api } = bench
      const vm = await vmNamed(api, 'erp-app-01')
      const backup = await goodBackup(api, vm)
      expect(await refusal(api.restore(vm.id, backup.id))).toMatchObject({ kind: 'conflict', code: 'BC-44' })
      expect(await follow(bench, await api.setPower(vm.id, 'off'))).toMatchObject({ kind: 'power-off', state: 'done' })
      expect(await follow(bench, await api.restore(vm.id, backup.id))).toMatchObject({ state: 'done' })
    })

    test('is refused when the VM is not deployed; deployed, older backups can be restored again', async () => {
      const bench = await enter(newBench)
      const { api } = bench
      const vm = await vmNamed(api, 'erp-reports-01')
      const backup = await goodBackup(api, vm)
      expect(await refusal(api.restore(vm.id, backup.id))).toMatchObject({ code: 'BC-43' })
      expect(await follow(bench, await api.deploy(vm.id))).toMatchObject({ kind: 'deploy', state: 'done' })
      await follow(bench, await api.setPower(vm.id, 'off'))
      expect(await follow(bench, await api.restore(vm.id, backup.id))).toMatchObject({ state: 'done' })
    })

    test('is refused for a backup that failed, for one that is not there, and for a locked VM', async () => {
      const { api } = await enter(newBench)
      const vm = await vmNamed(api, 'mail-store-01')
      const failed = (await api.listBackups(vm.id, allBackups)).rows.find(({ outcome }) => outcome === 'failed')
      expect(await refusal(api.restore(vm.id, failed?.id ?? ''))).toMatchObject({ code: 'BC-22' })
      expect(await refusal(api.restore(vm.id, '999'))).toMatchObject({ kind: 'not-found' })
      const locked = await vmNamed(api, 'file-server-01')
      expect(await refusal(api.restore(locked.id, (await goodBackup(api, locked)).id))).toMatchObject({ code: 'VM-2' })
    })

    test('is refused a second time where the datacenter allows one', async () => {
      const bench = await enter(newBench)
      const { api, change } = bench
      await change('London', { severalRestores: false })
      const vm = await vmNamed(api, 'restore-drill-01')
      const backup = await goodBackup(api, vm)
      await follow(bench, await api.restore(vm.id, backup.id))
      expect(await refusal(api.restore(vm.id, backup.id))).toMatchObject({ kind: 'conflict' })
    })

    test('is refused without the privilege', async () => {
      const { api } = await enter(newBench, 'user')
      const vm = await vmNamed(api, 'restore-drill-01')
      expect(await refusal(api.restore(vm.id, (await goodBackup(api, vm)).id))).toMatchObject({ kind: 'forbidden' })
    })
  })

  test('a VM is undeployed, and deployed again', async () => {
    const bench = await enter(newBench)
    const { api } = bench
    const vm = await vmNamed(api, 'restore-drill-01')
    expect(await follow(bench, await api.undeploy(vm.id))).toMatchObject({ kind: 'undeploy', state: 'done' })
    await expect(api.getVm(vm.id)).resolves.toMatchObject({ state: 'not-deployed', datacenter: { name: 'London' } })
    expect(await follow(bench, await api.deploy(vm.id))).toMatchObject({ state: 'done' })
    await expect(api.getVm(vm.id)).resolves.toMatchObject({ state: 'on' })
  })
})
