import { describe, expect, test } from 'vitest'

import { type Answer, bench, type Bench, chosen, hrefOf, policyIds } from './bench'
import { listOf, type Members, membersOf } from './body'

const managers = (datacenter: number): string => `/admin/datacenters/${datacenter}/backupmanagers`
const lisbon = 3
const meridian = { name: 'Vault', type: 'MERIDIAN_VAULT', endpoint: 'https://vault.lis.example/' }
const shown = { name: 'Veeam', type: 'VEEAM10', endpoint: 'https://veeam.example/api/', user: 'svc' }
const veeam = { ...shown, password: 'pass-word' }

const create = (world: Bench, body: object, datacenter = lisbon, as = 'dcadmin'): Promise<Answer> =>
  world.call(managers(datacenter), { method: 'POST', body, as })

const change = (world: Bench, path: string, body: object): Promise<Answer> =>
  world.call(path, { method: 'PUT', body, as: 'dcadmin' })

const linesOf = async (world: Bench): Promise<readonly Members[]> =>
  (await world.call('/events?limit=0&datefrom=2026-03-02T08:00:00Z', { as: 'dcadmin' })).rows

/** Asks for a backup of a VM in London, and gives the result that comes of it. */
async function backUp(world: Bench, label: string): Promise<Members | undefined> {
  const path = await world.pathOf(label)
  expect((await world.call(`${path}/backup/action/request`, { method: 'POST', body: {} })).status).toBe(202)
  await world.skip(180_000)
  return (await world.call(`${path}/backup/results`)).rows[0]
}

describe('a backup manager', () => {
  test('is made, read, changed and deleted; its password is never answered', async () => {
    const world = bench()
    const made = await create(world, { ...veeam, holdfast: { kept: [1] } })
    expect(made.status).toBe(201)
    const path = hrefOf(made.body, 'edit')
    expect(made.headers.get('location')).toBe(path)
    expect(made.body).toMatchObject({ ...shown, holdfast: { kept: [1] } })
    expect((await world.call(managers(lisbon), { as: 'dcadmin' })).rows).toEqual([made.body])
    const put = await change(world, path, { ...made.body, name: 'Other', user: 'other', password: 'new-pass' })
    expect(put).toMatchObject({ status: 200, body: { ...shown, name: 'Other', user: 'other' } })
    expect((await world.call(path, { as: 'dcadmin' })).body).toEqual(put.body)
    expect(JSON.stringify([made.body, put.body])).not.toMatch(/pass/)
    expect((await world.call(path, { method: 'DELETE', as: 'dcadmin' })).status).toBe(204)
    expect(await world.call(path, { as: 'dcadmin' })).toMatchObject({ code: 'BC-40', status: 404 })
    expect((await world.call(managers(lisbon), { as: 'dcadmin' })).rows).toEqual([])
    expect(
      (await linesOf(world)).map((line) => [line['actionPerformed'], line['datacenter'], line['performedBy']]),
    ).toEqual(
      ['DELETE', 'MODIFY', 'CREATE'].map((action) => [`BACKUP_MANAGER_${action}`, 'Lisbon', 'Nuria Puig']).toReversed(),
    )
  })

  test.each([
    ['a second one', 1, veeam, 'BC-39', 409],
    ['of a type that no plug-in has', lisbon, { ...veeam, type: 'ACRONIS' }, 'BC-38', 409],
    ['without a type', lisbon, { ...veeam, type: null }, '400-BAD-REQUEST', 400],
    ['without a name', lisbon, { ...veeam, name: '  ' }, '400-BAD-REQUEST', 400],
    ['without an endpoint', lisbon, { ...veeam, endpoint: '' }, '400-BAD-REQUEST', 400],
    ['without a user', lisbon, { ...veeam, user: null }, '400-BAD-REQUEST', 400],
    ['without a password', lisbon, { ...veeam, password: '' }, '400-BAD-REQUEST', 400],
    ['nowhere', 9, veeam, 'DC-0', 404],
  ])('is not made: %s', async (_, datacenter, body, code, status) => {
    const world = bench()
    expect(await create(world, body, datacenter)).toMatchObject({ code, status })
    expect(await linesOf(world)).toEqual([])
  })

  test.each([
    ['nothing of the connection', { name: 'A', type: 'VMWARE_SNAPSHOT' }, { endpoint: '', user: '' }],
    ['no user', { ...veeam, type: 'RUBRIK', user: undefined }, { user: '' }],
    ['an endpoint only', meridian, { endpoint: meridian.endpoint }],
  ])('is made where the plug-in asks for %s', async (_, body, told) => {
    expect(await create(bench(), body)).toMatchObject({ status: 201, body: told })
  })

  test('does not hold what the plug-in has no use for', async () => {
    const made = await create(bench(), { ...veeam, type: 'VMWARE_SNAPSHOT' })
    expect(made.body).toMatchObject({ endpoint: '', user: '' })
  })

  test('keeps its type, and what its plug-in asks for', async () => {
    const world = bench()
    const path = `${managers(2)}/2`
    const { body } = await world.call(path, { as: 'dcadmin' })
    expect((await change(world, path, { ...body, type: 'VEEAM10' })).code).toBe('400-BAD-REQUEST')
    expect((await change(world, path, { ...body, endpoint: null })).code).toBe('400-BAD-REQUEST')
    expect((await change(world, path, { ...body, user: '' })).code).toBe('400-BAD-REQUEST')
    expect((await change(world, path, { ...body, name: '' })).code).toBe('400-BAD-REQUEST')
    expect((await world.call(path, { as: 'dcadmin' })).body).toEqual(body)
    expect((await change(world, path, { ...body, type: undefined })).body).toEqual(body)
    await world.settings({ datacenters: { London: { pluginLoaded: false } } })
    expect((await change(world, path, body)).code).toBe('BC-38')
  })

  test.each([
    ['left out', {}, 'COMPLETED'],
    ['null', { password: null }, 'COMPLETED'],
    ['empty', { password: '' }, 'FAILED'],
  ])('has the password that it had when it is %s, but for an empty one', async (_, password, status) => {
    const world = bench()
    const path = `${managers(2)}/2`
    const { body } = await world.call(path, { as: 'dcadmin' })
    expect((await change(world, path, { ...body, ...password })).status).toBe(200)
    expect(await backUp(world, 'erp-app-01')).toMatchObject({ status })
  })

  test('without a password takes no schedule either, until it has one again', async () => {
    const world = bench()
    const path = `${managers(1)}/1`
    const { body } = await world.call(path, { as: 'dcadmin' })
    const label = 'cache-redis-01'
    const protect = async (): Promise<unknown> => {
      const vm = { ...(await world.vm(label)), backupPolicies: [chosen(1, policyIds.bcnNightly)] }
      await world.call(await world.pathOf(label), { method: 'PUT', body: vm })
      await world.skip(10_000)
      return listOf((await world.vm(label))['backupPolicies']).length
    }
    await change(world, path, { ...body, password: '' })
    expect(await protect()).toBe(0)
    await change(world, path, { ...body, password: 'new' })
    expect(await protect()).toBe(1)
  })

  test('that is deleted leaves the policies on the VMs; nobody makes a backup or another schedule any more', async () => {
    const world = bench()
    const before = await world.vm('erp-app-01')
    expect((await world.call(`${managers(2)}/2`, { method: 'DELETE', as: 'dcadmin' })).status).toBe(204)
    expect((await world.vm('erp-app-01'))['backupPolicies']).toEqual(before['backupPolicies'])
    const path = `${await world.pathOf('erp-app-01')}/backup/action/request`
    expect((await world.call(path, { method: 'POST', body: {} })).code).toBe('BC-40')
    const save = async (rest: object): Promise<Answer> =>
      world.call(await world.pathOf('erp-app-01'), { method: 'PUT', body: { ...before, ...rest } })
    expect((await save({ backupPolicies: [chosen(2, policyIds.ldnSilver)] })).code).toBe('BC-40')
    expect((await save({ description: 'Other words' })).status).toBe(202)
    await world.skip(10_000)
    expect((await save({ backupPolicies: [] })).status).toBe(202)
    expect((await create(world, meridian, 2)).status).toBe(201)
  })

  test('says what its plug-in needs, for every type that there is', async () => {
    const { rows } = await bench().call('/config/backupplugintypes', { as: 'viewer' })
    const needs = Object.fromEntries(
      rows.map(({ type, constraints }) => {
        const { endpoint, user, password } = membersOf(constraints)
        return [type, [endpoint, user, password].map((need) => String(need).charAt(0)).join('')]
      }),
    )
    expect(needs).toEqual({
      AVAMAR: 'MMM',
      VEEAM95U4: 'MMM',
      VEEAM10: 'MMM',
      NETWORKER: 'MMM',
      RUBRIK: 'MOM',
      VMWARE_SNAPSHOT: 'NNN',
      MERIDIAN_VAULT: 'MOO',
    })
    expect(rows.every(({ constraints }) => String(membersOf(constraints)['versions']).length > 2)).toBe(true)
  })
})

describe('the switches of a datacenter', () => {
  const path = '/admin/datacenters/3/backupproperties'
  const put = (world: Bench, body: unknown, as = 'dcadmin'): Promise<Answer> =>
    world.call(path, { method: 'PUT', body, as })

  test('are saved as a whole, and tell the trail; what is left out stays', async () => {
    const world = bench()
    const before = (await world.call(path, { as: 'dcadmin' })).body
    expect(before).toMatchObject({ multiplePolicies: false, updateWhileDeployed: false, manualBackup: false })
    const sent = { ...before, manualBackup: true, multipleRestore: true, replication: false }
    expect((await put(world, sent)).body).toEqual(sent)
    expect((await put(world, { manualBackup: null, multiplePolicies: true })).body).toEqual({
      ...sent,
      multiplePolicies: true,
    })
    expect((await world.call('/cloud/locations/3/backupproperties')).body).toMatchObject({ manualBackup: true })
    expect(await linesOf(world)).toMatchObject([
      { actionPerformed: 'BACKUP_DATACENTER_PROPERTIES_UPDATE', datacenter: 'Lisbon' },
      { stacktrace: expect.stringContaining('manual backup on') },
    ])
  })

  test('are truth values', async () => {
    const world = bench()
    expect((await put(world, { manualBackup: 'true' })).code).toBe('400-BAD-REQUEST')
    expect((await put(world, [])).code).toBe('400-BAD-REQUEST')
    expect((await world.call(path, { as: 'dcadmin' })).body).toMatchObject({ manualBackup: false })
  })

  test('that another one has changed meanwhile are a fault to be asked for', async () => {
    const world = bench()
    await world.control('faults', {
      rules: [{ method: 'PUT', path: '/admin/datacenters/3', status: 409, code: '409-CONFLICT-StaleObject' }],
    })
    expect(await put(world, {})).toMatchObject({ status: 409, code: '409-CONFLICT-StaleObject' })
    expect((await world.call(path, { as: 'dcadmin' })).status).toBe(200)
  })
})
