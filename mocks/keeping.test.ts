import { describe, expect, test } from 'vitest'

import { bench, chosen, day, policyIds, start } from './bench'
import type { Store } from './store'

/** What a browser keeps, shared by its tabs. */
function shelf() {
  let world: string | null = null
  let revision: string | null = null
  const store: Store = {
    revision: () => revision,
    load: () => world,
    save: (text, stamp) => {
      world = text
      revision = stamp
    },
  }
  return {
    store,
    text: () => world ?? '',
    put: (text: string) => {
      world = text
      revision = 'put'
    },
  }
}

const protect = async (world: ReturnType<typeof bench>, label: string): Promise<void> => {
  const vm = await world.vm(label)
  const body = { ...vm, backupPolicies: [chosen(1, policyIds.bcnNightly)] }
  expect((await world.call(await world.pathOf(label), { method: 'PUT', body })).status).toBe(202)
}

describe('a kept world', () => {
  test('comes back whole after a reload: changes, tasks that run, the clock, settings and faults', async () => {
    const { store } = shelf()
    const before = bench({ store })
    await protect(before, 'cache-redis-01')
    await before.settings({ checkDelayMs: 5_000, held: ['DEPLOY'], datacenters: { London: { manualBackup: false } } })
    await before.control('faults', { rules: [{ path: '/nowhere', status: 503 }] })
    await before.skip(1_000)
    const seen = await before.call('/cloud/virtualmachines?limit=0')

    const after = bench({ store, now: start + 99 * day })
    expect((await after.call('/cloud/virtualmachines?limit=0')).body).toEqual(seen.body)
    expect(await after.control('settings')).toMatchObject({
      checkDelayMs: 5_000,
      held: ['DEPLOY'],
      faults: [{ status: 503 }],
    })
    await after.skip(10_000)
    expect(await after.vm('cache-redis-01')).toMatchObject({ state: 'ON', backupPolicies: [{ code: 'BCN-NIGHTLY' }] })
    const { name } = await after.vm('cache-redis-01')
    expect((await after.call(`/events?virtualMachine=${String(name)}`)).rows).toHaveLength(3)
  })

  test('remembers how much of a fault is used up', async () => {
    const { store } = shelf()
    const before = bench({ store })
    await before.control('faults', { rules: [{ path: '/events', status: 503, after: 1, times: 2 }] })
    const codes = [await before.call('/events'), await before.call('/events')].map(({ status }) => status)
    const after = bench({ store })
    codes.push((await after.call('/events')).status, (await after.call('/events')).status)
    expect(codes).toEqual([200, 503, 503, 200])
  })

  test('is one for all tabs', async () => {
    const { store } = shelf()
    const [one, other] = [bench({ store }), bench({ store })]
    await one.vm('erp-app-02')
    await other.vm('erp-app-02')
    await protect(one, 'cache-redis-01')
    expect(await other.vm('cache-redis-01')).toMatchObject({ state: 'LOCKED' })
    await other.call(await other.pathOf('erp-reports-01'), { method: 'DELETE' })
    await expect(one.vm('erp-reports-01')).rejects.toThrow('There is no erp-reports-01')
  })

  test('is small, and holds neither password nor token', async () => {
    const { store, text } = shelf()
    const world = bench({ store, fleet: 10_000 })
    const token = (await world.call('/login')).headers.get('x-abiquo-token') ?? 'none'
    await protect(world, 'cache-redis-01')
    expect(text().length).toBeLessThan(20_000)
    expect(text()).not.toContain(token)
    expect(text()).not.toMatch(/password|token/i)
  })

  test('keeps what administrators did, without the password of a manager', async () => {
    const { store, text } = shelf()
    const before = bench({ store })
    const made = { name: 'Vault', type: 'RUBRIK', endpoint: 'https://a.example/', password: 'never-kept' }
    const post = (path: string, body: object) => before.call(path, { method: 'POST', body, as: 'cloudadmin' })
    expect((await post('/admin/datacenters/3/backupmanagers', made)).status).toBe(201)
    const policy = { code: 'A', name: 'A', holdfast: 1, backupConfigurations: [{ type: 'COMPLETE', subtype: 'DAILY' }] }
    expect((await post('/admin/datacenters/3/backuppolicies', policy)).status).toBe(201)
    const links = [
      { rel: 'location', href: 'http://simulator.test/api/admin/datacenters/3' },
      { rel: 'odd', href: 'x' },
    ]
    expect((await post('/admin/enterprises/3/limits', { links })).status).toBe(201)
    const role = { method: 'PUT', body: { name: 'OPERATORS' }, as: 'cloudadmin' }
    expect((await before.call('/admin/roles/5', role)).status).toBe(200)
    const properties = { method: 'PUT', body: { manualBackup: true, odd: [1] }, as: 'cloudadmin' }
    expect((await before.call('/admin/datacenters/3/backupproperties', properties)).status).toBe(200)
    expect(text()).not.toMatch(/never-kept|password/)
    const after = bench({ store })
    const paths = ['backupmanagers', 'backuppolicies', 'backupproperties', 'action/getlimits'].map(
      (end) => `/admin/datacenters/3/${end}`,
    )
    const read = ({ call }: ReturnType<typeof bench>) =>
      Promise.all([...paths, '/admin/roles/5', '/events'].map((path) => call(path, { as: 'cloudadmin' })))
    const [one, other] = await Promise.all([read(before), read(after)])
    expect(other.map(({ body }) => body)).toEqual(one.map(({ body }) => body))
    expect(other.every(({ status }) => status === 200)).toBe(true)
    const next = await after.call('/admin/datacenters/3/backuppolicies', {
      method: 'POST',
      body: { ...policy, code: 'B' },
      as: 'cloudadmin',
    })
    expect(next.body['id']).toBe(204)
  })

  test.each(['', '{', 'null', '{"build":0}', '{"build":2,"vms":[{"id":"x"}]}'])(
    '%j is replaced by a new one',
    async (broken) => {
      const { store, put, text } = shelf()
      put(broken)
      const world = bench({ store })
      expect((await world.call('/cloud/virtualmachines')).status).toBe(200)
      await protect(world, 'cache-redis-01')
      expect(text()).toContain('"build":')
    },
  )

  test('is given up by a reset, which takes the clock back too', async () => {
    const { store } = shelf()
    const world = bench({ store })
    await protect(world, 'cache-redis-01')
    await world.skip(10 * day)
    await world.control('reset', { now: '2026-03-02T08:00:00Z' })
    expect(await world.vm('cache-redis-01')).toMatchObject({ state: 'ON', backupPolicies: [] })
    expect(await bench({ store }).vm('cache-redis-01')).toMatchObject({ backupPolicies: [] })
  })
})
