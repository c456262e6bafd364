import { afterEach, describe, expect, test, vi } from 'vitest'

import { allBackups } from '~/domain/samples'

import { refusal } from '../conformance/refusal.bench'
import { vmNamed } from '../conformance/seeded.bench'
import { openNebula } from './adapter'
import { endOf, enterMarket, saidBy } from './market.bench'

afterEach(() => vi.unstubAllGlobals())

describe('a Marketplace backup', () => {
  test('is driven step by step, with a log like that of the guide, and leaves a good backup', async () => {
    const { api, writes, bodies } = await enterMarket()
    const vm = await vmNamed(api, 'erp-app-01')
    const before = (await api.listBackups(vm.id, allBackups)).rows[0]
    const { task } = await api.backUpNow(vm.id, { replicate: false, place: '100' })
    const done = await endOf(api, task)
    expect(done).toMatchObject({ state: 'done', kind: 'backup' })
    const said = saidBy(done)
    expect(said).toEqual([
      'Powering off VM',
      'Saving VM as template',
      'Processing VM disks',
      'Adding and saving regular disk',
      'Processing VM NICs',
      'Updating VM Template',
      'Resuming VM',
      expect.stringMatching(/^Importing template \d+ to marketplace 100$/u),
      'Processing VM disks',
      expect.stringMatching(/^Adding disk with image \d+$/u),
      'Importing image to market place',
      expect.stringMatching(/^Adding disk with image \d+$/u),
      'Importing image to market place',
      'Processing VM NICs',
      'Creating VM app',
      'Waiting for image upload',
      expect.stringMatching(/^Imported app ids: \d+,\d+,\d+$/u),
      expect.stringMatching(/^Deleting template \d+$/u),
    ])
    expect(writes()).toEqual([
      'one.vm.action',
      'one.template.clone',
      'one.vm.disksaveas',
      'one.vm.disksaveas',
      'one.template.update',
      'one.vm.action',
      'one.marketapp.allocate',
      'one.marketapp.allocate',
      'one.marketapp.allocate',
      'one.vm.update',
      'one.template.delete',
      ...Array.from({ length: 2 }, () => 'one.image.delete'),
      ...Array.from({ length: 3 }, () => 'one.marketapp.delete'),
    ])
    await expect(api.getVm(vm.id)).resolves.toMatchObject({
      state: 'on',
      assignments: [{ policyId: 'market-100', values: [{ hours: 12 }] }],
    })
    const { rows } = await api.listBackups(vm.id, allBackups)
    expect(rows).toMatchObject([{ outcome: 'good', sizeMb: 200 * 1_024 }])
    expect(rows[0]?.id).not.toBe(before?.id)
    // The password went out for the token only, and no journal or log knows either.
    expect(bodies.filter((body) => body.includes('operator:operator'))).toHaveLength(1)
  })

  test('made once leaves frequency and marketplace of the others as they are', async () => {
    const { api, journal } = await enterMarket()
    const vm = await vmNamed(api, 'web-frontend-01')
    const { task } = await api.backUpNow(vm.id, { replicate: false, place: '101' })
    await endOf(api, task)
    await expect(api.getVm(vm.id)).resolves.toMatchObject({
      assignments: [{ policyId: 'market-100', values: [{ hours: 24 }] }],
    })
    expect(JSON.stringify(journal.load())).not.toMatch(/operator:|[0-9a-f]{64}/u)
  })

  test('whose upload fails is taken back, and the backup before stays', async () => {
    const { api, change } = await enterMarket()
    await change({ uploadErrors: { 'private-http': 'No space left on device' } })
    const vm = await vmNamed(api, 'web-frontend-01')
    const [before] = (await api.listBackups(vm.id, allBackups)).rows
    const { task } = await api.backUpNow(vm.id, { replicate: false, place: '100' })
    const failed = await endOf(api, task)
    expect(failed.state).toBe('failed')
    expect(saidBy(failed).at(-1)).toContain('No space left on device')
    await expect(api.listBackups(vm.id, allBackups)).resolves.toMatchObject({ rows: [before] })
    await expect(api.getVm(vm.id)).resolves.toMatchObject({ state: 'on' })
  })

  test('of a guest that does not shut down gives up after a while, and touches nothing', async () => {
    const { api, change, writes } = await enterMarket()
    await change({ vms: { 'web-frontend-02': { deaf: true } } })
    const vm = await vmNamed(api, 'web-frontend-02')
    const { task } = await api.backUpNow(vm.id, { replicate: false, place: '100' })
    const failed = await endOf(api, task)
    expect(failed.state).toBe('failed')
    expect(new Set(writes())).toEqual(new Set(['one.vm.action']))
    await expect(api.getVm(vm.id)).resolves.toMatchObject({ state: 'on' })
  })

  test('that may not make apps brings the VM back up and leaves nothing behind', async () => {
    const { api, faults, methods } = await enterMarket()
    const vm = await vmNamed(api, 'web-frontend-02')
    await faults([{ path: '/one.marketapp.allocate', status: 403 }])
    const { task } = await api.backUpNow(vm.id, { replicate: false, place: '100' })
    expect((await endOf(api, task)).state).toBe('failed')
    expect(methods()).toEqual(expect.arrayContaining(['one.template.delete', 'one.image.delete']))
    await expect(api.getVm(vm.id)).resolves.toMatchObject({ state: 'on' })
  })

  test('that is stopped takes back what it made', async () => {
    const { api, journal } = await enterMarket()
    const vm = await vmNamed(api, 'web-frontend-02')
    const { task } = await api.backUpNow(vm.id, { replicate: false, place: '100' })
    await api.cancelBackup(vm.id, task ?? '')
    expect(await endOf(api, task)).toMatchObject({ state: 'cancelled' })
    expect(journal.load().at(-1)).toMatchObject({ recorded: false, stop: true })
    await expect(api.listBackups(vm.id, allBackups)).resolves.toMatchObject({ rows: [] })
  })

  test('that a reload interrupted goes on in the next session, and makes nothing twice', async () => {
    const { api, hold, letGo, journal, methods, wait, skip } = await enterMarket()
    const vm = await vmNamed(api, 'erp-app-02')
    hold()
    const { task } = await api.backUpNow(vm.id, { replicate: false, place: '100' })
    await vi.waitFor(() => expect(methods().filter((one) => one === 'one.vm.action')).toHaveLength(1))
    // Another page, which knows no more than what was kept.
    letGo()
    const again = openNebula({ base: 'https://cloud.example/RPC2', driving: { journal, wait } })
    await skip(20)
    await again.signIn({ user: 'operator', password: 'operator' })
    const done = await endOf(again, task)
    expect(done.state).toBe('done')
    const count = (name: string): number => methods().filter((one) => one === name).length
    expect([count('one.template.clone'), count('one.vm.disksaveas'), count('one.marketapp.allocate')]).toEqual([
      1, 2, 3,
    ])
    await expect(again.getVm(vm.id)).resolves.toMatchObject({ state: 'on' })
  })

  test('sends nothing in the session of another person, tells them nothing, and goes on in the next of its own', async () => {
    const { api, hold, goOn, letGo, journal, methods, writes } = await enterMarket()
    const vm = await vmNamed(api, 'web-frontend-01')
    hold()
    const { task } = await api.backUpNow(vm.id, { replicate: false, place: '100' })
    await vi.waitFor(() => expect(writes()).toEqual(['one.vm.action']))
    await api.signOut()
    await api.signIn({ user: 'oneadmin', password: 'oneadmin' })
    const before = methods().length
    letGo()
    goOn()
    await journal.driven()
    expect(methods().slice(before)).toEqual([])
    expect(await refusal(api.getTask(task ?? ''))).toMatchObject({ kind: 'not-found' })
    await api.signOut()
    await api.signIn({ user: 'operator', password: 'operator' })
    expect((await endOf(api, task)).state).toBe('done')
  })

  test.each(['one.template.clone', 'one.vm.disksaveas', 'one.marketapp.allocate', 'one.vm.action', 'one.vm.update'])(
    'bears it that the answer of %s is lost',
    async (method) => {
      const { api, faults } = await enterMarket()
      const vm = await vmNamed(api, 'web-frontend-02')
      await faults([{ path: `/${method}`, dropAfter: true, times: 1 }])
      const { task } = await api.backUpNow(vm.id, { replicate: false, place: '100' })
      expect(await endOf(api, task)).toMatchObject({ state: 'done' })
      const { rows } = await api.listBackups(vm.id, allBackups)
      expect(rows).toMatchObject([{ outcome: 'good' }])
      expect((await api.listVms({ offset: 0, limit: 100 })).rows.find(({ id }) => id === vm.id)?.state).toBe('on')
    },
  )

  test.each([
    ['a public marketplace', 'web-frontend-01', '0'],
    ['a locked VM', 'checkout-db-01', '100'],
  ])('is refused before anything is touched: %s', async (_, name, place) => {
    const { api, writes } = await enterMarket()
    const vm = await vmNamed(api, name)
    expect(await refusal(api.backUpNow(vm.id, { replicate: false, place }))).toMatchObject({ kind: 'conflict' })
    expect(writes()).toEqual([])
  })

  test('is told before it begins', async () => {
    const { api, writes } = await enterMarket()
    const told = await api.describe.backUpNow('1', { replicate: false, place: '100' })
    expect(told.body).toEqual({ methodName: 'one.vm.action', params: ['$TOKEN', 'poweroff', 1] })
    expect(writes()).toEqual([])
  })
})

test('VMs that are due: never backed up, broken, or too long ago', async () => {
  const { api } = await enterMarket()
  const due = await api.listDue()
  const names = await Promise.all((due ?? []).map(async (id) => (await api.getVm(id)).name))
  expect(names.toSorted()).toEqual(['erp-app-02', 'erp-db-01', 'mail-store-01', 'web-frontend-03'])
})
