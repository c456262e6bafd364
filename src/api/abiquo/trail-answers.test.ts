import { afterEach, expect, test, vi } from 'vitest'

import { signedIn } from './adapter.bench'

afterEach(() => vi.unstubAllGlobals())

const lines = (from: number, count: number) =>
  Array.from({ length: count }, (_, place) => ({
    id: from + place,
    timestamp: '2026-03-01T08:00:00Z',
    severity: 'INFO',
    actionPerformed: 'VIRTUAL_MACHINE_SCHEDULED_BACKUP',
    idVirtualMachine: 77,
    idVirtualApp: 9,
    idVirtualDatacenter: 4,
    stacktrace: null,
  }))

test('a long trail is read window after window, and a line that moved on meanwhile counts once', async () => {
  const { api } = await signedIn({})
  const asked: string[] = []
  vi.stubGlobal('fetch', (address: URL) => {
    const { searchParams } = new URL(address)
    const start = Number(searchParams.get('startwith') ?? 0)
    const isMain = searchParams.get('actionperformed') === 'VIRTUAL_MACHINE_SCHEDULED_BACKUP'
    if (isMain) asked.push(`${start}+${searchParams.get('limit')}`)
    // One line was written after the first window was read.
    const collection = isMain ? (start === 0 ? lines(0, 600) : lines(599, 401)) : []
    return Promise.resolve(
      new Response(JSON.stringify({ collection, totalSize: isMain ? 1_000 : 0, links: [] }), {
        headers: { 'content-type': 'application/json' },
      }),
    )
  })
  const span = { from: new Date('2026-02-20T00:00:00Z'), to: new Date('2026-03-02T00:00:00Z') }
  const { outcomes, complete } = await api.listOutcomes(span)
  expect(asked).toEqual(['0+600', '600+600'])
  expect(new Set(outcomes.map(({ id }) => id)).size).toBe(1_000)
  expect(outcomes).toHaveLength(1_000)
  expect(complete).toBe(false)
})
