import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { type BulkEvent, type BulkJob, reduceJob } from '~/domain/bulk-job'

import { forgetJob, keepChanges, keepJob, keptJob, keptStates } from './bulk-kept'
import { hasOpenJob, keptJobKey } from './bulk-open'

const at = '2026-03-02T08:00:00.000Z'
const said = { title: 'A backup of this VM runs now.', detail: null, next: 'Wait until it has ended.', code: 'BC-7' }

/** The storage of a browser, which counts what is written, and has room for so many characters. */
function newStorage(room = Infinity, kept = new Map<string, string>()) {
  const written: string[] = []
  const storage = {
    get length() {
      return kept.size
    },
    key: (place: number) => Array.from(kept.keys())[place] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (text.length > room) throw new DOMException('Full', 'QuotaExceededError')
      written.push(text)
      kept.set(key, text)
    },
    removeItem: (key: string) => void kept.delete(key),
  }
  vi.stubGlobal('localStorage', storage)
  return { kept, written }
}

const jobOf = (n: number, skipped = 0): BulkJob => {
  const ids = Array.from({ length: n }, (_, place) => `vm-${String(place)}`)
  return {
    id: at,
    startedAt: at,
    order: { action: 'backup', replicate: false, replicateOwn: {} },
    lines: ids.map((id) => ({
      id,
      name: `web ${id}`,
      datacenter: 'Barcelona',
      tenant: null,
      replaces: [],
      replicate: false,
    })),
    states: Object.fromEntries(ids.slice(0, skipped).map((id) => [id, { at: 'skipped', time: at, said }] as const)),
  }
}

let storage = newStorage()
beforeEach(() => {
  storage = newStorage()
})
afterEach(() => vi.unstubAllGlobals())

const tell = (job: BulkJob, event: BulkEvent): BulkJob => {
  const after = reduceJob(job, event)
  expect(keepChanges('ada', job, after)).toBe(true)
  return after
}

test('a job of thousands of VMs comes back whole, and each answer writes a few kilobytes', () => {
  const job = jobOf(2_000, 600)
  expect(keepJob('ada', job)).toBe(true)
  expect(keptJob('ada')).toEqual(job)
  const before = storage.written.length
  const sent = tell(job, { type: 'send', id: 'vm-1500', at })
  const done = tell(sent, {
    type: 'answer',
    id: 'vm-1500',
    at,
    answer: { kind: 'failed', said: { ...said, title: 'Refused' } },
  })
  const written = storage.written.slice(before)
  expect(written).toHaveLength(2)
  expect(Math.max(...written.map(({ length }) => length))).toBeLessThan(8_000)
  expect(keptJob('ada')).toEqual(done)
})

test('words that many lines share are kept once in a piece', () => {
  keepJob('ada', jobOf(50, 50))
  const piece = storage.kept.get(`${keptJobKey('ada')}#0`) ?? ''
  expect(piece.split(said.title)).toHaveLength(2)
})

test('a new job takes the place of the older one with all its pieces, and forgetting leaves nothing', () => {
  keepJob('ada', jobOf(500, 500))
  const smaller = { ...jobOf(60), id: 'newer' }
  keepJob('ada', smaller)
  expect(keptJob('ada')).toEqual(smaller)
  expect(Array.from(storage.kept.keys())).toEqual([`${keptJobKey('ada')}#open`, keptJobKey('ada')])
  keepJob('ada', jobOf(500, 500))
  keepJob('bea', smaller)
  expect(forgetJob('ada')).toBe(true)
  expect(Array.from(storage.kept.keys())).toEqual([`${keptJobKey('bea')}#open`, keptJobKey('bea')])
})

test('a job is open, which is seen without reading it, until nothing of it waits or is not known', () => {
  expect(hasOpenJob('ada')).toBe(false)
  const job = jobOf(1)
  keepJob('ada', job)
  expect(hasOpenJob('ada')).toBe(true)
  expect(hasOpenJob('bea')).toBe(false)
  const sent = tell(job, { type: 'send', id: 'vm-0', at })
  const lost = tell(sent, { type: 'interrupted', at })
  expect(hasOpenJob('ada')).toBe(true)
  const again = tell(tell(lost, { type: 'again', ids: ['vm-0'] }), { type: 'send', id: 'vm-0', at })
  tell(again, { type: 'answer', id: 'vm-0', at, answer: { kind: 'done', task: null } })
  expect(hasOpenJob('ada')).toBe(false)
})

test('a piece that cannot be read makes nothing of the job: what went must not pass for what waits', () => {
  keepJob('ada', jobOf(120, 120))
  storage.kept.set(`${keptJobKey('ada')}#1`, '{"job":')
  expect(keptJob('ada')).toBeNull()
  expect(keptStates(at, JSON.stringify({ job: 'other', said: [], states: {} }))).toBeNull()
})

test('where there is no room nothing older is left, and it says so', () => {
  const job = jobOf(60)
  keepJob('ada', job)
  const full = newStorage(100, storage.kept)
  expect(keepChanges('ada', job, reduceJob(job, { type: 'send', id: 'vm-7', at }))).toBe(false)
  expect(full.kept.size).toBe(0)
})

test('45 a kept job that is no job of ours is none', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.json(), fc.constantFrom('{}', '[]', 'null', '{"id":"1","lines":7}')),
      (text) => {
        vi.stubGlobal('localStorage', { getItem: () => text })
        expect(keptJob('ada')).toBeNull()
      },
    ),
    { numRuns: 200 },
  )
})

const blocked = (): never => {
  throw new DOMException('Blocked', 'SecurityError')
}

test('44 where the browser blocks its storage there is no kept job, and keeping one says so', () => {
  vi.stubGlobal('localStorage', { getItem: blocked, setItem: blocked, removeItem: blocked })
  expect(keptJob('ada')).toBeNull()
  expect(forgetJob('ada')).toBe(false)
})
