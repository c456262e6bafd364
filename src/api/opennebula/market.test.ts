import { afterEach, describe, expect, test, vi } from 'vitest'

import type { Task } from '~/domain/task'
import { isOver } from '~/domain/task'

import { openNebula } from './adapter'
import { isDue, marketState, recordOf, recordText } from './market-record'
import { memoryJournal } from './market-run'
import { enterNebula, named, nebulaBench, refusal, start } from './opennebula.bench'
import { marketplaceApp, virtualMachine } from './wire'

afterEach(() => vi.unstubAllGlobals())

/** A bench whose waiting lets the simulator's time pass. */
async function enter(nick = 'operator') {
  const journal = memoryJournal()
  const time: { skip: ((seconds: number) => Promise<void>) | null; held: Promise<void> | null } = {
    skip: null,
    held: null,
  }
  const wait = async (milliseconds: number): Promise<void> => {
    await time.held
    await time.skip?.(Math.ceil(milliseconds / 1_000))
  }
  const bench = await enterNebula('6.0', nick, { driving: { journal, wait } })
  time.skip = bench.skip
  return {
    ...bench,
    journal,
    wait,
    /** Waiting that begins from now on never ends: the page is as good as gone. */
    hold: () => {
      time.held = new Promise(() => undefined)
    },
    letGo: () => {
      time.held = null
    },
  }
}

async function ended(api: { readonly getTask: (id: string) => Promise<Task> }, id: string | null): Promise<Task> {
  return vi.waitFor(
    async () => {
      const task = await api.getTask(id ?? '')
      if (!isOver(task)) throw new Error(task.stateText)
      return task
    },
    { timeout: 15_000, interval: 10 },
  )
}

const saidBy = ({ jobs }: Task): readonly (string | null)[] => jobs.map(({ description }) => description)

describe('a Marketplace backup', () => {
  test('is driven step by step, with a log like that of the guide, and leaves a good backup', async () => {
    const { api, writes, bodies } = await enter()
    const vm = await named(api, 'erp-app-01')
    const before = (await api.listBackups(vm.id)).rows[0]
    const { task } = await api.backUpNow(vm.id, { replicate: false, place: '100' })
    const done = await ended(api, task)
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
    const { rows } = await api.listBackups(vm.id)
    expect(rows).toMatchObject([{ outcome: 'good', sizeMb: 200 * 1_024 }])
    expect(rows[0]?.id).not.toBe(before?.id)
    // The password went out for the token only, and no journal or log knows either.
    expect(bodies.filter((body) => body.includes('operator:operator'))).toHaveLength(1)
  })

  test('made once leaves frequency and marketplace of the others as they are', async () => {
    const { api, journal } = await enter()
    const vm = await named(api, 'web-frontend-01')
    const { task } = await api.backUpNow(vm.id, { replicate: false, place: '101' })
    await ended(api, task)
    await expect(api.getVm(vm.id)).resolves.toMatchObject({
      assignments: [{ policyId: 'market-100', values: [{ hours: 24 }] }],
    })
    expect(JSON.stringify(journal.load())).not.toMatch(/operator:|[0-9a-f]{64}/u)
  })

  test('whose upload fails is taken back, and the backup before stays', async () => {
    const { api, change } = await enter()
    await change({ uploadErrors: { 'private-http': 'No space left on device' } })
    const vm = await named(api, 'web-frontend-01')
    const [before] = (await api.listBackups(vm.id)).rows
    const { task } = await api.backUpNow(vm.id, { replicate: false, place: '100' })
    const failed = await ended(api, task)
    expect(failed.state).toBe('failed')
    expect(saidBy(failed).at(-1)).toContain('No space left on device')
    await expect(api.listBackups(vm.id)).resolves.toMatchObject({ rows: [before] })
    await expect(api.getVm(vm.id)).resolves.toMatchObject({ state: 'on' })
  })

  test('of a guest that does not shut down gives up after a while, and touches nothing', async () => {
    const { api, change, writes } = await enter()
    await change({ vms: { 'web-frontend-02': { deaf: true } } })
    const vm = await named(api, 'web-frontend-02')
    const { task } = await api.backUpNow(vm.id, { replicate: false, place: '100' })
    const failed = await ended(api, task)
    expect(failed.state).toBe('failed')
    expect(new Set(writes())).toEqual(new Set(['one.vm.action']))
    await expect(api.getVm(vm.id)).resolves.toMatchObject({ state: 'on' })
  })

  test('that may not make apps brings the VM back up and leaves nothing behind', async () => {
    const { api, faults, methods } = await enter()
    const vm = await named(api, 'web-frontend-02')
    await faults([{ path: '/one.marketapp.allocate', status: 403 }])
    const { task } = await api.backUpNow(vm.id, { replicate: false, place: '100' })
    expect((await ended(api, task)).state).toBe('failed')
    expect(methods()).toEqual(expect.arrayContaining(['one.template.delete', 'one.image.delete']))
    await expect(api.getVm(vm.id)).resolves.toMatchObject({ state: 'on' })
  })

  test('that is stopped takes back what it made', async () => {
    const { api, journal } = await enter()
    const vm = await named(api, 'web-frontend-02')
    const { task } = await api.backUpNow(vm.id, { replicate: false, place: '100' })
    await api.cancelBackup(vm.id)
    expect(await ended(api, task)).toMatchObject({ state: 'cancelled' })
    expect(journal.load().at(-1)).toMatchObject({ recorded: false, stop: true })
    await expect(api.listBackups(vm.id)).resolves.toMatchObject({ rows: [] })
  })

  test('that a reload interrupted goes on in the next session, and makes nothing twice', async () => {
    const { api, hold, letGo, journal, methods, wait, skip } = await enter()
    const vm = await named(api, 'erp-app-02')
    hold()
    const { task } = await api.backUpNow(vm.id, { replicate: false, place: '100' })
    await vi.waitFor(() => expect(methods().filter((one) => one === 'one.vm.action')).toHaveLength(1))
    // Another page, which knows no more than what was kept.
    letGo()
    const again = openNebula({ base: 'https://cloud.example/RPC2', driving: { journal, wait } })
    await skip(20)
    await again.signIn({ user: 'operator', password: 'operator' })
    const done = await ended(again, task)
    expect(done.state).toBe('done')
    const count = (name: string): number => methods().filter((one) => one === name).length
    expect([count('one.template.clone'), count('one.vm.disksaveas'), count('one.marketapp.allocate')]).toEqual([
      1, 2, 3,
    ])
    await expect(again.getVm(vm.id)).resolves.toMatchObject({ state: 'on' })
  })

  test.each(['one.template.clone', 'one.vm.disksaveas', 'one.marketapp.allocate', 'one.vm.action', 'one.vm.update'])(
    'bears it that the answer of %s is lost',
    async (method) => {
      const { api, faults } = await enter()
      const vm = await named(api, 'web-frontend-02')
      await faults([{ path: `/${method}`, dropAfter: true, times: 1 }])
      const { task } = await api.backUpNow(vm.id, { replicate: false, place: '100' })
      expect(await ended(api, task)).toMatchObject({ state: 'done' })
      const { rows } = await api.listBackups(vm.id)
      expect(rows).toMatchObject([{ outcome: 'good' }])
      expect((await api.listVms({ offset: 0, limit: 100 })).rows.find(({ id }) => id === vm.id)?.state).toBe('on')
    },
  )

  test.each([
    ['a public marketplace', 'web-frontend-01', '0'],
    ['a locked VM', 'checkout-db-01', '100'],
  ])('is refused before anything is touched: %s', async (_, name, place) => {
    const { api, writes } = await enter()
    const vm = await named(api, name)
    expect(await refusal(api.backUpNow(vm.id, { replicate: false, place }))).toMatchObject({ kind: 'conflict' })
    expect(writes()).toEqual([])
  })

  test('is told before it begins', async () => {
    const { api, writes } = await enter()
    const told = await api.describe.backUpNow('1', { replicate: false, place: '100' })
    expect(told.body).toEqual({ methodName: 'one.vm.action', params: ['$TOKEN', 'poweroff', 1] })
    expect(writes()).toEqual([])
  })
})

describe('a restore from the marketplace', () => {
  test('makes a new VM of all apps, and leaves the first as it is', async () => {
    const { api, skip, writes } = await enter()
    const vm = await named(api, 'erp-app-01')
    const [backup] = (await api.listBackups(vm.id)).rows
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
    await expect(named(api, 'erp again')).resolves.toMatchObject({ state: 'on', assignments: [], diskMb: 200 * 1_024 })
    await expect(api.getVm(vm.id)).resolves.toMatchObject({ state: 'on' })
  })

  test('of a broken backup is refused before anything is made, and one that fails is taken back', async () => {
    const { api, writes, faults } = await enter()
    const broken = await named(api, 'mail-store-01')
    const [bad] = (await api.listBackups(broken.id)).rows
    expect(
      await refusal(api.restore(broken.id, bad?.id ?? '', { way: 'new-vm', place: '1', name: 'x' })),
    ).toMatchObject({ kind: 'conflict' })
    expect(writes()).toEqual([])
    const vm = await named(api, 'web-frontend-01')
    const [good] = (await api.listBackups(vm.id)).rows
    await faults([{ path: '/one.template.allocate', status: 403 }])
    expect(await refusal(api.restore(vm.id, good?.id ?? '', { way: 'new-vm', place: '1', name: 'y' }))).toMatchObject({
      kind: 'forbidden',
    })
    expect(writes()).toEqual(['one.image.allocate', 'one.template.allocate', 'one.image.delete'])
  })
})

test('VMs that are due: never backed up, broken, or too long ago', async () => {
  const { api } = await enter()
  const due = await api.listDue()
  const names = await Promise.all((due ?? []).map(async (id) => (await api.getVm(id)).name))
  expect(names.toSorted()).toEqual(['erp-app-02', 'erp-db-01', 'mail-store-01', 'web-frontend-03'])
})

const machine = (BACKUP: unknown) =>
  virtualMachine.parse({ ID: '1', NAME: 'x', STATE: '3', LCM_STATE: '3', USER_TEMPLATE: { BACKUP } })
const app = (id: number, state: number) => marketplaceApp.parse({ ID: `${id}`, NAME: 'a', STATE: `${state}` })

const apps = (...states: readonly number[]) => new Map(states.map((state, at) => [at + 3, app(at + 3, state)]))

describe('the record', () => {
  const full = {
    FREQUENCY_SECONDS: '60',
    MARKETPLACE_ID: '100',
    LAST_BACKUP_TIME: '1773000000',
    MARKETPLACE_APP_IDS: '3, 4,5',
  }

  test('is read from the first of two, and an empty one is none', () => {
    expect(recordOf(machine([full, { FREQUENCY_SECONDS: '9' }]))).toMatchObject({ frequency: 60, apps: [3, 4, 5] })
    expect(recordOf(machine(''))).toBeNull()
    expect(recordOf(machine(undefined))).toBeNull()
    expect(recordOf(machine({ FREQUENCY_SECONDS: 'daily', MARKETPLACE_ID: '0' }))).toMatchObject({
      frequency: null,
      market: 0,
    })
  })

  test('keeps what nobody changed, words that are no numbers too', () => {
    const odd = { ...full, FREQUENCY_SECONDS: 'daily & <more>' }
    const text = recordText(recordOf(machine(odd))?.raw ?? null, { MARKETPLACE_ID: 7 })
    expect(text).toBe(
      '<TEMPLATE><BACKUP><FREQUENCY_SECONDS>daily &amp; &lt;more&gt;</FREQUENCY_SECONDS><MARKETPLACE_ID>7</MARKETPLACE_ID><LAST_BACKUP_TIME>1773000000</LAST_BACKUP_TIME><MARKETPLACE_APP_IDS>3, 4,5</MARKETPLACE_APP_IDS></BACKUP></TEMPLATE>',
    )
  })

  test.each([
    [[1, 1, 1], 'good', false],
    [[1, 2, 1], 'running', false],
    [[1, 3, 1], 'broken', true],
    [[1, 4, 1], 'broken', true],
    [[1, 1], 'broken', true],
  ] as const)('with apps in the states %j is %s', (states, is, due) => {
    const record = recordOf(machine(full))
    if (!record) throw new Error('There is no record')
    const state = marketState(record, apps(...states))
    expect(state.is).toBe(is)
    expect(isDue(record, state, new Date(1_773_000_030_000))).toBe(due)
    expect(isDue(record, state, new Date(1_773_000_060_000))).toBe(due || is === 'good')
  })
})

test('the bench begins at its time', () => {
  expect(new Date(start).getUTCDay()).toBe(3)
  expect(nebulaBench('6.4').writes()).toEqual([])
})
