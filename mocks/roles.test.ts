import { describe, expect, test } from 'vitest'

import { type Answer, bench, type Bench, origin } from './bench'
import { listOf } from './body'

const operator = '/admin/roles/5'

const privilegesOf = async (world: Bench, role: string): Promise<readonly string[]> =>
  (await world.call(`${role}/action/privileges`, { as: 'cloudadmin' })).rows.map(({ name }) => String(name))

/** Sends a role back with just these privileges. */
async function change(world: Bench, role: string, names: readonly string[], rest: object = {}): Promise<Answer> {
  const { body } = await world.call(role, { as: 'cloudadmin' })
  const all = (await world.call('/config/privileges', { as: 'cloudadmin' })).rows
  const links = [
    ...listOf(body['links']),
    ...all
      .filter(({ name }) => names.includes(String(name)))
      .map(({ id }) => ({ rel: 'privilege', href: `${origin}/api/config/privileges/${String(id)}` })),
  ]
  return world.call(role, { method: 'PUT', body: { ...body, links, ...rest }, as: 'cloudadmin' })
}

describe('roles', () => {
  test('are listed, read, and hold what their people may', async () => {
    const world = bench()
    const { rows, body } = await world.call('/admin/roles', { as: 'tenantmanager' })
    expect(body['totalSize']).toBe(8)
    expect(rows.map(({ name }) => name)).toContain('DATACENTER_BACKUP_ADMIN')
    expect(rows.filter(({ blocked }) => blocked).map(({ name }) => name)).toEqual(['CLOUD_ADMIN'])
    expect((await world.call('/admin/roles?identerprise=2&has=tenant', { as: 'cloudadmin' })).rows).toHaveLength(1)
    expect((await world.call('/admin/roles?identerprise=9', { as: 'cloudadmin' })).code).toBe('EN-0')
    expect((await world.call('/admin/roles?identerprise=x', { as: 'cloudadmin' })).code).toBe('GEN-22')
    expect(await privilegesOf(world, operator)).toContain('VAPP_DEFINE_BACKUP_INFO')
  })

  test('that are sent back with privileges have just those, and their people at once', async () => {
    const world = bench()
    const names = (await privilegesOf(world, operator)).filter((name) => name !== 'VAPP_MANAGE_BACKUP')
    expect((await change(world, operator, names)).status).toBe(200)
    expect(await privilegesOf(world, operator)).toEqual(expect.arrayContaining([...names]))
    expect(await privilegesOf(world, operator)).not.toContain('VAPP_MANAGE_BACKUP')
    const path = `${await world.pathOf('erp-app-01')}/backup/action/request`
    expect((await world.call(path, { method: 'POST', body: {} })).code).toBe('GEN-15')
    const { rows } = await world.call('/events?component=ROLE', { as: 'cloudadmin' })
    expect(rows).toMatchObject([{ actionPerformed: 'ROLE_MODIFY', performedBy: 'Marta Vidal' }])
    await change(world, operator, [...names, 'VAPP_MANAGE_BACKUP'])
    expect((await world.call(path, { method: 'POST', body: {} })).status).toBe(202)
  })

  test('that are sent back without a privilege keep theirs, and take another name', async () => {
    const world = bench()
    const before = await privilegesOf(world, operator)
    const put = await change(world, operator, [], { name: 'OPERATORS', ldap: 'group' })
    expect(put.body).toMatchObject({ name: 'OPERATORS', ldap: 'group', blocked: false })
    expect(await privilegesOf(world, operator)).toEqual(before)
    const { body } = await world.call('/login')
    expect(listOf(body['links']).find(({ rel }) => rel === 'role')).toMatchObject({ title: 'OPERATORS' })
    expect(await world.control('people')).toMatchObject({
      list: expect.arrayContaining([expect.objectContaining({ nick: 'operator', role: 'OPERATORS' })]),
    })
  })

  test('that are blocked stay as they are', async () => {
    const world = bench()
    expect(await change(world, '/admin/roles/1', ['VDC_ENUMERATE'])).toMatchObject({ code: 'ROLE-1', status: 409 })
    expect((await privilegesOf(world, '/admin/roles/1')).length).toBeGreaterThan(20)
  })

  test('need a name, and privileges that there are', async () => {
    const world = bench()
    expect((await change(world, operator, [], { name: '' })).code).toBe('400-BAD-REQUEST')
    const links = [{ rel: 'privilege', href: `${origin}/api/config/privileges/99` }]
    expect((await change(world, operator, [], { links })).code).toBe('400-BAD-REQUEST')
    expect((await world.call('/admin/roles/99', { as: 'cloudadmin' })).code).toBe('ROLE-0')
  })

  test('are in sight of who sees people; the own one always', async () => {
    const { call } = bench()
    expect((await call('/admin/roles')).code).toBe('GEN-15')
    expect((await call(operator)).status).toBe(200)
    expect((await call('/admin/roles/1')).code).toBe('ROLE-0')
    expect((await call('/admin/roles/1', { as: 'tenantadmin' })).status).toBe(200)
    expect((await call(operator, { method: 'PUT', body: { name: 'X' }, as: 'tenantmanager' })).code).toBe('GEN-15')
  })
})
