import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { Asked, Told } from './fetch-thread'

const outgoing = {
  url: 'https://cloud.example/api/list',
  method: 'GET',
  headers: { Accept: 'application/json' },
  credentials: 'omit',
} as const

const never = new AbortController().signal

/** A browser's thread as the page sees it; what is told to it is noted. */
class Thread extends EventTarget {
  static all: Thread[] = []
  readonly asked: Asked[] = []
  ended = false
  constructor() {
    super()
    Thread.all.push(this)
  }
  postMessage(asked: Asked): void {
    this.asked.push(asked)
  }
  terminate(): void {
    this.ended = true
  }
  tell(data: Told): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

const answer = { kind: 'answer', status: 200, ok: true, headers: [], body: { json: { of: 'the thread' } } } as const
const ofThePage = { body: { json: { of: 'the page' } } }

const asking = vi.fn<typeof fetch>()

async function started() {
  const elsewhere = await import('./fetch-thread')
  elsewhere.startFetchThread()
  const [thread] = Thread.all
  if (!thread) throw new Error('No thread was started')
  return { ask: elsewhere.fetchElsewhere, thread }
}

beforeEach(() => {
  vi.resetModules()
  Thread.all = []
  asking.mockReset().mockImplementation(() => Promise.resolve(Response.json({ of: 'the page' })))
  vi.stubGlobal('fetch', asking)
  vi.stubGlobal('Worker', Thread)
})
afterEach(() => vi.unstubAllGlobals())

test('until the thread says that it is there the page fetches by itself', async () => {
  const { ask, thread } = await started()
  await expect(ask(outgoing, never)).resolves.toMatchObject(ofThePage)
  thread.tell('ready')
  const asked = ask(outgoing, never)
  expect(thread.asked).toEqual([{ id: 1, outgoing }])
  thread.tell({ id: 1, answer })
  await expect(asked).resolves.toEqual(answer)
  expect(asking).toHaveBeenCalledOnce()
})

test('where there are no threads the page fetches', async () => {
  vi.stubGlobal('Worker', undefined)
  const elsewhere = await import('./fetch-thread')
  elsewhere.startFetchThread()
  await expect(elsewhere.fetchElsewhere(outgoing, never)).resolves.toMatchObject(ofThePage)
})

test('what nobody wants any more is given up there too, and its answer comes to nobody', async () => {
  const { ask, thread } = await started()
  thread.tell('ready')
  const caller = new AbortController()
  const asked = ask(outgoing, caller.signal)
  caller.abort(new Error('gone'))
  await expect(asked).resolves.toMatchObject({ kind: 'lost', status: null, cause: caller.signal.reason })
  expect(thread.asked.at(-1)).toEqual({ id: 1, outgoing: null })
  thread.tell({ id: 1, answer })
  expect(asking).not.toHaveBeenCalled()
})

test('a thread that is lost loses nothing: the page asks for what was on its way, and goes on by itself', async () => {
  const { ask, thread } = await started()
  thread.tell('ready')
  const asked = [ask(outgoing, never), ask(outgoing, never)]
  thread.dispatchEvent(new Event('error'))
  await expect(Promise.all(asked)).resolves.toMatchObject([ofThePage, ofThePage])
  expect(thread.ended).toBe(true)
  await expect(ask(outgoing, never)).resolves.toMatchObject(ofThePage)
  expect(asking).toHaveBeenCalledTimes(3)
})

test('the thread itself fetches, leaves behind what is not wanted, and stops when it is told to', async () => {
  const told: unknown[] = []
  const threadEnd = new EventTarget()
  vi.stubGlobal('addEventListener', threadEnd.addEventListener.bind(threadEnd))
  vi.stubGlobal('postMessage', (message: unknown) => told.push(message))
  await import('./fetch-worker')
  const hear = (data: Asked) => threadEnd.dispatchEvent(new MessageEvent('message', { data }))
  expect(told).toEqual(['ready'])

  asking.mockImplementation(() => Promise.resolve(Response.json({ collection: [{ id: 1, more: 2 }] })))
  hear({ id: 1, outgoing: { ...outgoing, kept: { members: ['id'], rels: [] } } })
  await vi.waitFor(() => expect(told).toHaveLength(2))
  expect(told[1]).toMatchObject({ id: 1, answer: { status: 200, body: { json: { collection: [{ id: 1 }] } } } })

  asking.mockImplementation(
    (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('stopped')))
      }),
  )
  hear({ id: 2, outgoing })
  hear({ id: 2, outgoing: null })
  asking.mockImplementation(() => Promise.reject(new TypeError('no network')))
  hear({ id: 3, outgoing })
  await vi.waitFor(() => expect(told).toHaveLength(3))
  expect(told[2]).toMatchObject({ id: 3, answer: { kind: 'lost', status: null } })
})
