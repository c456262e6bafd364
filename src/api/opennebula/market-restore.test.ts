import { afterEach, describe, expect, test, vi } from 'vitest'

import { allBackups } from '~/domain/samples'

import { refusal } from '../conformance/refusal.bench'
import { vmNamed } from '../conformance/seeded.bench'
import { enterMarket } from './market.bench'

afterEach(() => vi.unstubAllGlobals())

describe('a restore from the marketplace', () => {
  test('makes a new VM of all apps, and leaves the first as it is', async () => {
    const { api, skip, writes } = await enterMarket()
    const vm = await vmNamed(api, 'erp-app-01')
    const [backup] = (await api.listBackups(vm.id, allBackups)).rows
    const { task } = await api.restore(vm.id, backup?.id ?? '', { way: 'new-vm', place: '1', name: 'erp again' })
    expect(writes()).toEqual([
      'one.image.allocate',
      'one.image.allocate',
      'one.template.allocate',
      'one.template.instantiate',
    ])
    await expect(api.getTask(task ?? '')).resolves.toMatchObject({ state: 'running' })
    await skip(600)
    await expect(api.getTask(task ?? '')).resolves.toMatchObject({ state: 'done' })
    await expect(vmNamed(api, 'erp again')).resolves.toMatchObject({
      state: 'on',
      assignments: [],
      diskMb: 200 * 1_024,
    })
    await expect(api.getVm(vm.id)).resolves.toMatchObject({ state: 'on' })
  })

  test('of a broken backup is refused before anything is made, and one that fails is taken back', async () => {
    const { api, writes, faults } = await enterMarket()
    const broken = await vmNamed(api, 'mail-store-01')
    const [bad] = (await api.listBackups(broken.id, allBackups)).rows
    expect(
      await refusal(api.restore(broken.id, bad?.id ?? '', { way: 'new-vm', place: '1', name: 'x' })),
    ).toMatchObject({ kind: 'conflict' })
    expect(writes()).toEqual([])
    const vm = await vmNamed(api, 'web-frontend-01')
    const [good] = (await api.listBackups(vm.id, allBackups)).rows
    await faults([{ path: '/one.template.allocate', status: 403 }])
    expect(await refusal(api.restore(vm.id, good?.id ?? '', { way: 'new-vm', place: '1', name: 'y' }))).toMatchObject({
      kind: 'forbidden',
    })
    expect(writes()).toEqual(['one.image.allocate', 'one.template.allocate', 'one.image.delete'])
  })
})
