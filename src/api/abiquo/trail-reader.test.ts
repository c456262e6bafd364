import { afterEach, expect, test, vi } from 'vitest'

import { signedIn } from './adapter.bench'

afterEach(() => vi.unstubAllGlobals())

const end = (id: number, severity: 'INFO' | 'ERROR') => ({
  id,
  timestamp: '2026-03-01T08:00:00Z',
  severity,
  actionPerformed: 'VIRTUAL_MACHINE_SCHEDULED_BACKUP',
  idVirtualMachine: id,
  idVirtualApp: 9,
  idVirtualDatacenter: 4,
  stacktrace: null,
})

/** A trail of two failed backups, of which one is garbled on its way as long as somebody says so. */
async function visit() {
  const { api } = await signedIn({})
  let garbled = true
  vi.stubGlobal('fetch', (address: URL) => {
    const isAsked = new URL(address).searchParams.get('actionperformed') === 'VIRTUAL_MACHINE_SCHEDULED_BACKUP'
    const lines = isAsked
      ? [end(1, 'ERROR'), garbled ? { ...end(2, 'ERROR'), id: null, timestamp: {} } : end(2, 'ERROR')]
      : []
    return Promise.resolve(
      new Response(JSON.stringify({ collection: lines, totalSize: lines.length, links: [] }), {
        headers: { 'content-type': 'application/json' },
      }),
    )
  })
  return {
    api,
    mend: () => {
      garbled = false
    },
  }
}

const since = new Date('2026-02-28T00:00:00Z')

test('a line that could not be read is asked for again, and is there once it can be', async () => {
  const { api, mend } = await visit()
  const ends = async () => (await api.recentOutcomes(since)).outcomes.map(({ vmId }) => vmId)
  expect(await ends()).toEqual(['4-9-1'])
  mend()
  expect(await ends()).toEqual(['4-9-1', '4-9-2'])
})

test('so is a failure of the day, and then nothing is said to be missing', async () => {
  const { api, mend } = await visit()
  const ids = async () => (await api.recentFailures(since)).failures.map(({ id }) => id)
  expect(await ids()).toEqual(['1'])
  mend()
  expect(await ids()).toEqual(['1', '2'])
})
