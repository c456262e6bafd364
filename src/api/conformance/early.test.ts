import { afterEach, describe, expect, test, vi } from 'vitest'

import { allBackups } from '~/domain/samples'

import { abiquoBench, earlyBench } from '../abiquo/abiquo.bench'
import { day, enter, goodBackup, minute, writes } from './fixture.bench'
import { refusal } from './refusal.bench'
import { found, vmNamed } from './seeded.bench'

afterEach(() => vi.unstubAllGlobals())

const newBench = earlyBench

describe('before 4.0', () => {
  test('a VM does not say which policies it has, and has the very results that a later platform would tell', async () => {
    const bench = await enter(newBench)
    const vm = await vmNamed(bench.api, 'erp-app-01')
    expect(vm.assignments).toBeNull()
    const { rows, total, unreadable } = await bench.api.listBackups(vm.id, allBackups)
    const later = await enter(abiquoBench)
    const { rows: same } = await later.api.listBackups(vm.id, allBackups)
    const facts = (backups: typeof rows) =>
      backups.map(({ name, outcome, createdAt, typeText }) => ({ name, outcome, createdAt, typeText }))
    expect({ total, unreadable }).toEqual({ total: rows.length, unreadable: 0 })
    expect(rows.length).toBeGreaterThan(10)
    expect(facts(rows)).toEqual(facts(same))
    expect(rows.every(({ sizeMb, sizeText, expiresAt }) => sizeMb === null && sizeText && expiresAt === null)).toBe(
      true,
    )
  })

  test('words that nobody knows are shown as they are, and are no success', async () => {
    const { api } = await enter(newBench, 'cloudadmin')
    const { rows: vms } = await api.listVms({ offset: 0, limit: 1_000 })
    const lists = await Promise.all(vms.map(({ id }) => api.listBackups(id, allBackups)))
    const odd = lists.flatMap(({ rows }) => rows).filter(({ outcome }) => outcome === 'unknown')
    expect(new Set(odd.map(({ statusText }) => statusText))).toEqual(new Set(['unknown', 'verifying']))
    expect(lists.every(({ unreadable }) => unreadable === 0)).toBe(true)
  })

  test('a restore is asked for with the record, is no task, and stands beneath its backup', async () => {
    const { api, sent, skip } = await enter(newBench)
    const vm = await vmNamed(api, 'restore-drill-01')
    const backup = await goodBackup(api, vm)
    const restoresOf = async () => (await api.getBackup(vm.id, backup.id)).restores
    await expect(api.restore(vm.id, backup.id)).resolves.toEqual({ task: null })
    expect(sent.at(-1)?.path).toMatch(/\/action\/restorebackup$/)
    expect(sent.at(-1)?.headers.get('content-type')).toBe('application/vnd.abiquo.restore+json; version=3.10')
    expect(sent.at(-1)?.body).toMatchObject({ name: backup.name, status: backup.statusText, links: [] })
    await expect(api.getVm(vm.id)).resolves.toMatchObject({ state: vm.state })
    expect((await api.listActivity()).filter(({ vmId }) => vmId === vm.id)).toEqual([])
    await expect(restoresOf()).resolves.toMatchObject([{ outcome: 'running', statusText: 'requested' }])
    expect(await refusal(api.restore(vm.id, backup.id))).toMatchObject({ kind: 'conflict', code: 'BC-6' })
    await skip(10 * minute)
    await expect(restoresOf()).resolves.toMatchObject([{ outcome: 'good', statusText: 'success' }])
    const { rows } = await api.listVmEvents(vm, { offset: 0, limit: 2 })
    expect(rows.map(({ action }) => action)).toEqual([
      'VIRTUAL_MACHINE_RESTORE_FINISH',
      'VIRTUAL_MACHINE_RESTORE_BACKUP',
    ])
  })

  test('a backup that failed, and one that is gone, are not restored', async () => {
    const bench = await enter(newBench)
    const { api } = bench
    const vm = await vmNamed(api, 'mail-store-01')
    const { rows } = await api.listBackups(vm.id, allBackups)
    const failed = found(
      rows.find(({ outcome }) => outcome === 'failed'),
      'failed backup',
    )
    expect(await refusal(api.restore(vm.id, failed.id))).toMatchObject({ code: 'BC-22' })
    const sent = writes(bench)
    expect(await refusal(api.restore(vm.id, '999'))).toMatchObject({ kind: 'not-found' })
    expect(writes(bench)).toBe(sent)
  })

  test('nobody is told how planned backups ended: the trail never claims to be whole', async () => {
    const { api, actor, skip } = await enter(newBench)
    await skip(3 * day)
    expect(actor.untoldEnds).toBe('nobody')
    const since = new Date(0)
    const { outcomes, ...trail } = await api.recentOutcomes(since)
    expect(trail).toMatchObject({ wholeSince: null, complete: false })
    expect(outcomes.every(({ requested }) => requested)).toBe(true)
    await expect(api.recentFailures(since)).resolves.toMatchObject({ complete: false })
  })

  test('policies are read under the early name of their periodicity, and no plug-in tells what it can do', async () => {
    const { api } = await enter(newBench)
    const vm = await vmNamed(api, 'erp-app-01')
    const { rows } = await api.listPolicies(vm.id)
    const timings = rows.flatMap(({ configurations }) => configurations.map(({ timing }) => timing.every))
    expect(timings.length).toBeGreaterThan(3)
    expect(timings).not.toContain('unknown')
    const { system, ways } = await api.getSite(vm.id)
    expect(system).toMatchObject({ type: '', can: { restore: null, 'on-demand': null } })
    expect(ways).toMatchObject({ holds: false, replicates: false })
  })

  test('a console that speaks a later version is refused', async () => {
    const { fetch } = newBench()
    vi.stubGlobal('fetch', fetch)
    const { api } = abiquoBench()
    expect(await refusal(api.signIn({ user: 'operator', password: 'operator' }))).toMatchObject({ status: 406 })
  })
})
