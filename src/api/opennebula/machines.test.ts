import { afterEach, describe, expect, test, vi } from 'vitest'

import { refusal } from '../conformance/refusal.bench'
import { vmNamed } from '../conformance/seeded.bench'
import { enterNebula } from './opennebula.bench'

afterEach(() => vi.unstubAllGlobals())

describe('VMs', () => {
  test('come in windows with a total that the platform does not tell', async () => {
    const { api } = await enterNebula('6.10', 'cloudadmin')
    const all = await api.listVms({ offset: 0, limit: 100 })
    expect(all).toMatchObject({ total: 14, unreadable: 0 })
    const windows = await Promise.all([0, 5, 10].map((offset) => api.listVms({ offset, limit: 5 })))
    expect(windows.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(all.rows.map(({ id }) => id))
    expect(windows.map(({ total }) => total)).toEqual([14, 14, 14])
    await expect(api.listVms({ offset: 200, limit: 10 })).resolves.toMatchObject({ rows: [], total: 14 })
    const backwards = await api.listVms({ offset: 0, limit: 3, descending: true })
    expect(backwards.rows.map(({ id }) => id)).toEqual(['1', '2', '3'])
  })

  test('are found by a part of their name, without the search of the server', async () => {
    const { api } = await enterNebula()
    const { rows, total } = await api.listVms({ offset: 0, limit: 2, text: 'Web-Front' })
    expect([rows.length, total]).toEqual([2, 3])
  })

  test('that were restored in place are off, whatever their old LCM state says', async () => {
    const { api } = await enterNebula()
    await expect(vmNamed(api, 'restore-drill-01')).resolves.toMatchObject({ state: 'off', stateText: 'POWEROFF' })
    await expect(api.listActivity()).resolves.toEqual([])
  })

  test('are the same in the list and alone, with what protects them', async () => {
    const { api } = await enterNebula()
    const vm = await vmNamed(api, 'erp-db-02')
    await expect(api.getVm(vm.id)).resolves.toEqual(vm)
    expect(vm).toMatchObject({
      datacenter: { id: '101', name: 'London' },
      timeZone: 'Europe/London',
      diskMb: 500 * 1_024,
      assignments: [{ policyId: 'job-0', policyName: 'nightly', values: [] }],
      block: { cause: 'job', job: 'nightly' },
    })
    await expect(vmNamed(api, 'web-frontend-01')).resolves.toMatchObject({
      assignments: [
        {
          policyId: 'store-101.daily',
          policyName: 'backups-restic (daily)',
          values: [{ time: { hour: 3, minute: 0, offset: 0 } }],
        },
      ],
      block: null,
    })
    await expect(vmNamed(api, 'erp-app-02')).resolves.toMatchObject({ assignments: [] })
    const { api: viewer } = await enterNebula('6.10', 'viewer')
    await expect(vmNamed(viewer, 'web-frontend-02')).resolves.toMatchObject({ block: { cause: 'not-managed' } })
  })
})

test('a lock is told as what it is: the platform takes no backup of the VM', async () => {
  const { api } = await enterNebula()
  const { id, block } = await vmNamed(api, 'checkout-db-01')
  expect(block).toEqual({ cause: 'locked' })
  const { complaints } = await refusal(api.backUpNow(id, { replicate: false, place: '100' }))
  expect(complaints).toEqual([expect.objectContaining({ message: expect.stringContaining('VM is locked') })])
})

test('a VM is undeployed and started again, on its host and off it', async () => {
  const { api, skip } = await enterNebula()
  const { id } = await vmNamed(api, 'web-frontend-02')
  const gone = (await api.undeploy(id)).task ?? ''
  await skip(30)
  await expect(api.getTask(gone)).resolves.toMatchObject({ state: 'done' })
  await expect(api.getVm(id)).resolves.toMatchObject({ state: 'not-deployed' })
  await api.deploy(id)
  await skip(30)
  await expect(api.getVm(id)).resolves.toMatchObject({ state: 'on' })
})

test('switching a VM off is followed to its end, or to the end of patience with its guest', async () => {
  const { api, skip, change } = await enterNebula()
  await change({ vms: { 'web-frontend-02': { deaf: true } } })
  const [good, deaf] = await Promise.all(['web-frontend-01', 'web-frontend-02'].map((name) => vmNamed(api, name)))
  const tasks = await Promise.all([good, deaf].map(async (vm) => (await api.setPower(vm?.id ?? '', 'off')).task ?? ''))
  const states = async () => Promise.all(tasks.map(async (id) => (await api.getTask(id)).state))
  expect(await states()).toEqual(['running', 'running'])
  await skip(30)
  expect(await states()).toEqual(['done', 'running'])
  await skip(200)
  expect(await states()).toEqual(['done', 'failed'])
})
