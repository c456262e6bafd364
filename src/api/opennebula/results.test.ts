import { afterEach, describe, expect, test, vi } from 'vitest'

import { judgeRuns } from '~/domain/judged-runs'
import { laneReader } from '~/domain/lane'
import { allBackups } from '~/domain/samples'

import { refusal } from '../conformance/refusal.bench'
import { vmNamed } from '../conformance/seeded.bench'
import { ApiError } from '../error'
import { enterNebula, start } from './opennebula.bench'
import { partly } from './refused'
import { toBackups } from './to-backup'
import * as wire from './wire'

afterEach(() => vi.unstubAllGlobals())

const hour = 3_600

describe('a backup now', () => {
  test('of an owner goes by a scheduled action, since only administrators may at once', async () => {
    const { api, writes, skip } = await enterNebula()
    // Between two looks of the server.
    await skip(4)
    const vm = await vmNamed(api, 'web-frontend-02')
    const { task } = await api.backUpNow(vm.id, { replicate: false, place: '100' })
    expect(writes()).toEqual(['one.vm.backup', 'one.vm.schedadd'])
    await expect(api.getTask(task ?? '')).resolves.toMatchObject({ state: 'waiting', kind: 'backup' })
    await skip(20)
    await expect(api.getTask(task ?? '')).resolves.toMatchObject({ state: 'running' })
    await expect(api.getVm(vm.id)).resolves.toMatchObject({ state: 'locked', stateText: 'BACKUP' })
    await api.listVms({ offset: 0, limit: 100 })
    await expect(api.listActivity()).resolves.toMatchObject([{ vmId: vm.id, task: { kind: 'backup' } }])
    await skip(hour)
    await expect(api.getTask(task ?? '')).resolves.toMatchObject({ state: 'done' })
    const { rows } = await api.listBackups(vm.id, allBackups)
    expect(rows).toMatchObject([
      { outcome: 'good', policy: null, place: 'backups-rsync', mayBeOf: [], typeText: 'FULL' },
    ])
  })

  test('that fails says why, and one that is stopped ends', async () => {
    const { api, writes, skip, change } = await enterNebula('6.10', 'oneadmin')
    const failing = await vmNamed(api, 'mail-store-01')
    const failed = await api.backUpNow(failing.id, { replicate: false, place: '100' })
    expect(writes()).toEqual(['one.vm.backup'])
    await skip(hour)
    await expect(api.getTask(failed.task ?? '')).resolves.toMatchObject({ state: 'failed' })
    await expect(api.listTasks(failing.id)).resolves.toMatchObject([
      { state: 'failed', jobs: [{ description: 'rsync: connection unexpectedly closed' }] },
    ])
    const vm = await vmNamed(api, 'web-frontend-02')
    const stopped = await api.backUpNow(vm.id, { replicate: false, place: '100' })
    const [runs] = await api.listTasks(vm.id)
    await api.cancelBackup(vm.id, runs?.id ?? '')
    await skip(60)
    await expect(api.getTask(stopped.task ?? '')).resolves.toMatchObject({ state: 'cancelled' })
    expect(await refusal(api.cancelBackup(vm.id, runs?.id ?? ''))).toMatchObject({ kind: 'conflict' })
    // A driver that does not stop runs to its end, and there is a backup after all.
    const stubborn = await vmNamed(api, 'analytics-etl-01')
    await change({ vms: { 'analytics-etl-01': { stubborn: true } } })
    const late = await api.backUpNow(stubborn.id, { replicate: false, place: '100' })
    await api.cancelBackup(stubborn.id, late.task ?? '')
    await skip(hour)
    await expect(api.getTask(late.task ?? '')).resolves.toMatchObject({ state: 'done' })
  })

  test.each([
    ['the VM is in a job', 'erp-db-02', 'conflict', '8192'],
    ['the VM is locked', 'checkout-db-01', 'conflict', '512'],
  ])('is refused when %s', async (_, name, kind, code) => {
    const { api } = await enterNebula('6.10', 'oneadmin')
    const vm = await vmNamed(api, name)
    expect(await refusal(api.backUpNow(vm.id, { replicate: false, place: '100' }))).toMatchObject({ kind, code })
  })

  test('whose answer is lost is sent once, and nobody knows', async () => {
    const { api, faults, writes } = await enterNebula()
    await faults([{ path: '/one.vm.backup', dropAfter: true }])
    expect(await refusal(api.backUpNow('2', { replicate: false, place: '100' }))).toMatchObject({
      kind: 'unknown-outcome',
    })
    expect(writes()).toEqual(['one.vm.backup'])
  })
})

describe('results', () => {
  test('of a chain are its increments, by their lasting numbers, newest first', async () => {
    const { api } = await enterNebula()
    const vm = await vmNamed(api, 'web-frontend-01')
    const { rows } = await api.listBackups(vm.id, allBackups)
    expect(rows.map(({ id }) => id.split(':')[1])).toEqual(['7', '6', '5', '4', '3'])
    expect(rows.map(({ typeText }) => typeText)).toEqual(['INCREMENT', 'INCREMENT', 'INCREMENT', 'INCREMENT', 'FULL'])
    expect(rows.map(({ chain }) => chain?.length)).toEqual([5, 5, 5, 5, 5])
  })

  test('that stand alone have the name that the platform gave them, and can be given it back', () => {
    const increment = { ID: '0', TYPE: 'FULL', DATE: '1773802800', SIZE: '10' }
    const image = wire.image.parse({ ID: '7', NAME: '4 18-Mar 03.00.00', BACKUP_INCREMENTS: { INCREMENT: increment } })
    expect(toBackups(image)).toMatchObject([{ name: '4 18-Mar 03.00.00' }])
  })

  test.each([
    ['web-frontend-01', ['on-time', 'on-time', 'on-time', 'on-time', 'on-time', 'planned']],
    ['restore-drill-01', []],
  ])('belong to the planned runs that they lie behind: %s', async (name, judgements) => {
    const { api } = await enterNebula()
    const vm = await vmNamed(api, name)
    const [{ rows }, policies] = await Promise.all([api.listBackups(vm.id, allBackups), api.listPolicies(vm.id)])
    const lanesOf = laneReader(policies.rows)
    const lanes = (vm.assignments ?? []).flatMap((assignment) => lanesOf(assignment))
    const range = { from: new Date('2026-03-14T00:00Z'), to: new Date('2026-03-20T00:00Z'), since: null }
    const judged = judgeRuns(lanes, rows, range, new Date(start))
    expect(judged.runs.map(({ judgement }) => judgement)).toEqual(judgements)
    expect(judged.unplanned).toHaveLength(lanes.length === 0 ? rows.length : 0)
  })

  test('can be renamed and deleted', async () => {
    const { api } = await enterNebula()
    const vm = await vmNamed(api, 'restore-drill-01')
    const [first] = (await api.listBackups(vm.id, allBackups)).rows
    expect(first?.chain).toBeUndefined()
    await api.renameBackup(vm.id, first?.id ?? '', 'before the change')
    expect(await refusal(api.renameBackup(vm.id, first?.id ?? '', 'a/b'))).toMatchObject({ kind: 'invalid' })
    expect((await api.listBackups(vm.id, allBackups)).rows[0]?.name).toBe('before the change')
    await api.deleteBackup(vm.id, first?.id ?? '', [first?.id ?? ''])
    expect((await api.listBackups(vm.id, allBackups)).rows).toHaveLength(2)
  })

  test('of a chain go together, and none that came since someone was told which', async () => {
    const { api, skip, writes } = await enterNebula('6.10', 'oneadmin')
    const vm = await vmNamed(api, 'web-frontend-01')
    const list = async () => (await api.listBackups(vm.id, allBackups)).rows.map(({ id }) => id)
    const told = await list()
    await api.backUpNow(vm.id, { replicate: false, place: '101' })
    await skip(3_600)
    const now = await list()
    expect(now).toHaveLength(told.length)
    expect(now[0]).not.toBe(told[0])
    const [newest = ''] = told
    const refusals = [told, [newest]].map((together) => refusal(api.deleteBackup(vm.id, newest, together)))
    const chain = { kind: 'conflict', code: 'CHAIN' }
    expect(await Promise.all(refusals)).toMatchObject([chain, chain])
    expect(writes()).not.toContain('one.image.delete')
    await api.deleteBackup(vm.id, newest, now)
    expect(await list()).toEqual([])
  })

  test.each([
    ['web-frontend-01', 'good', 'READY'],
    ['mail-store-01', 'failed', 'Error exporting image'],
    ['web-frontend-03', 'failed', 'App 901, 902: not found'],
  ])('of the marketplace are good only when every app is: %s', async (name, outcome, text) => {
    const { api } = await enterNebula('6.0')
    const vm = await vmNamed(api, name)
    const { rows } = await api.listBackups(vm.id, allBackups)
    expect(rows).toMatchObject([{ outcome, statusText: expect.stringContaining(text), policy: { id: 'market-100' } }])
    const { outcomes } = await api.recentOutcomes(new Date(start - 30 * 86_400_000))
    expect(outcomes.find(({ vmId }) => vmId === vm.id)?.outcome).toBe(outcome)
  })

  test('of all VMs are told with the newest failure, and as what they are: not the whole trail', async () => {
    const { api } = await enterNebula()
    const since = new Date(start - 30 * 86_400_000)
    const recent = await api.recentOutcomes(since)
    const vm = await vmNamed(api, 'mail-store-01')
    expect(recent.outcomes.find(({ vmId }) => vmId === vm.id)).toMatchObject({
      outcome: 'failed',
      at: new Date('2026-03-17T02:01:30Z'),
      text: 'rsync: connection unexpectedly closed',
    })
    expect(recent).toMatchObject({ complete: true, wholeSince: since })
    const all = await api.listOutcomes({ from: since, to: new Date(start) })
    expect(all).toMatchObject({ complete: false, wholeSince: null, rest: null })
    expect(all.outcomes.length).toBeGreaterThan(recent.outcomes.length)
    await expect(api.recentFailures(since)).resolves.toMatchObject({
      failures: [{ at: new Date('2026-03-17T02:01:30Z') }],
    })
    await expect(api.listVmEvents(vm, { offset: 0, limit: 10 })).resolves.toMatchObject({
      rows: [{ severity: 'error' }, { severity: 'info' }],
    })
  })
})

describe('a restore', () => {
  test('in place needs an administrator and a VM that is off, and is over when the VM is off again', async () => {
    const { api, skip } = await enterNebula('6.10', 'oneadmin')
    const vm = await vmNamed(api, 'erp-db-01')
    const [backup] = (await api.listBackups(vm.id, allBackups)).rows
    const { task } = await api.restore(vm.id, backup?.id ?? '')
    await expect(api.getTask(task ?? '')).resolves.toMatchObject({ kind: 'restore', state: 'running' })
    await skip(120)
    await expect(api.getTask(task ?? '')).resolves.toMatchObject({ state: 'done', stateText: 'POWEROFF' })
    await expect(api.listTasks(vm.id)).resolves.toEqual([])
    const running = await vmNamed(api, 'web-frontend-01')
    const [chained] = (await api.listBackups(running.id, allBackups)).rows
    expect(await refusal(api.restore(running.id, chained?.id ?? ''))).toMatchObject({ kind: 'conflict' })
    // The platform would take a backup of another VM without a word.
    expect(await refusal(api.restore(vm.id, chained?.id ?? ''))).toMatchObject({ kind: 'not-found' })
  })

  test('beside the VM makes a new one of the increment, and follows it until it runs', async () => {
    const { api, bodies, skip } = await enterNebula()
    const vm = await vmNamed(api, 'web-frontend-01')
    const { rows } = await api.listBackups(vm.id, allBackups)
    const { task } = await api.restore(vm.id, rows[1]?.id ?? '', { way: 'new-vm', place: '1', name: 'web again' })
    expect(bodies.find((body) => body.includes('one.image.restore'))).toContain('INCREMENT_ID="6"')
    await expect(api.getTask(task ?? '')).resolves.toMatchObject({ state: 'running', stateText: 'CLONING' })
    await skip(300)
    await expect(api.getTask(task ?? '')).resolves.toMatchObject({ state: 'done' })
    await expect(vmNamed(api, 'web again')).resolves.toMatchObject({ state: 'on' })
  })

  test.each([
    ['that breaks off after the disks is told as done in part', 403, 'forbidden'],
    ['during which the session ends asks for a new one', 401, 'signed-out'],
  ])('beside the VM %s', async (_what, status, kind) => {
    const { api, faults, writes } = await enterNebula()
    const vm = await vmNamed(api, 'web-frontend-01')
    const { rows } = await api.listBackups(vm.id, allBackups)
    await faults([{ path: '/one.template.instantiate', status }])
    const order = { way: 'new-vm', place: '1', name: 'web again' } as const
    expect(await refusal(api.restore(vm.id, rows[0]?.id ?? '', order))).toMatchObject({ kind, code: 'PARTLY' })
    expect(writes()).toEqual(['one.image.restore', 'one.template.instantiate'])
  })
})

test('what breaks off because the platform is busy keeps the pause that was asked for', () => {
  const busy = new ApiError('busy', 'Too much to do', { retryAfter: 30_000 })
  expect(partly(busy)).toMatchObject({ kind: 'busy', code: 'PARTLY', retryAfter: 30_000 })
})
