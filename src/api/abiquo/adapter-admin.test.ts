import { afterEach, describe, expect, test, vi } from 'vitest'

import type { PolicyDraft } from '~/domain/policy'

import { answered, base, signedIn } from './adapter.bench'

const place = '/admin/datacenters/2'
const policies = `${place}/backuppolicies`
const managers = `${place}/backupmanagers`
const draft: PolicyDraft = { name: 'Gold', code: 'G', description: null, replication: null, configurations: [] }
const connection = { name: 'V', type: 'VEEAM10', endpoint: '', user: '', password: 'x' }
const edit = (path: string) => ({ rel: 'edit', href: base + path })
const privilege = (id: number, name: string, rel = 'privilege') => ({
  id,
  name,
  links: [{ rel, href: `${base}/config/privileges/${id}` }],
})

const link = (id: number, title: string) => ({
  rel: 'privilege',
  title,
  type: 'application/vnd.abiquo.privilege+json',
  href: `${base}/config/privileges/${id}`,
})

afterEach(() => vi.unstubAllGlobals())

test('a manager that is refused with its password in the words of the platform is told without it', async () => {
  const { api } = await signedIn({
    [`GET ${place}`]: { name: 'Oslo' },
    [`POST ${managers}`]: Response.json(
      { collection: [{ code: 'GEN-22', message: 'Invalid parameter: {"password":"hunter2"}' }] },
      { status: 400 },
    ),
  })
  await expect(api.createManager('2', { ...connection, password: 'hunter2' })).rejects.toMatchObject({
    kind: 'invalid',
    complaints: [{ code: 'GEN-22', message: 'Invalid parameter: {"password":"•••"}' }],
  })
})

describe('a datacenter with hardly a link', () => {
  test('has its parts at the usual addresses', async () => {
    const { api, seen } = await signedIn({
      [`GET ${place}`]: { name: 'Oslo' },
      [`GET ${managers}`]: { collection: [{ id: 7, type: 'VEEAM10' }] },
      [`GET ${place}/backupproperties`]: {},
      [`GET ${place}/action/getlimits`]: { collection: [] },
    })
    await expect(api.getManager('2')).resolves.toMatchObject({ id: '2-7', type: 'VEEAM10', name: '' })
    await expect(api.getProperties('2')).resolves.toMatchObject({ rules: { manualBackup: null } })
    await expect(api.listAllowances('2')).resolves.toEqual({ rows: [], total: null, unreadable: 0 })
    expect(seen.filter((key) => key !== `GET ${place}`)).toHaveLength(3)
  })

  test('that answers "no such manager" for an empty list has none', async () => {
    const { api } = await signedIn({ [`GET ${place}`]: { name: 'Oslo' } })
    await expect(api.getManager('2')).resolves.toBeNull()
  })
})

describe('answers to a save', () => {
  test.each([
    ['a link', Response.json({ links: [edit(`${policies}/14`)] }, { status: 201 })],
    ['a header', new Response(null, { status: 201, headers: { location: `${base}${policies}/14` } })],
  ])('name the new policy by %s', async (_, answer) => {
    const { api } = await signedIn({ [`GET ${place}`]: {}, [`POST ${policies}`]: answer })
    await expect(api.createPolicy('2', draft)).resolves.toBe('2-14')
  })

  test.each([
    ['nothing', new Response(null, { status: 201 })],
    ['a place out of reach', Response.json({ links: [{ rel: 'edit', href: 'https://evil.example/api/x' }] })],
    ['only that it was accepted', Response.json({ links: [edit(`${policies}/14`)] }, { status: 202 })],
    ['a page', new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } })],
  ])('that name %s: nobody knows which policy it was made', async (_, answer) => {
    const { api } = await signedIn({ [`GET ${place}`]: {}, [`POST ${policies}`]: answer })
    await expect(api.createPolicy('2', draft)).rejects.toMatchObject({ kind: 'unknown-outcome' })
  })

  test('may be empty where nobody needs them', async () => {
    const { api } = await signedIn({
      [`GET ${place}`]: {},
      [`POST ${managers}`]: new Response(null, { status: 204 }),
      [`DELETE ${managers}/7`]: new Response(null, { status: 204 }),
    })
    await expect(api.createManager('2', connection)).resolves.toBeUndefined()
    await expect(api.deleteManager('2', '2-7')).resolves.toBeUndefined()
  })
})

test('a policy with a line that cannot be read is not changed', async () => {
  const policy = { name: 'Gold', backupConfigurations: [7], links: [edit(`${policies}/14`)] }
  const { api, seen } = await signedIn({ [`GET ${policies}/14`]: policy })
  await expect(api.changePolicy('2', '2-14', draft, '')).rejects.toMatchObject({ kind: 'contract' })
  expect(seen).toEqual([`GET ${policies}/14`])
})

test('a limit that came without its links is not sent back without them', async () => {
  const { api, seen } = await signedIn({ 'GET /admin/enterprises/5/limits/39': { id: 39 } })
  const change = api.changeAllowance('5-39', { allow: ['2-14'], withdraw: [] })
  await expect(change).rejects.toMatchObject({ kind: 'contract' })
  expect(seen).toHaveLength(1)
})

const limit = (id: number) => ({
  links: [
    edit(`/admin/enterprises/${id}/limits/${id}`),
    { rel: 'enterprise', href: `${base}/admin/enterprises/${id}`, title: `T${id}` },
    { rel: 'location', href: `${base}/admin/datacenters/2`, title: 'Oslo' },
  ],
})

test('what thousands of tenants may use is asked for in long windows, not in the short ones of the platform', async () => {
  const { api } = await signedIn({})
  const asked: string[] = []
  const answer = answered({ [`GET ${place}`]: {}, [`GET ${place}/action/getlimits`]: { collection: [limit(5)] } }, [])
  vi.stubGlobal('fetch', (address: URL, init: RequestInit) => {
    asked.push(address.pathname + address.search)
    return answer(address, init)
  })
  await expect(api.listAllowances('2')).resolves.toMatchObject({ rows: [{ id: '5-5' }], unreadable: 0 })
  expect(asked).toContain(`/api${place}/action/getlimits?limit=1000`)
})

test('rows that the platform counts and does not give are told as left out', async () => {
  const { api } = await signedIn({
    [`GET ${place}`]: {},
    [`GET ${place}/action/getlimits`]: { collection: [limit(5), null], totalSize: 7 },
  })
  await expect(api.listAllowances('2')).resolves.toMatchObject({ rows: [{ id: '5-5' }], total: 7, unreadable: 6 })
})

test('a role of which not every privilege came is not changed', async () => {
  const { api, bodies } = await signedIn({
    'GET /admin/roles/4': { id: 4, links: [edit('/admin/roles/4')] },
    'GET /admin/roles/4/action/privileges': { collection: [privilege(9, 'SOMETHING_ELSE')], totalSize: 2 },
    'GET /config/privileges': { collection: [privilege(1, 'VAPP_MANAGE_BACKUP', 'self')] },
    'PUT /admin/roles/4': {},
  })
  const change = api.changeRole('4', { give: ['backup.configure'], take: [] })
  await expect(change).rejects.toMatchObject({ kind: 'contract' })
  expect(bodies).toEqual([])
})

describe('a role', () => {
  const role = { id: 4, name: 'OWN', links: [edit('/admin/roles/4'), { rel: 'privilege', href: `${base}/old` }] }
  const own = 'GET /admin/roles/4/action/privileges'
  const known = {
    collection: [privilege(1, 'VAPP_MANAGE_BACKUP', 'self'), privilege(2, 'VAPP_RESTORE_BACKUP'), null],
  }

  test('is sent with links of all its privileges, whatever rel the platform lists them by', async () => {
    const { api, bodies } = await signedIn({
      'GET /admin/roles/4': role,
      [own]: { collection: [privilege(9, 'SOMETHING_ELSE', 'self'), privilege(2, 'VAPP_RESTORE_BACKUP')] },
      'GET /config/privileges': known,
      'PUT /admin/roles/4': role,
    })
    await api.changeRole('4', { give: ['backup.configure'], take: ['backup.restore'] })
    expect(bodies).toEqual([
      { ...role, links: [role.links[0], link(9, 'SOMETHING_ELSE'), link(1, 'VAPP_MANAGE_BACKUP')] },
    ])
  })

  test.each([
    ['a privilege that cannot be read', { collection: [null] }, {}],
    ['a privilege without an address', { collection: [{ id: 9, name: 'SOMETHING_ELSE' }] }, {}],
    ['no such privilege on the platform', { collection: [] }, { 'GET /config/privileges': { collection: [] } }],
  ])('is not sent with less than it had: %s', async (_, privileges, more) => {
    const { api, bodies } = await signedIn({
      'GET /admin/roles/4': role,
      [own]: privileges,
      'GET /config/privileges': known,
      ...more,
    })
    const change = api.changeRole('4', { give: ['backup.configure'], take: [] })
    await expect(change).rejects.toMatchObject({ kind: 'contract' })
    expect(bodies).toEqual([])
  })

  test('cannot lose its last privilege: without any link the platform would keep them all', async () => {
    const { api, bodies } = await signedIn({
      'GET /admin/roles/4': role,
      [own]: { collection: [privilege(2, 'VAPP_RESTORE_BACKUP')] },
    })
    const change = api.changeRole('4', { give: [], take: ['backup.restore'] })
    await expect(change).rejects.toMatchObject({ kind: 'invalid' })
    expect(bodies).toEqual([])
  })
})

test.each([
  ['longer than what was read', {}, 20_000],
  ['without a time', { timestamp: null }, 1],
  ['that cannot be read', { id: null }, null],
])('failures of a trail %s are not all', async (_, change, totalSize) => {
  const failed = { id: 1, timestamp: '2026-03-01T02:00:00.000+0000', severity: 'ERROR' }
  const { api } = await signedIn(
    { 'GET /events': { collection: [{ ...failed, ...change }], totalSize } },
    'VAPP_CUSTOMISE_SETTINGS',
  )
  await expect(api.recentFailures(new Date(0))).resolves.toMatchObject({ complete: false })
})
