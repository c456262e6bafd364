import { afterEach, describe, expect, test, vi } from 'vitest'

import { enterNebula, named, refusal, start } from './opennebula.bench'

afterEach(() => vi.unstubAllGlobals())

const quota = 'limit of 2 reached for IMAGES quota in datastore with ID: 100'
const toRsync = { replicate: false, place: '100' }

describe('a quota that is used up', () => {
  test('refuses a backup at once, and no schedule is planted that would be refused for ever', async () => {
    const { api, change, writes } = await enterNebula('6.10', 'cloudadmin')
    await change({ quotas: { 'backups-rsync': quota } })
    const vm = await named(api, 'web-frontend-02')
    expect(await refusal(api.backUpNow(vm.id, toRsync))).toMatchObject({ kind: 'conflict', code: 'QUOTA' })
    expect(writes()).toEqual(['one.vm.backup'])
  })

  test('fails the backup of an owner, which goes by a schedule, with what the server said of it', async () => {
    const { api, change, skip } = await enterNebula()
    await change({ quotas: { 'backups-rsync': quota } })
    const vm = await named(api, 'web-frontend-02')
    const { task } = await api.backUpNow(vm.id, toRsync)
    await skip(60)
    await expect(api.getTask(task ?? '')).resolves.toMatchObject({
      state: 'failed',
      jobs: [{ description: expect.stringContaining(quota) }],
    })
    await expect(api.listTasks(vm.id)).resolves.toMatchObject([{ state: 'failed' }])
    const { outcomes } = await api.recentOutcomes(new Date(start - 86_400_000))
    expect(outcomes.find(({ vmId }) => vmId === vm.id)).toMatchObject({
      outcome: 'failed',
      text: expect.stringContaining(quota),
    })
    // With room again the server makes it by itself.
    await change({ quotas: { 'backups-rsync': null } })
    await skip(3_600)
    await expect(api.getTask(task ?? '')).resolves.toMatchObject({ state: 'done' })
  })
})

test('a schedule that is due while its VM is undeployed says why nothing comes of it, until it runs', async () => {
  const { api, call, skip } = await enterNebula('6.10', 'cloudadmin')
  const vm = await named(api, 'web-frontend-01')
  await call('one.vm.action', ['undeploy', Number(vm.id)])
  await skip(2 * 86_400)
  await api.getVm(vm.id)
  const { outcomes } = await api.recentOutcomes(new Date(start - 86_400_000))
  expect(outcomes.find(({ vmId }) => vmId === vm.id)).toMatchObject({
    outcome: 'failed',
    text: expect.stringContaining('wrong state UNDEPLOYED'),
  })
})

describe('in place', () => {
  test('is not what is suggested to who may not administer the VM by the rights that it tells', async () => {
    const { api } = await enterNebula()
    const vm = await named(api, 'restore-drill-01')
    const { ways } = await api.getSite(vm.id)
    expect(ways.restores).toMatchObject([{ way: 'new-vm' }, { way: 'in-place', unsure: true }])
  })

  test('comes first for administrators', async () => {
    const { api } = await enterNebula('6.10', 'cloudadmin')
    const vm = await named(api, 'restore-drill-01')
    const { ways } = await api.getSite(vm.id)
    expect(ways.restores).toMatchObject([{ way: 'in-place' }, { way: 'new-vm' }])
    expect(ways.restores[0]).not.toHaveProperty('unsure')
  })
})
