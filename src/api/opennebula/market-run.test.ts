import { afterEach, expect, test, vi } from 'vitest'

import { vmNamed } from '../conformance/seeded.bench'
import { openNebula } from './adapter'
import { browserJournal, newRun } from './market-run'
import { endOf } from './market.bench'
import { nebulaBench } from './opennebula.bench'

afterEach(() => vi.unstubAllGlobals())

/** What a browser says where a person or an administrator blocked its storage. */
const blocked = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}

/** A browser's storage; `full` keeps nothing more. */
function storage() {
  const items = new Map<string, string>()
  const state = { full: false }
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (state.full) throw new DOMException('No room', 'QuotaExceededError')
      items.set(key, value)
    },
  })
  return state
}

const run = (vm: number) =>
  newRun({ by: '2@cloud.example', vm, vmName: `vm-${vm}`, market: 100, old: [], now: new Date(0), mark: 'a1b2c3' })

async function backedUp(): Promise<string> {
  const { fetch, skip } = nebulaBench('6.0')
  vi.stubGlobal('fetch', fetch)
  const api = openNebula({ base: 'https://cloud.example/RPC2', driving: { wait: (time) => skip(time / 1_000) } })
  await api.signIn({ user: 'operator', password: 'operator' })
  const { task } = await api.backUpNow((await vmNamed(api, 'web-frontend-01')).id, { replicate: false, place: '100' })
  return (await endOf(api, task)).state
}

test('a Marketplace backup is made where the storage of the browser is blocked', async () => {
  vi.stubGlobal('localStorage', undefined)
  Object.defineProperty(globalThis, 'localStorage', { get: blocked, configurable: true })
  expect(await backedUp()).toBe('done')
})

test('a Marketplace backup is made where the storage of the browser is full', async () => {
  storage().full = true
  expect(await backedUp()).toBe('done')
})

test('runs outlive the page, and again once there is room', () => {
  const state = storage()
  const journal = browserJournal()
  journal.save([run(1)])
  expect(browserJournal().load()).toEqual([run(1)])
  state.full = true
  journal.save([run(1), run(2)])
  expect(journal.load()).toEqual([run(1), run(2)])
  expect(browserJournal().load()).toEqual([run(1)])
  state.full = false
  journal.save([run(2)])
  expect([journal.load(), browserJournal().load()]).toEqual([[run(2)], [run(2)]])
})

test('a run is worked on by one at a time, and by the next once that is over', async () => {
  const journal = browserJournal()
  const begun: number[] = []
  const over: (() => void)[] = []
  const work = (turn: number) => () => {
    begun.push(turn)
    return new Promise<void>((done) => over.push(done))
  }
  const first = journal.alone('a', work(1))
  await journal.alone('a', work(2))
  expect(begun).toEqual([1])
  over[0]?.()
  await first
  void journal.alone('a', work(3))
  expect(begun).toEqual([1, 3])
})
