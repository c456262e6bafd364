import { afterEach, describe, expect, test, vi } from 'vitest'

import { answered, base, login, signedIn } from './adapter.bench'

const vm = '/cloud/virtualdatacenters/4/virtualappliances/9/virtualmachines/77'
const results = `${vm}/backup/results`
const first = { offset: 0, limit: 2 }

afterEach(() => vi.unstubAllGlobals())

/** Results made on these days of January; the day is the id. */
const made = (...days: readonly number[]) =>
  days.map((day) => ({ id: day, creationDate: `2026-01-${String(day).padStart(2, '0')}T02:00:00.000+0000` }))

/** Someone signed in to a platform with one VM; each question for its results is answered by its query. */
async function withResults(answer: (query: URLSearchParams) => unknown) {
  const { api } = await signedIn({})
  const asked: string[] = []
  const seen: string[] = []
  vi.stubGlobal('fetch', async (address: URL, init: RequestInit) => {
    if (address.pathname.endsWith(results)) asked.push(address.search.slice(1))
    const found = address.pathname.endsWith(results) ? answer(address.searchParams) : null
    const machine = { links: [{ rel: 'edit', href: base + vm }] }
    return answered({ [`GET ${vm}`]: machine, [`GET ${results}`]: found }, seen)(address, init)
  })
  return { api, asked, seen }
}

const ids = ({ rows }: { readonly rows: readonly { readonly id: string }[] }) => rows.map(({ id }) => id)

test('a window of results is asked for by date, from the newest or the oldest, and the VM once for all of them', async () => {
  const { api, asked, seen } = await withResults((query) => ({
    totalSize: 9,
    collection: query.get('asc') === 'true' ? made(5, 6) : made(9, 8),
  }))
  expect(await api.listBackups('4-9-77', first)).toMatchObject({ total: 9, rows: [{ id: '9' }, { id: '8' }] })
  expect(ids(await api.listBackups('4-9-77', { offset: 4, limit: 2, oldestFirst: true }))).toEqual(['5', '6'])
  expect(asked).toEqual(['by=creationDate&asc=false&limit=2', 'startwith=4&by=creationDate&asc=true&limit=2'])
  expect(seen.filter((one) => one === `GET ${vm}`)).toHaveLength(1)
})

test('where the results of a VM lie is not known any more when another session begins', async () => {
  const { api, seen } = await withResults(() => ({ totalSize: 9, collection: made(5, 6) }))
  const second = { offset: 2, limit: 2 }
  await api.listBackups('4-9-77', first)
  const privileges = { collection: [] }
  vi.stubGlobal(
    'fetch',
    answered(
      { 'GET /login': { ...login, privileges }, [`GET ${vm}`]: { links: [{ rel: 'edit', href: base + vm }] } },
      seen,
    ),
  )
  await api.signIn({ user: 'ada', password: 'secret' })
  seen.length = 0
  await api.listBackups('4-9-77', second).catch(() => null)
  expect(seen).toContain(`GET ${vm}`)
})

test('beyond the end, where the platform tells its last window again, there is nothing', async () => {
  const { api } = await withResults(() => ({ totalSize: 2, collection: made(9, 8) }))
  await expect(api.listBackups('4-9-77', { offset: 2, limit: 2 })).resolves.toMatchObject({ rows: [], total: 2 })
})

describe('all are read at once, newest first, from a platform', () => {
  const whole = { totalSize: 3, collection: made(3, 9, 6) }
  test.each([
    ['that sorts in another way', () => ({ totalSize: 3, collection: made(3, 9) })],
    ['that does not count them', () => ({ collection: made(9, 6) })],
    ['that gives fewer than were asked for', () => ({ totalSize: 3, collection: made(9) })],
    [
      'that knows no order by date',
      () => Response.json({ collection: [{ code: 'QUERY-0', message: "Invalid 'by' parameter" }] }, { status: 400 }),
    ],
  ])('%s', async (_, window) => {
    const { api, asked } = await withResults((query) => (query.has('by') ? window() : whole))
    expect(ids(await api.listBackups('4-9-77', first))).toEqual(['9', '6', '3'])
    expect(asked.at(-1)).toBe('limit=1000')
  })
})

test('one result is asked for by itself', async () => {
  const { api, seen } = await withResults(() => ({ totalSize: 0, collection: [] }))
  await expect(api.getBackup('4-9-77', '5')).rejects.toMatchObject({ kind: 'not-found' })
  expect(seen.at(-1)).toBe(`GET ${results}/5`)
})

test('a type that policies know is one type in any letter case; another one stays as it came', async () => {
  const { api } = await withResults(() => ({
    totalSize: 3,
    collection: [
      { id: 9, type: 'complete' },
      { id: 8, type: ' Snapshot ' },
      { id: 7, type: 'Tape copy' },
    ],
  }))
  const { rows } = await api.listBackups('4-9-77', { offset: 0, limit: 3 })
  expect(rows.map(({ typeText }) => typeText)).toEqual(['COMPLETE', 'SNAPSHOT', 'Tape copy'])
})
