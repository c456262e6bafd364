import { afterEach, describe, expect, test, vi } from 'vitest'

import { allBackups } from '~/domain/samples'

import { refusal } from '../conformance/refusal.bench'
import { vmNamed } from '../conformance/seeded.bench'
import { enterNebula, start } from './opennebula.bench'
import { waitsItsTurn } from './standing'

afterEach(() => vi.unstubAllGlobals())

const quota = 'limit of 2 reached for IMAGES quota in datastore with ID: 100'
const toRsync = { replicate: false, place: '100' }

describe('a quota that is used up', () => {
  test('refuses a backup at once, and no schedule is planted that would be refused for ever', async () => {
    const { api, change, writes } = await enterNebula('6.10', 'cloudadmin')
    await change({ quotas: { 'backups-rsync': quota } })
    const vm = await vmNamed(api, 'web-frontend-02')
    expect(await refusal(api.backUpNow(vm.id, toRsync))).toMatchObject({ kind: 'conflict', code: 'QUOTA' })
    expect(writes()).toEqual(['one.vm.backup'])
  })

  test('keeps the backup of an owner waiting, which goes by a schedule, with what the server said at its last try', async () => {
    const { api, change, skip } = await enterNebula()
    await change({ quotas: { 'backups-rsync': quota } })
    const vm = await vmNamed(api, 'web-frontend-02')
    const { task } = await api.backUpNow(vm.id, toRsync)
    await skip(60)
    const refused = { state: 'waiting', standing: 'once', jobs: [{ description: expect.stringContaining(quota) }] }
    await expect(api.getTask(task ?? '')).resolves.toMatchObject(refused)
    // Also for who opens the console now, and has no task to follow.
    await expect(api.listTasks(vm.id)).resolves.toMatchObject([refused])
    const { outcomes } = await api.recentOutcomes(new Date(start - 86_400_000))
    expect(outcomes.find(({ vmId }) => vmId === vm.id)).toMatchObject({
      outcome: 'failed',
      text: expect.stringContaining(quota),
    })
    // With room again the server makes it by itself.
    await change({ quotas: { 'backups-rsync': null } })
    await skip(3_600)
    await expect(api.getTask(task ?? '')).resolves.toMatchObject({ state: 'done' })
    await expect(api.listTasks(vm.id)).resolves.toEqual([])
  })

  test('and a second backup of an owner is not planted beside the first, which would make both', async () => {
    const { api, call, change, skip, writes } = await enterNebula()
    await change({ quotas: { 'backups-rsync': quota } })
    const vm = await vmNamed(api, 'web-frontend-02')
    await api.backUpNow(vm.id, toRsync)
    expect(await refusal(api.backUpNow(vm.id, toRsync))).toMatchObject({ kind: 'conflict', code: 'STANDING' })
    expect(writes()).toEqual(['one.vm.backup', 'one.vm.schedadd'])
    await change({ quotas: { 'backups-rsync': null } })
    await skip(3_600)
    await expect(api.listBackups(vm.id, allBackups)).resolves.toMatchObject({ total: 1 })
    // One whose time has not come stands in nobody's way.
    const later = `SCHED_ACTION=[ACTION="backup",ARGS="100",TIME="${start / 1_000 + 90_000}",REPEAT="-1"]`
    await call('one.vm.schedadd', [Number(vm.id), later])
    await api.backUpNow(vm.id, toRsync)
  })

  test('and a backup that waits can be taken back, after which the server does not try it again', async () => {
    const { api, change, skip, writes } = await enterNebula()
    await change({ quotas: { 'backups-rsync': quota } })
    const vm = await vmNamed(api, 'web-frontend-02')
    const { task } = await api.backUpNow(vm.id, toRsync)
    await skip(60)
    await api.cancelBackup(vm.id, task ?? '')
    expect(writes().at(-1)).toBe('one.vm.scheddelete')
    await expect(api.getTask(task ?? '')).resolves.toMatchObject({ state: 'cancelled' })
    await change({ quotas: { 'backups-rsync': null } })
    await skip(3_600)
    await expect(api.listTasks(vm.id)).resolves.toEqual([])
    await expect(api.listBackups(vm.id, allBackups)).resolves.toMatchObject({ total: 0 })
  })
})

test('a schedule that is due while its VM is undeployed says why nothing comes of it, until it runs', async () => {
  const { api, call, skip } = await enterNebula('6.10', 'cloudadmin')
  const vm = await vmNamed(api, 'web-frontend-01')
  await call('one.vm.action', ['undeploy', Number(vm.id)])
  await skip(2 * 86_400)
  await api.getVm(vm.id)
  const { outcomes } = await api.recentOutcomes(new Date(start - 86_400_000))
  const why = expect.stringContaining('wrong state UNDEPLOYED')
  expect(outcomes.find(({ vmId }) => vmId === vm.id)).toMatchObject({ outcome: 'failed', text: why })
  await expect(api.listTasks(vm.id)).resolves.toMatchObject([
    { state: 'waiting', standing: 'plan', jobs: [{ description: why }] },
  ])
})

test('a backup that becomes due while another one runs only waits its turn', async () => {
  const { api, call, skip } = await enterNebula('6.10', 'cloudadmin')
  const vm = await vmNamed(api, 'web-frontend-02')
  await api.backUpNow(vm.id, toRsync)
  await call('one.vm.schedadd', [
    Number(vm.id),
    `SCHED_ACTION=[ACTION="backup",ARGS="100",TIME="${start / 1_000 + 1}"]`,
  ])
  await skip(16)
  await expect(api.listTasks(vm.id)).resolves.toMatchObject([
    { state: 'waiting', standing: 'once', jobs: [{ description: expect.stringContaining('wrong state BACKUP') }] },
    { state: 'running' },
  ])
  const { outcomes } = await api.recentOutcomes(new Date(start - 86_400_000))
  expect(outcomes.find(({ vmId }) => vmId === vm.id)?.outcome).not.toBe('failed')
  await skip(3_600)
  await expect(api.listBackups(vm.id, allBackups)).resolves.toMatchObject({ total: 2 })
})

test('a backup that is asked for behind a refused run of the plan is told with what holds it back', async () => {
  const { api, call, change, skip } = await enterNebula()
  const vm = await vmNamed(api, 'web-frontend-02')
  await change({ quotas: { 'backups-rsync': quota } })
  const due = start / 1_000 + 60
  const plan = `SCHED_ACTION=[ACTION="backup",ARGS="100",TIME="${due}",REPEAT="0",DAYS="0,1,2,3,4,5,6",END_TYPE="0"]`
  await call('one.vm.schedadd', [Number(vm.id), plan])
  await skip(120)
  const { task } = await api.backUpNow(vm.id, { replicate: false, place: '101' })
  await skip(120)
  const why = { state: 'waiting', jobs: [{ description: expect.stringContaining(quota) }] }
  await expect(api.getTask(task ?? '')).resolves.toMatchObject({ standing: 'once', ...why })
  await expect(api.listTasks(vm.id)).resolves.toMatchObject([
    { standing: 'once', ...why },
    { standing: 'plan', ...why },
  ])
})

test.each([
  ['BACKUP', true],
  ['BACKUP_POWEROFF', true],
  ['UNDEPLOYED', false],
])('a VM that another backup holds is waited for: wrong state %s', (state, waits) => {
  const text = `[backup] Could not create a new backup for VM 2, wrong state ${state}.`
  expect(waitsItsTurn({ at: new Date(start), text })).toBe(waits)
})

test('what was seen is stopped or taken back, and nothing that came in its stead', async () => {
  const { api, call, change, skip, writes } = await enterNebula('6.10', 'cloudadmin')
  const vm = await vmNamed(api, 'web-frontend-02')
  await api.backUpNow(vm.id, toRsync)
  const [runs] = await api.listTasks(vm.id)
  await call('one.vm.schedadd', [
    Number(vm.id),
    `SCHED_ACTION=[ACTION="backup",ARGS="100",TIME="${start / 1_000 + 1}"]`,
  ])
  await change({ quotas: { 'backups-rsync': quota } })
  await skip(3_600)
  const [waits] = await api.listTasks(vm.id)
  expect(waits).toMatchObject({ standing: 'once' })
  // The one that ran has ended, and another one waits.
  expect(await refusal(api.cancelBackup(vm.id, runs?.id ?? ''))).toMatchObject({ kind: 'conflict' })
  expect(writes()).not.toContain('one.vm.scheddelete')
  await change({ quotas: { 'backups-rsync': null } })
  await skip(20)
  // The one that waited has begun.
  expect(await refusal(api.cancelBackup(vm.id, waits?.id ?? ''))).toMatchObject({ kind: 'stale' })
  await expect(api.listTasks(vm.id)).resolves.toMatchObject([{ state: 'running' }])
})

describe('in place', () => {
  test('is not what is suggested to who may not administer the VM by the rights that it tells', async () => {
    const { api } = await enterNebula()
    const vm = await vmNamed(api, 'restore-drill-01')
    const { ways } = await api.getSite(vm.id)
    expect(ways.restores).toMatchObject([{ way: 'new-vm' }, { way: 'in-place', unsure: true }])
  })

  test('comes first for administrators', async () => {
    const { api } = await enterNebula('6.10', 'cloudadmin')
    const vm = await vmNamed(api, 'restore-drill-01')
    const { ways } = await api.getSite(vm.id)
    expect(ways.restores).toMatchObject([{ way: 'in-place' }, { way: 'new-vm' }])
    expect(ways.restores[0]).not.toHaveProperty('unsure')
  })
})
