import { afterEach, describe, expect, test, vi } from 'vitest'

import { allBackups } from '~/domain/samples'

import { base, signedIn } from './adapter.bench'

const vm = '/cloud/virtualdatacenters/4/virtualappliances/9/virtualmachines/77'
const metadata = `${vm}/metadata`
const machine = { links: [{ rel: 'edit', href: base + vm }] }
const done = {
  id: 'b-1',
  name: 'nightly',
  type: 'complete',
  date: '2016/03/01 02:00:11 +0100',
  size: 250,
  status: 'done',
}

afterEach(() => vi.unstubAllGlobals())

/** Someone signed in to an early platform with one VM, whose metadata is this. */
const withMetadata = (kept: unknown, more: Readonly<Record<string, unknown>> = {}) =>
  signedIn({ [`GET ${vm}`]: machine, [`GET ${metadata}`]: { links: [], metadata: kept }, ...more }, undefined, {
    mediaVersion: '3.10',
  })

const withResults = (...results: readonly unknown[]) => withMetadata({ chef: '{}', backupResults: { results } })

/** What one row comes to. */
async function backupOf(row: object) {
  const { api } = await withResults({ ...done, ...row })
  const { rows } = await api.listBackups('4-9-77', allBackups)
  return rows[0]
}

describe('before 4.0 results of backups are read from the metadata of the VM', () => {
  test('newest first or oldest first, all of them at once', async () => {
    const { api, seen } = await withResults(
      { ...done, id: 3 },
      { ...done, id: 'b 5/ü', date: '2016/03/02 02:00:11 -0000' },
      { ...done, id: 'undated', date: 'last night' },
    )
    const { rows, total, unreadable } = await api.listBackups('4-9-77', allBackups)
    expect(rows.map(({ createdAt }) => createdAt?.toISOString())).toEqual([
      '2016-03-02T02:00:11.000Z',
      '2016-03-01T01:00:11.000Z',
      undefined,
    ])
    expect({ total, unreadable }).toEqual({ total: 3, unreadable: 0 })
    expect(rows.every(({ id }) => /^[\w~-]+$/.test(id))).toBe(true)
    expect(seen).toEqual([`GET ${vm}`, `GET ${metadata}`])
    const oldest = await api.listBackups('4-9-77', { offset: 1, limit: 1, oldestFirst: true })
    expect(oldest.rows.map(({ id }) => id)).toEqual([rows[0]?.id, rows[2]?.id])
    await Promise.all(rows.map(async (row) => expect(await api.getBackup('4-9-77', row.id)).toEqual(row)))
  })

  test('what is free text stays text: a size has no unit that anybody knows, and a type may be any word', async () => {
    expect(await backupOf({})).toEqual({
      id: expect.stringMatching(/^~/),
      name: 'nightly',
      outcome: 'good',
      statusText: 'done',
      typeText: 'COMPLETE',
      sizeMb: null,
      sizeText: '250',
      createdAt: new Date('2016-03-01T01:00:11Z'),
      expiresAt: null,
      policy: null,
      restores: [],
    })
    expect(await backupOf({ size: '20 GB', type: 1, name: 7 })).toMatchObject({
      sizeText: '20 GB',
      typeText: '1',
      name: '7',
    })
  })

  test.each([
    ['done', 'good'],
    ['completed', 'good'],
    ['progress', 'running'],
    ['failed', 'failed'],
    ['Done', 'unknown'],
    ['complete', 'unknown'],
    [' done', 'unknown'],
    ['verifying', 'unknown'],
    [null, 'unknown'],
  ])('a status counts to the letter: %j is %s', async (status, outcome) => {
    expect(await backupOf({ status })).toMatchObject({ outcome, statusText: status ?? '' })
  })

  test.each([
    [{}, []],
    [{ restore: 'requested' }, [{ outcome: 'unknown', statusText: 'requested', startedAt: null }]],
    [{ restore: 'requested', restoreInfo: {} }, [{ outcome: 'running', statusText: 'requested' }]],
    [
      { restoreInfo: { result: 'success', date: '2016/03/02 09:10:00 +0000' } },
      [{ outcome: 'good', statusText: 'success', startedAt: new Date('2016-03-02T09:10:00Z') }],
    ],
    [{ restoreInfo: { result: 'failed' } }, [{ outcome: 'failed', statusText: 'failed' }]],
    [{ restoreInfo: { result: 'copying' } }, [{ outcome: 'running', statusText: 'copying' }]],
  ])('a restore that was asked for, %j', async (row, restores) => {
    expect((await backupOf(row))?.restores).toMatchObject(restores)
  })

  test('a broken row is counted and breaks nothing', async () => {
    const { api } = await withResults(null, 7, { name: 'no id' }, done, [], {
      ...done,
      id: 2,
      restoreInfo: 'x',
      date: {},
    })
    await expect(api.listBackups('4-9-77', allBackups)).resolves.toMatchObject({
      rows: [{ name: 'nightly' }, {}],
      unreadable: 4,
    })
  })

  test.each([[{}], [{ backupResults: {} }], [{ backupResults: null }], [null], [{ backupResults: { results: [] } }]])(
    'where %j is all that there is, there are none',
    async (kept) => {
      const { api } = await withMetadata(kept)
      await expect(api.listBackups('4-9-77', allBackups)).resolves.toEqual({ rows: [], total: 0, unreadable: 0 })
    },
  )

  test.each([[{ backupResults: { results: 'many' } }], [{ backupResults: 7 }], ['x']])(
    'where %j stands in their place, nobody says that there are none',
    async (kept) => {
      const { api } = await withMetadata(kept)
      await expect(api.listBackups('4-9-77', allBackups)).rejects.toMatchObject({ kind: 'contract' })
    },
  )
})

describe('a restore before 4.0', () => {
  const path = `POST ${vm}/action/restorebackup`
  const answer = { [path]: new Response(null, { status: 204 }) }

  test('sends the record as it stands, every value a text, and names no task', async () => {
    const { api, seen, bodies } = await withMetadata({ backupResults: { results: [done] } }, answer)
    const { rows } = await api.listBackups('4-9-77', allBackups)
    await expect(api.restore('4-9-77', rows[0]?.id ?? '')).resolves.toEqual({ task: null })
    expect(seen.at(-1)).toBe(path)
    expect(bodies.at(-1)).toEqual({ ...done, size: '250', links: [] })
  })

  test('of a result that is gone asks for nothing', async () => {
    const { api, seen } = await withMetadata({}, answer)
    await expect(api.restore('4-9-77', '3')).rejects.toMatchObject({ kind: 'not-found' })
    expect(seen.every((key) => key.startsWith('GET'))).toBe(true)
  })
})

test('the place of a VM before 4.0 says that a backup holds no VM, and replicates nothing', async () => {
  const location = { rel: 'location', title: 'Oslo', href: `${base}/cloud/locations/2` }
  const { api } = await withMetadata(null, {
    [`GET ${vm}`]: { links: [...machine.links, location] },
    'GET /cloud/locations/2': { id: 2, name: 'Oslo', links: [] },
  })
  await expect(api.getSite('4-9-77')).resolves.toMatchObject({ ways: { holds: false, replicates: false } })
})
