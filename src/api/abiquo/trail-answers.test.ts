import { afterEach, expect, test, vi } from 'vitest'

import { signedIn } from './adapter.bench'
import { trailAnswers } from './trail-answers'

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

test('who asks at the same moment shares an answer, and nobody takes one for newer than it is', async () => {
  let asked = 0
  let skew = 0
  const answersOf = trailAnswers(
    {
      read: async (_path, _entity, reply) => {
        asked += 1
        return reply.parse({ collection: [], totalSize: 0, links: [] })
      },
      clockSkew: () => skew,
    },
    '5.2',
  )
  const question = { actions: ['VIRTUAL_MACHINE_BACKUP_FINISH'], from: new Date(Date.now() - 60_000), to: null }
  await Promise.all([answersOf(question), answersOf(question)])
  expect(asked).toBe(1)
  // The next answer told that the server's clock is half an hour further: what it knows by then is not in that answer.
  skew = 30 * 60_000
  await answersOf(question)
  expect(asked).toBe(2)
})
