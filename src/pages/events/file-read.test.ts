import { describe, expect, test, vi } from 'vitest'

import { event } from '~/domain/samples'

import { type Progress, readForFile, type Source } from './file-read'
import type { Question } from './list-question'

const { signal } = new AbortController()
const now = new Date(1_000_000)

const ask = (change: Partial<Question> = {}): Question => ({
  query: { offset: 100, limit: 50, tenant: 'Acme' },
  actions: null,
  sifts: false,
  shown: ({ rows, total }) => ({ rows, total, lookedThrough: null }),
  ...change,
})

/** A trail of so many events, each of another second, newest first; and what was asked of it. */
function trail(length: number, usual = 'VIRTUAL_MACHINE_BACKUP_FINISH') {
  const list = vi.fn<Source['list']>(async ({ offset, limit, action = usual }) => ({
    rows: Array.from({ length: Math.max(0, Math.min(limit, length - offset)) }, (_, place) =>
      event({
        id: `${action} ${String(offset + place)}`,
        at: new Date((length - offset - place) * 1_000),
        action,
      }),
    ),
    total: length,
    unreadable: 0,
  }))
  return { list, now: () => now.getTime() }
}

const quiet = (_: Progress): void => undefined

describe('events for a file', () => {
  test('are read from the newest on, whichever page was shown, up to an end that stands still', async () => {
    const source = trail(2_500)
    const seen: number[] = []
    const { events, cutOf } = await readForFile(ask(), source, signal, ({ read }) => seen.push(read))
    expect(events).toHaveLength(2_500)
    expect(cutOf).toBeNull()
    expect(seen).toEqual([1_000, 2_000, 2_500])
    expect(source.list.mock.calls.map(([{ offset, limit, tenant, to }]) => [offset, limit, tenant, to])).toEqual([
      [0, 1_000, 'Acme', now],
      [1_000, 1_000, 'Acme', now],
      [2_000, 1_000, 'Acme', now],
    ])
  })

  test('end at the bound, and it is said', async () => {
    const { events, cutOf } = await readForFile(ask(), trail(12_345), signal, quiet)
    expect(events).toHaveLength(10_000)
    expect(cutOf).toBe(12_345)
  })

  test('of several actions are joined, newest first', async () => {
    const { events, cutOf } = await readForFile(ask({ actions: ['A', 'B'] }), trail(3), signal, quiet)
    expect(events.map(({ id }) => id)).toEqual(['A 0', 'B 0', 'A 1', 'B 1', 'A 2', 'B 2'])
    expect(cutOf).toBeNull()
  })

  test('of no action are none, and nobody is asked', async () => {
    const source = trail(3)
    const { events } = await readForFile(ask({ actions: [] }), source, signal, quiet)
    expect(events).toEqual([])
    expect(source.list).not.toHaveBeenCalled()
  })

  test('are sifted where the platform cannot', async () => {
    const found = await readForFile(ask({ sifts: true }), trail(5, 'VIRTUAL_MACHINE_POWER_ON'), signal, quiet)
    expect(found).toEqual({ events: [], cutOf: null })
  })
})
