import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { type BulkEvent, type BulkJob, countJob, lineState, linesAt, reduceJob } from './bulk-job'

const at = '2026-03-02T08:00:00.000Z'
const said = { title: 'Refused', detail: null, next: null, code: null }
const ids = ['a', 'b', 'c']
const job: BulkJob = {
  id: '1',
  startedAt: at,
  order: { action: 'backup', replicate: false, replicateOwn: {} },
  lines: ids.map((id) => ({ id, name: id, datacenter: null, tenant: null, replaces: [], replicate: false })),
  states: {},
}
const after = (...events: readonly BulkEvent[]): BulkJob => events.reduce(reduceJob, job)

test('what was on its way when the page went is not known, and waits for a person', () => {
  const left = after({ type: 'send', id: 'a', at }, { type: 'interrupted', at })
  expect(lineState(left, 'a')).toEqual({ at: 'unknown', since: at, time: at })
  expect(linesAt(left, 'waiting')).toEqual(['b', 'c'])
  expect(reduceJob(left, { type: 'send', id: 'a', at })).toBe(left)
  const again = reduceJob(left, { type: 'again', ids: ['a'] })
  expect(lineState(again, 'a').at).toBe('waiting')
})

test('what is done is never sent again, not even when someone asks for it', () => {
  const done = after(
    { type: 'send', id: 'a', at },
    { type: 'answer', id: 'a', at, answer: { kind: 'done', task: null } },
  )
  expect(reduceJob(done, { type: 'again', ids: ['a'] })).toBe(done)
  expect(reduceJob(done, { type: 'send', id: 'a', at })).toBe(done)
})

test('what certainly did not arrive waits again', () => {
  const back = after({ type: 'send', id: 'a', at }, { type: 'answer', id: 'a', at, answer: { kind: 'not-sent' } })
  expect(lineState(back, 'a').at).toBe('waiting')
})

const id = fc.constantFrom(...ids, 'stranger')
const events: fc.Arbitrary<BulkEvent> = fc.oneof(
  id.map((one): BulkEvent => ({ type: 'send', id: one, at })),
  fc
    .tuple(
      id,
      fc.constantFrom(
        { kind: 'done', task: 't' } as const,
        { kind: 'failed', said } as const,
        { kind: 'skipped', said } as const,
        { kind: 'unknown' } as const,
      ),
    )
    .map(([one, answer]): BulkEvent => ({ type: 'answer', id: one, at, answer })),
  fc.constant<BulkEvent>({ type: 'interrupted', at }),
  fc.subarray(ids).map((some): BulkEvent => ({ type: 'again', ids: some })),
)

test('no line is ever sent twice for one decision, and the counts add up', () => {
  fc.assert(
    fc.property(fc.array(events, { maxLength: 60 }), (list) => {
      // How often each may be sent: once, and once more for each time that a person asked while it was open.
      const allowed = new Map(ids.map((one) => [one, 1]))
      const sent = new Map<string, number>()
      let now = job
      for (const event of list) {
        const next = reduceJob(now, event)
        if (event.type === 'send' && next !== now) sent.set(event.id, (sent.get(event.id) ?? 0) + 1)
        if (event.type === 'again')
          for (const one of event.ids)
            if (next !== now && lineState(now, one).at !== 'waiting' && lineState(next, one).at === 'waiting')
              allowed.set(one, (allowed.get(one) ?? 0) + 1)
        now = next
        const total = Object.values(countJob(now)).reduce((sum, n) => sum + n, 0)
        expect(total).toBe(ids.length)
      }
      for (const [one, times] of sent) expect(times).toBeLessThanOrEqual(allowed.get(one) ?? 0)
      expect(sent.has('stranger')).toBe(false)
    }),
  )
})
