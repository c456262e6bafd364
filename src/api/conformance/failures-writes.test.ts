import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'

import { explainError, learnCodes } from '~/texts/errors'

import { loopbacks, shortenWaits, visits } from './loopback-fixture.bench'
import { cut, dropped, droppedAfter, type Incoming, instead, bent, on, silent, silentAfter } from './loopback.bench'
import { refusal } from './refusal.bench'

beforeAll(learnCodes)

const html = { 'content-type': 'text/html' }
const complaint = (code: string, message = 'The platform says so'): string =>
  JSON.stringify({ links: [], collection: [{ code, message }] })
const errors = { 'content-type': 'application/vnd.abiquo.errors+json; version=6.0' }

type How = (incoming: Incoming) => Promise<void>

afterEach(() => vi.unstubAllGlobals())

/** The failure catalogue for what changes something: sent once, and it ends as done, refused or unknown. */
describe.each(loopbacks)('%s, writes', (_, open) => {
  const visit = visits(open)

  const backUp = (): Promise<unknown> => visit().api.backUpNow(visit().vm.id, { replicate: false })
  const tasksThere = async (): Promise<number> => {
    visit().trouble(null)
    return (await visit().api.listTasks(visit().vm.id)).length
  }

  const lost: readonly (readonly [string, How, 'done' | 'not done'])[] = [
    ['3 network lost before it arrived', dropped, 'not done'],
    ['3 network lost after it was done', droppedAfter, 'done'],
    ['3 the answer cut in the middle', cut('length'), 'done'],
    ['6 no answer, nothing done', silent, 'not done'],
    ['6 no answer, and it was done', silentAfter, 'done'],
    ['6 a gateway that got tired', instead(504, html, '<h1>504</h1>'), 'not done'],
    ['21 a gateway that lost the platform', instead(502, html, '<h1>502</h1>'), 'not done'],
    ['23 a page in place of the answer, and it was done', bent(() => '<html>Sign in</html>', html), 'done'],
    ['24 an answer that is no JSON, and it was done', bent((text) => text.slice(0, -2)), 'done'],
  ]

  test.each(lost)('%s: one request, and nobody is told more than is known', async (__, how, what) => {
    const before = await tasksThere()
    shortenWaits()
    visit().trouble(on('write', how))
    const error = await refusal(backUp())
    expect(error).toMatchObject({ kind: 'unknown-outcome' })
    expect(explainError(error)).toMatchObject({
      title: 'We do not know whether it was done.',
      next: 'Look at what is there now before you try again.',
    })
    expect(visit().writes()).toBe(1)
    expect((await tasksThere()) - before).toBe(what === 'done' ? 1 : 0)
  })

  const refused: readonly (readonly [string, How, object, object])[] = [
    [
      '11 a session that ended in a form',
      instead(401, errors, complaint('401-UNAUTHORIZED')),
      { kind: 'signed-out' },
      { title: expect.stringMatching(/sign/i) },
    ],
    [
      '14 no right',
      instead(403, errors, complaint('NEW-1')),
      { kind: 'forbidden' },
      { next: expect.stringContaining('administrator') },
    ],
    [
      '15 it is gone',
      instead(404, errors, complaint('NEW-1')),
      { kind: 'not-found' },
      { title: 'This is not there any more.' },
    ],
    [
      '16 a locked VM',
      instead(409, errors, complaint('VM-2', 'The virtual machine is locked')),
      { kind: 'conflict', code: 'VM-2' },
      { code: 'VM-2' },
    ],
    [
      '17 someone else was faster',
      instead(409, errors, complaint('409-CONFLICT-StaleObject')),
      { kind: 'stale' },
      { next: 'What the platform has is read again. Send your change once more, if it is still right.' },
    ],
    ['18 a rule', instead(409, errors, complaint('BC-44')), { kind: 'conflict', code: 'BC-44' }, { code: 'BC-44' }],
    [
      '19 too large',
      instead(413, html, '<h1>413</h1>'),
      { kind: 'invalid', status: 413 },
      { title: 'What was sent is too large for the platform.' },
    ],
    [
      '20 too many requests',
      instead(429, { ...errors, 'retry-after': '90' }, complaint('NEW-1')),
      { kind: 'busy', retryAfter: 90_000 },
      { next: 'The platform asks to wait 1 min 30 sec before the next try.' },
    ],
    [
      '21 a failure of the platform',
      instead(500, { ...html, 'x-request-id': 'a7-42' }, '<h1>Oops</h1>'),
      { kind: 'server' },
      { code: 'HTTP 500, request a7-42', detail: null },
    ],
    ['22 maintenance', instead(503, html, '<h1>503</h1>'), { kind: 'server' }, { detail: null }],
  ]

  test.each(refused)('%s: refused, once, in words', async (__, how, error, words) => {
    const before = await tasksThere()
    visit().trouble(on('write', how))
    const refusedWith = await refusal(backUp())
    expect(refusedWith).toMatchObject(error)
    expect(explainError(refusedWith)).toMatchObject(words)
    expect(JSON.stringify(explainError(refusedWith))).not.toMatch(/[<>]|Unexpected token|undefined|NaN/)
    expect(visit().writes()).toBe(1)
    expect((await tasksThere()) - before).toBe(0)
  })

  test('17 a VM that changed since the form was opened is not overwritten: nothing is sent', async () => {
    const { api, vm, writes } = visit()
    const change = { assignments: [], basedOn: `${vm.revision} and more` }
    expect(await refusal(api.saveProtection(vm.id, change))).toMatchObject({ kind: 'stale' })
    expect(writes()).toBe(0)
  })

  test('32 each decision carries one key of its own', async () => {
    const { api, vm, keys, trouble } = visit()
    trouble(on('write', dropped))
    await refusal(api.backUpNow(vm.id, { replicate: false }))
    await refusal(api.backUpNow(vm.id, { replicate: false }))
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(2)
    expect(keys.every((key) => /^[\w-]{16,}$/.test(key))).toBe(true)
  })

  test('39 offline a write is refused before it is sent, and never sent later', async () => {
    const { api, vm, writes } = visit()
    vi.stubGlobal('navigator', { onLine: false })
    expect(await refusal(api.backUpNow(vm.id, { replicate: false }))).toMatchObject({ kind: 'offline' })
    vi.stubGlobal('navigator', { onLine: true })
    await api.getVm(vm.id)
    expect(writes()).toBe(0)
  })

  test('52 a redirect of a write is not followed', async () => {
    const { trouble, writes } = visit()
    trouble(on('write', instead(307, { location: 'http://127.0.0.1:9/elsewhere' }, '')))
    expect(await refusal(backUp())).toMatchObject({ kind: 'unknown-outcome' })
    expect(writes()).toBe(1)
  })
})
