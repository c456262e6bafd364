import { describe, expect, test } from 'vitest'

import { bench, type Bench, chosen, policyIds } from './bench'
import { listOf } from './body'

const {
  bcnNightly,
  bcnOwnTime,
  bcnOwnWeek,
  bcnOldWeek,
  bcnProviderOnly,
  ldnSilver,
  ldnOnce,
  ldnFiles,
  ldnSnapWeek,
  ldnHours,
} = policyIds
const complete = { type: 'COMPLETE', subtype: 'DAILY' }
const weekly = { type: 'COMPLETE', subtype: 'WEEKLY_PLANNED' }

/** Saves a VM with other policies, the rest as it was read. */
async function save(world: Bench, label: string, backupPolicies: unknown, as = 'operator', more: object = {}) {
  const vm = await world.vm(label)
  return world.call(await world.pathOf(label), { method: 'PUT', as, body: { ...vm, ...more, backupPolicies } })
}

const namesOn = async (world: Bench, label: string): Promise<readonly unknown[]> =>
  listOf((await world.vm(label))['backupPolicies']).map(({ code }) => code)

describe('a change of policies (decision table 7.3)', () => {
  test('on a deployed VM is a task with BACKUP_SCHEDULE; the VM is locked until it ends', async () => {
    const world = bench()
    const accepted = await save(world, 'cache-redis-01', [chosen(1, bcnNightly)])
    expect(accepted.status).toBe(202)
    const status = String(listOf(accepted.body['links'])[0]?.['href'])
    expect(listOf((await world.call(status)).body['jobs']).map(({ type }) => type)).toEqual([
      'RECONFIGURE',
      'BACKUP_SCHEDULE',
    ])
    expect(await world.vm('cache-redis-01')).toMatchObject({ state: 'LOCKED', backupPolicies: [] })
    await world.skip(6_000)
    expect((await world.call(status)).body).toMatchObject({ state: 'FINISHED_SUCCESSFULLY' })
    expect(await world.vm('cache-redis-01')).toMatchObject({
      state: 'ON',
      backupPolicies: [{ code: 'BCN-NIGHTLY', name: 'Nightly' }],
    })
  })

  test('on one that is not deployed is done at once, and applied at deploy', async () => {
    const world = bench()
    const label = 'erp-reports-01'
    expect((await save(world, label, [chosen(2, ldnSnapWeek)])).status).toBe(204)
    expect(await namesOn(world, label)).toEqual(['LDN-SNAP-WEEK'])
    await world.call(`${await world.pathOf(label)}/action/deploy`, { method: 'POST' })
    await world.skip(11_000)
    expect((await world.vm(label))['state']).toBe('ON')
  })

  test.each([
    ['a locked VM', 'erp-db-02', [chosen(2, ldnSnapWeek)], {}, 'VM-2'],
    [
      'several policies where one is allowed',
      'cache-redis-01',
      [chosen(1, bcnNightly), chosen(1, bcnOwnTime, { ...complete, time: '01:00:00 +0000' })],
      {},
      'BC-27',
    ],
    ['other policies while deployed, where that is off', 'erp-app-02', [], { changeWhileDeployed: false }, 'BC-36'],
    [
      'other values while deployed, where that is off',
      'erp-app-02',
      [chosen(2, ldnSilver, { ...complete, sources: ['10160'] })],
      { changeWhileDeployed: false },
      'BC-26',
    ],
    ['a plug-in that does not allow it in this state', 'erp-app-02', [], { plugin: 'RUBRIK' }, 'BC-35'],
    [
      'a plug-in that takes nothing at deploy',
      'erp-reports-01',
      [chosen(2, ldnSnapWeek)],
      { plugin: 'NETWORKER' },
      'BC-45',
    ],
    ['a plug-in that is not loaded', 'erp-app-02', [chosen(2, ldnSnapWeek)], { pluginLoaded: false }, 'BC-38'],
    ['a VM whose state is unknown', 'analytics-notebook-01', [], {}, 'VM-10'],
  ])('is refused for %s', async (_, label, policies, change, code) => {
    const world = bench()
    await world.settings({ datacenters: { London: change } })
    expect(await save(world, label, policies)).toMatchObject({ code, status: 409 })
  })

  test('does not stand in the way of other edits while deployed', async () => {
    const world = bench()
    await world.settings({ datacenters: { London: { changeWhileDeployed: false } } })
    const vm = await world.vm('erp-app-02')
    expect(
      (await save(world, 'erp-app-02', vm['backupPolicies'], 'operator', { description: 'New words' })).status,
    ).toBe(202)
  })
})

describe('the whole change is rolled back when the backup system refuses the schedule', () => {
  test.each([
    ['a VM made for it', 'rollback-drill-01', chosen(2, ldnSilver)],
    ['a policy made for it', 'erp-app-02', chosen(2, policyIds.ldnFail)],
  ])('%s', async (_, label, policy) => {
    const world = bench()
    const before = await world.vm(label)
    const accepted = await save(world, label, [policy], 'operator', { description: 'Changed' })
    const status = String(listOf(accepted.body['links'])[0]?.['href'])
    await world.skip(4_500)
    expect((await world.call(status)).body).toMatchObject({
      state: 'STARTED',
      jobs: { collection: [{ state: 'ROLLBACK_STARTED' }, { type: 'BACKUP_SCHEDULE', state: 'FAILED' }] },
    })
    await world.skip(2_000)
    expect((await world.call(status)).body).toMatchObject({
      state: 'FINISHED_UNSUCCESSFULLY',
      jobs: { collection: [{ state: 'ROLLBACK_DONE', rollbackState: 'DONE' }, { state: 'FAILED' }] },
      links: expect.arrayContaining([expect.objectContaining({ rel: 'acknowledge' })]),
    })
    expect(await world.vm(label)).toEqual(before)
    expect((await world.call(`${status}/action/ack`, { method: 'POST' })).status).toBe(204)
    expect((await world.call(`${status}/action/cancel`, { method: 'POST' })).code).toBe('GEN-15')
    expect((await world.call(`${status}/action/cancel`, { method: 'POST', as: 'tenantadmin' })).code).toBe(
      '409-CONFLICT',
    )
    const events = await world.call(
      `/events?virtualMachine=${String(before['name'])}&severity=ERROR&actionPerformed=VIRTUAL_MACHINE_RECONFIGURE`,
    )
    expect(events.rows).toHaveLength(1)
  })

  test('and so is a deploy', async () => {
    const world = bench()
    const label = 'erp-reports-01'
    await save(world, label, [chosen(2, policyIds.ldnFail)])
    await world.call(`${await world.pathOf(label)}/action/deploy`, { method: 'POST' })
    await world.skip(20_000)
    expect((await world.vm(label))['state']).toBe('NOT_ALLOCATED')
  })
})

describe('each part has its own privilege', () => {
  const ownTime = chosen(1, bcnOwnTime, { ...complete, time: '01:00:00 +0000' })
  test.each([
    ['a viewer changes nothing', 'viewer', 'cache-redis-01', [], 403],
    ['a tenant administrator chooses no policy', 'tenantadmin', 'cache-redis-01', [chosen(1, bcnNightly)], 403],
    ['nor learns that a policy is unknown', 'tenantadmin', 'cache-redis-01', [chosen(1, 999)], 403],
    ['a user chooses a policy', 'user', 'cache-redis-01', [chosen(1, bcnNightly)], 202],
    ['but no time', 'user', 'cache-redis-01', [ownTime], 403],
    ['and no disks', 'user', 'erp-app-02', [chosen(2, ldnSilver, { ...complete, sources: ['10160'] })], 403],
    ['an operator gives a time', 'operator', 'cache-redis-01', [ownTime], 202],
    ['and disks', 'operator', 'erp-app-02', [chosen(2, ldnSilver, { ...complete, sources: ['10160'] })], 202],
  ])('%s', async (_, as, label, policies, status) => {
    expect((await save(bench(), label, policies, as)).status).toBe(status)
  })
})

const at = (policy: number, ...lines: readonly object[]) => [chosen(2, policy, ...lines)]
const here = (policy: number, ...lines: readonly object[]) => [chosen(1, policy, ...lines)]

describe('values are checked', () => {
  const once = { type: 'COMPLETE', subtype: 'DEFINED_HOUR' }
  const hours = { type: 'SNAPSHOT', subtype: 'HOURLY' }
  const files = { type: 'FILESYSTEM', subtype: 'DAILY' }
  test.each([
    ['BC-34 no link', 'cache-redis-01', [{ links: [], backupConfigurations: [] }]],
    ['BC-23 unknown policy', 'cache-redis-01', here(999)],
    ['BC-23 another datacenter', 'cache-redis-01', at(ldnSilver)],
    ['BC-23 not allowed to the tenant', 'cache-redis-01', here(bcnProviderOnly)],
    ['BC-33 no subtype', 'cache-redis-01', here(bcnNightly, { type: 'COMPLETE' })],
    ['BC-5 no such type', 'cache-redis-01', here(bcnNightly, { type: 'FULL', subtype: 'DAILY' })],
    ['BC-8 no such period', 'cache-redis-01', here(bcnNightly, { type: 'COMPLETE', subtype: 'YEARLY' })],
    ['BC-30 twice the same', 'cache-redis-01', here(bcnNightly, complete, complete)],
    ['BC-32 not in the policy', 'cache-redis-01', here(bcnNightly, weekly)],
    ['BC-11 no time', 'cache-redis-01', here(bcnOwnTime, complete)],
    ['BC-12 bad time', 'cache-redis-01', here(bcnOwnTime, { ...complete, time: '25:00:00 +0000' })],
    ['BC-12 ISO time', 'cache-redis-01', here(bcnOwnTime, { ...complete, time: '02:30:00+01:00' })],
    ['BC-19 no days', 'cache-redis-01', here(bcnOwnWeek, { ...weekly, time: '02:00:00 +0000', days: [] })],
    ['BC-28 bad day', 'cache-redis-01', here(bcnOwnWeek, { ...weekly, time: '02:00:00 +0000', days: ['FRYDAY'] })],
    ['BC-11 missing means left to the VM', 'cache-redis-01', here(bcnOldWeek, weekly)],
    ['BC-13 bad date', 'erp-app-02', at(ldnOnce, { ...once, time: '2026/02/30 10:00:00 +0000' })],
    ['BC-16 too many hours', 'erp-app-02', at(ldnHours, { ...hours, time: '25' })],
    ['BC-16 no number', 'erp-app-02', at(ldnHours, { ...hours, time: 'often' })],
    ['BC-9 path for disks', 'erp-app-02', at(ldnSilver, { ...complete, sources: ['/etc'] })],
    ['BC-17 not a disk of the VM', 'erp-app-02', at(ldnSilver, { ...complete, sources: ['10150'] })],
    ['BC-17 not a list', 'erp-app-02', at(ldnSilver, { ...complete, sources: '10160' })],
    ['BC-10 disks for paths', 'erp-app-02', at(ldnFiles, { ...files, sources: ['10160'] })],
    ['BC-18 not a list', 'erp-app-02', at(ldnFiles, { ...files, sources: 'C:\\' })],
    ['BC-14 no paths', 'erp-app-02', at(ldnFiles)],
  ])('%s', async (wanted, label, policies) => {
    expect((await save(bench(), label, policies)).code).toBe(wanted.split(' ')[0])
  })

  test.each([
    ['no configurations', { backupConfigurations: null, code: '', name: '' }],
    ['an empty text', { backupConfigurations: '' }],
    ['nothing', {}],
  ])('a policy that leaves nothing open takes %s', async (_, members) => {
    const link = { rel: 'policy', href: 'http://simulator.test/api/cloud/locations/1/backuppolicies/21' }
    expect((await save(bench(), 'cache-redis-01', [{ links: [link], ...members }])).status).toBe(202)
  })

  test('`period` is read as `subtype`, and days in any letter case', async () => {
    const world = bench()
    const line = { type: 'COMPLETE', period: 'WEEKLY_PLANNED', time: '02:00:00 -0330', days: ['monday', 'Friday'] }
    expect((await save(world, 'cache-redis-01', here(bcnOwnWeek, line))).status).toBe(202)
    await world.skip(7_000)
    const [policy] = listOf((await world.vm('cache-redis-01'))['backupPolicies'])
    expect(policy?.['backupConfigurations']).toEqual([
      { type: 'COMPLETE', subtype: 'WEEKLY_PLANNED', time: '02:00:00 -0330', days: ['MONDAY', 'FRIDAY'] },
    ])
  })
})
