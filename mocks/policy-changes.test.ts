import { describe, expect, test } from 'vitest'

import { bench, chosen, day, policyIds } from './bench'
import { actionsOf, admin, change, create, daily, draft, give, lisbon, read, remove, weekly } from './bench-policies'
import { listOf, type Members } from './body'

const ofOldWeek = (result: Members): boolean =>
  listOf(result['links']).some(({ title }) => title === 'Weekly (taken over from 3.8)')

describe('a change of a policy', () => {
  test('sends the whole of it; what is left out is gone', async () => {
    const world = bench()
    const { body } = await create(world, draft([daily], { description: 'Words', holdfast: 1 }))
    const path = admin(lisbon, Number(body['id']))
    const put = await world.call(path, { method: 'PUT', as: 'dcadmin', body: draft([weekly], { code: 'OTHER' }) })
    expect(put.status).toBe(200)
    expect(put.body).toMatchObject({ code: 'OTHER', backupConfigurations: [weekly] })
    expect(put.body).not.toHaveProperty('holdfast')
    expect(put.body).not.toHaveProperty('description')
    expect((await world.call(path, { as: 'dcadmin' })).body).toEqual(put.body)
    expect(await actionsOf(world)).toContain('BACKUP_POLICY_MODIFY')
  })

  test('keeps its code, and takes that of no other', async () => {
    const world = bench()
    expect((await change(world, 1, policyIds.bcnNightly, { name: 'Other' })).status).toBe(200)
    expect((await change(world, 1, policyIds.bcnNightly, { code: 'BCN-WEEKLY' })).code).toBe('BC-24')
  })

  test('of what VMs use changes names, description and code, and the writing of the same', async () => {
    const world = bench()
    const { bcnOwnWeek } = policyIds
    const backupConfigurations = [
      { type: 'COMPLETE', period: 'WEEKLY_PLANNED', time: null, days: ['defined_in_vm'], holdfast: true },
    ]
    const rest = { name: 'A', description: 'B', code: 'C', backupConfigurations }
    expect((await change(world, 1, bcnOwnWeek, rest)).body).toMatchObject({ name: 'A', description: 'B', code: 'C' })
    expect(await world.vm('search-solr-01')).toMatchObject({ backupPolicies: [{ code: 'C', name: 'A' }] })
  })

  test.each([
    ['the time', policyIds.bcnNightly, { backupConfigurations: [daily] }],
    ['the days', 22, { backupConfigurations: [{ ...weekly, time: '04:00:00 +0100', days: ['SUNDAY', 'MONDAY'] }] }],
    ['who says the time', policyIds.bcnOwnTime, { backupConfigurations: [{ ...daily, time: 'NOT_APPLY' }] }],
    ['a line less', policyIds.bcnNightly, { backupConfigurations: [] }],
    ['replication', policyIds.bcnNightly, { replication: true }],
  ])('of what VMs use is refused: %s', async (_, policy, rest) => {
    const world = bench()
    const before = await read(world, 1, policy)
    expect(await change(world, 1, policy, rest)).toMatchObject({ code: 'BC-29', status: 409 })
    expect(await read(world, 1, policy)).toEqual(before)
  })

  test('of what a change that still runs will use is refused', async () => {
    const world = bench()
    const body = { ...(await world.vm('cache-redis-01')), backupPolicies: [chosen(1, policyIds.bcnOldWeek)] }
    expect((await change(world, 1, policyIds.bcnOldWeek, { backupConfigurations: [daily] })).status).toBe(200)
    await world.call(await world.pathOf('cache-redis-01'), { method: 'PUT', body, as: 'cloudadmin' })
    expect((await change(world, 1, policyIds.bcnOldWeek, { backupConfigurations: [weekly] })).code).toBe('BC-29')
    expect((await remove(world, 1, policyIds.bcnOldWeek)).code).toBe('BC-25')
  })

  test('leaves the backups of former times as they were', async () => {
    const world = bench()
    const label = 'web-frontend-02'
    const policy = policyIds.bcnOldWeek
    await change(world, 1, policy, { backupConfigurations: [daily] })
    await give(world, label, chosen(1, policy))
    await world.skip(3 * day)
    await give(world, label)
    const results = async (): Promise<readonly Members[]> =>
      (await world.call(`${await world.pathOf(label)}/backup/results?limit=0`)).rows
    const before = await results()
    expect(before.filter(ofOldWeek)).toHaveLength(3)
    expect((await change(world, 1, policy, { backupConfigurations: [weekly] })).status).toBe(200)
    expect(await results()).toEqual(before)
    expect((await remove(world, 1, policy)).status).toBe(204)
    const after = await results()
    expect(after.map(({ id, status }) => [id, status])).toEqual(before.map(({ id, status }) => [id, status]))
    expect(after.filter(ofOldWeek)).toEqual([])
  })

  test('that another one has overtaken is a fault to be asked for', async () => {
    const world = bench()
    const rule = { method: 'PUT', path: '/admin/datacenters/*/backuppolicies/**', times: 1 }
    await world.control('faults', { rules: [{ ...rule, status: 409, code: '409-CONFLICT-StaleObject' }] })
    const stale = await change(world, 1, policyIds.bcnNightly, { name: 'Other' })
    expect(stale).toMatchObject({ status: 409, code: '409-CONFLICT-StaleObject' })
    expect(await read(world, 1, policyIds.bcnNightly)).toMatchObject({ name: 'Nightly' })
    expect((await change(world, 1, policyIds.bcnNightly, { name: 'Other' })).status).toBe(200)
  })
})

describe('deleting a policy', () => {
  test('takes it from every tenant, and its id is not given again', async () => {
    const world = bench()
    const { bcnOldWeek } = policyIds
    expect((await remove(world, 1, bcnOldWeek)).status).toBe(204)
    expect((await world.call(admin(1, bcnOldWeek), { as: 'cloudadmin' })).code).toBe('BC-23')
    const hrefs = listOf((await world.call('/admin/enterprises/2/limits/20', { as: 'cloudadmin' })).body['links'])
    expect(hrefs.some(({ href }) => String(href).endsWith(`/backuppolicies/${bcnOldWeek}`))).toBe(false)
    expect(await actionsOf(world)).toEqual(['BACKUP_POLICY_DELETE'])
    const first = Number((await create(world, draft([daily]))).body['id'])
    await remove(world, lisbon, first)
    expect(Number((await create(world, draft([daily]))).body['id'])).toBeGreaterThan(first)
  })

  test('is refused with its name while a VM has it, deployed or not', async () => {
    const world = bench()
    const refused = await remove(world, 2, policyIds.ldnSilver)
    expect(refused).toMatchObject({ code: 'BC-25', status: 409 })
    expect(refused.rows[0]?.['message']).toContain("'Silver'")
    expect(await read(world, 2, policyIds.ldnSilver)).toMatchObject({ name: 'Silver' })
  })

  test.each([
    ['unknown', 1, 99],
    ["another datacenter's", 2, policyIds.bcnNightly],
  ])('and changing finds no policy that is %s', async (_, datacenter, policy) => {
    const world = bench()
    expect(await remove(world, datacenter, policy)).toMatchObject({ code: 'BC-23', status: 404 })
    const put = await world.call(admin(datacenter, policy), { method: 'PUT', body: draft([]), as: 'cloudadmin' })
    expect(put).toMatchObject({ code: 'BC-23', status: 404 })
  })

  test('stays quick with ten thousand VMs', async () => {
    const world = bench({ fleet: 10_000 })
    await world.call('/login')
    const before = performance.now()
    const refused = await Promise.all([
      remove(world, 1, policyIds.bcnNightly),
      remove(world, 2, policyIds.ldnSilver),
      remove(world, 2, policyIds.ldnPlatinum),
    ])
    expect(refused.map(({ code }) => code)).toEqual(['BC-25', 'BC-25', 'BC-25'])
    expect((await change(world, 1, policyIds.bcnNightly, { replication: true })).code).toBe('BC-29')
    expect(performance.now() - before).toBeLessThan(2_000)
  })
})
