import { afterEach, expect, test, vi } from 'vitest'

import { base, signedIn } from './adapter.bench'

afterEach(() => vi.unstubAllGlobals())

const place = (id: number) => ({
  id,
  name: `DC ${id}`,
  links: [{ rel: 'self', href: `${base}/cloud/locations/${id}` }],
})
const policy = (dc: number, id: number) => ({
  name: `Policy ${id}`,
  code: `P${id}`,
  backupConfigurations: [],
  links: [{ rel: 'self', href: `${base}/cloud/locations/${dc}/backuppolicies/${id}` }],
})
const two = { collection: [place(1), place(2)], links: [] }
const refused = () =>
  new Response(JSON.stringify({ collection: [{ code: '403', message: 'no' }] }), {
    status: 403,
    headers: { 'content-type': 'application/json' },
  })

test('a datacenter that refuses its policies leaves those of the others, and is counted', async () => {
  const { api, seen } = await signedIn({
    'GET /cloud/locations': two,
    'GET /cloud/locations/1/backuppolicies': { collection: [policy(1, 7), { name: 'without an address' }], links: [] },
    'GET /cloud/locations/2/backuppolicies': refused(),
  })
  const { rows, unreadable } = await api.listPoliciesInSight()
  expect(rows.map(({ id, name }) => [id, name])).toEqual([['1-7', 'Policy 7']])
  expect(unreadable).toBe(2)
  expect(seen).toHaveLength(3)
})

test('when every datacenter refuses, that is what is said', async () => {
  const { api } = await signedIn({
    'GET /cloud/locations': two,
    'GET /cloud/locations/1/backuppolicies': refused(),
    'GET /cloud/locations/2/backuppolicies': refused(),
  })
  await expect(api.listPoliciesInSight()).rejects.toMatchObject({ kind: 'forbidden' })
})

test('no datacenter has no policies', async () => {
  const { api } = await signedIn({ 'GET /cloud/locations': { collection: [], links: [] } })
  await expect(api.listPoliciesInSight()).resolves.toMatchObject({ rows: [], unreadable: 0 })
})

test('a list that never ends is given up, and is not whole', async () => {
  const { api } = await signedIn({ 'GET /cloud/locations': { collection: [place(1)], links: [] } })
  let windows = 0
  vi.stubGlobal('fetch', ({ pathname }: URL) => {
    if (pathname.endsWith('/cloud/locations')) return Promise.resolve(Response.json(two))
    windows += 1
    const next = { rel: 'next', href: `${base}/cloud/locations/1/backuppolicies?startwith=${windows}` }
    return Promise.resolve(Response.json({ collection: [policy(1, windows)], links: [next] }))
  })
  const { rows, unreadable } = await api.listPoliciesInSight()
  expect(rows).toHaveLength(windows)
  expect(unreadable).toBeGreaterThan(0)
})
