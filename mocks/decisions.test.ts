import { describe, expect, test } from 'vitest'

import { bench, type Bench } from './bench'
import { listOf } from './body'

const london = 'London'

const request = async (world: Bench, label: string, body: unknown = {}, as = 'operator') =>
  world.call(`${await world.pathOf(label)}/backup/action/request`, { method: 'POST', body, as })

describe('a backup now (decision table 7.1)', () => {
  test('is accepted, locks the VM, and is followed', async () => {
    const world = bench()
    const accepted = await request(world, 'erp-app-01', { replication: 'true' })
    expect(accepted.status).toBe(202)
    expect((await world.vm('erp-app-01'))['state']).toBe('LOCKED')
    expect((await request(world, 'erp-app-01')).code).toBe('VM-2')
    await world.skip(61_000)
    expect((await world.vm('erp-app-01'))['state']).toBe('ON')
  })

  test.each([
    ['nobody without the privilege', 'tenantadmin', 'erp-app-01', {}, 'GEN-15', 403],
    ['not a viewer', 'viewer', 'erp-app-01', {}, 'GEN-15', 403],
    ['not with another word for replication', 'operator', 'erp-app-01', { replication: 'maybe' }, 'BC-31', 400],
    ['not with a truth value for replication', 'operator', 'erp-app-01', { replication: true }, 'BC-31', 400],
    ['not where the plug-in has none', 'operator', 'web-frontend-01', {}, 'BC-46', 409],
    ['not when it is not deployed', 'operator', 'erp-reports-01', {}, 'BC-42', 409],
    ['not when its state is unknown', 'operator', 'analytics-notebook-01', {}, 'VM-10', 409],
    ['not while something else runs', 'operator', 'erp-db-02', {}, 'VM-2', 409],
  ])('%s', async (_, as, label, body, code, status) => {
    expect(await request(bench(), label, body, as)).toMatchObject({ code, status })
  })

  test.each([
    ['manual backups are off', { manualBackup: false }, 'BC-6'],
    ['the plug-in is not loaded', { pluginLoaded: false }, 'BC-38'],
    ['there is no manager', { plugin: null }, 'BC-40'],
  ])('not when %s', async (_, change, code) => {
    const world = bench()
    await world.settings({ datacenters: { [london]: change } })
    expect((await request(world, 'erp-app-01')).code).toBe(code)
  })

  test('the privilege is judged before anything else is told', async () => {
    expect((await request(bench(), 'erp-reports-01', { replication: 'x' }, 'viewer')).code).toBe('GEN-15')
  })
})

const resultsOf = async (world: Bench, label: string, as = 'operator') =>
  (await world.call(`${await world.pathOf(label)}/backup/results?limit=0`, { as })).rows

/** Restores the first result that a test picks. */
async function restore(
  world: Bench,
  label: string,
  which: (result: Readonly<Record<string, unknown>>) => boolean,
  as = 'operator',
) {
  const results = await resultsOf(world, label)
  const result = results.find(which)
  if (!result) throw new Error(`No such result of ${label}`)
  return world.call(`${await world.pathOf(label)}/backup/results/${String(result['id'])}/action/restore`, {
    method: 'POST',
    as,
  })
}

const good = (result: Readonly<Record<string, unknown>>): boolean =>
  result['status'] === 'COMPLETED' || result['status'] === 'DONE'
const fresh = (result: Readonly<Record<string, unknown>>): boolean =>
  good(result) && listOf(result['restores']).length === 0
const restored = (result: Readonly<Record<string, unknown>>): boolean =>
  listOf(result['restores']).some(({ status }) => status === 'DONE')

const expired = (result: Readonly<Record<string, unknown>>): boolean =>
  String(result['expirationDate']) < '2026-03-02' && good(result)

describe('a restore (decision table 7.2)', () => {
  test('is accepted, is followed, and stays beneath its result', async () => {
    const world = bench()
    expect((await restore(world, 'restore-drill-01', fresh)).status).toBe(202)
    expect((await world.vm('restore-drill-01'))['state']).toBe('LOCKED')
    await world.skip(70_000)
    expect((await world.vm('restore-drill-01'))['state']).toBe('OFF')
    expect((await resultsOf(world, 'restore-drill-01')).filter(restored)).toHaveLength(2)
  })

  test.each([
    ['nobody without the privilege', 'user', 'restore-drill-01', fresh, 'GEN-15', 403],
    [
      'not from a failed backup',
      'operator',
      'erp-app-01',
      (one: Readonly<Record<string, unknown>>) => one['status'] === 'FAILED',
      'BC-22',
      409,
    ],
    [
      'not from one whose word is not known to be good',
      'operator',
      'bi-dashboard <b>beta</b> & "friends"',
      (one: Readonly<Record<string, unknown>>) => one['status'] === 'VERIFYING',
      'BC-22',
      409,
    ],
    ['not when it is not deployed', 'operator', 'erp-reports-01', fresh, 'BC-43', 409],
    ['not while it is on, where the plug-in needs it off', 'operator', 'erp-app-01', fresh, 'BC-44', 409],
    ['not while a restore runs', 'operator', 'erp-db-02', fresh, 'VM-2', 409],
    ['not again, where the datacenter forbids that', 'operator', 'web-frontend-03', restored, 'BC-6', 409],
  ])('%s', async (_, as, label, which, code, status) => {
    expect(await restore(bench(), label, which, as)).toMatchObject({ code, status })
  })

  test('goes while the VM is on, where the plug-in does not mind', async () => {
    expect((await restore(bench(), 'web-frontend-01', fresh)).status).toBe(202)
  })

  test('goes again, where the datacenter allows that', async () => {
    expect((await restore(bench(), 'restore-drill-01', restored)).status).toBe(202)
  })

  test('of an unknown result is not found, by the new way and by the old one', async () => {
    const world = bench()
    const path = await world.pathOf('restore-drill-01')
    expect(await world.call(`${path}/backup/results/1/action/restore`, { method: 'POST' })).toMatchObject({
      code: 'BC-41',
      status: 404,
    })
    expect(await world.call(`${path}/action/restorebackup`, { method: 'POST', body: { id: 'x' } })).toMatchObject({
      code: 'BC-20',
      status: 404,
    })
    const newest = (await resultsOf(world, 'restore-drill-01')).find(fresh)
    expect(
      (
        await world.call(`${path}/action/restorebackup`, {
          method: 'POST',
          body: { ...newest, id: String(newest?.['id']) },
        })
      ).status,
    ).toBe(204)
    expect((await world.vm('restore-drill-01'))['state']).toBe('LOCKED')
  })

  test('of an expired one fails in the backup system, and says so in the trail', async () => {
    const world = bench()
    expect((await restore(world, 'erp-db-01', expired)).status).toBe(202)
    await world.skip(70_000)
    const result = (await resultsOf(world, 'erp-db-01')).find(expired)
    expect(listOf(result?.['restores'])).toMatchObject([
      { status: 'FAILED', message: expect.stringContaining('expired') },
    ])
  })
})
