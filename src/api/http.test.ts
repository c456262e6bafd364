import { afterEach, describe, expect, test, vi } from 'vitest'

import { ApiError } from './error'
import { readRetryAfter, readSkew, roundTrip } from './http'
import type { Request } from './request'

const url = new URL('https://cloud.example/api/x')
const read: Request = { method: 'GET', url, headers: {} }
const write: Request = { method: 'POST', url, headers: {}, body: { a: 1 } }

type Fetch = (url: URL, init: RequestInit) => Promise<Response>
const answerWith = (answer: Fetch) => {
  const fetched = vi.fn<Fetch>(answer)
  vi.stubGlobal('fetch', fetched)
  return fetched
}

const json = (body: unknown, status = 200, type = 'application/vnd.abiquo.errors+json; version=5.2'): Response =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers: { 'content-type': type } })

const failure = async (request: Request, limits?: Parameters<typeof roundTrip>[1]): Promise<ApiError> => {
  const error: unknown = await roundTrip(request, limits).catch((cause: unknown) => cause)
  if (!(error instanceof ApiError)) throw new Error('No ApiError', { cause: error })
  return error
}

/** A server that never answers, but hears when the caller hangs up. */
const silence: Fetch = (_, { signal }) =>
  new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))

/** The beginning of a list, and then nothing any more. */
const brokenOff = (): Response =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"collection": ['))
        controller.error(new TypeError('terminated'))
      },
    }),
    { headers: { 'content-type': 'application/json' } },
  )

const headers = (name: string, value: string): Headers => new Headers({ [name]: value })

afterEach(() => vi.unstubAllGlobals())

describe('one round trip', () => {
  test('sends no cookies, follows no redirect, and marks itself', async () => {
    const fetched = answerWith(async () => json({ ok: true }))
    expect((await roundTrip(write)).json).toEqual({ ok: true })
    expect(fetched).toHaveBeenCalledExactlyOnceWith(
      url,
      expect.objectContaining({
        credentials: 'omit',
        redirect: 'error',
        body: '{"a":1}',
        headers: expect.objectContaining({ 'X-Requested-With': 'XMLHttpRequest' }),
      }),
    )
  })

  test('an answer without a body is null', async () => {
    answerWith(async () => new Response(null, { status: 204 }))
    expect(await roundTrip(write)).toMatchObject({ status: 204, json: null })
  })

  test.each([
    [401, 'signed-out'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [409, 'conflict'],
    [400, 'invalid'],
    [413, 'invalid'],
    [414, 'invalid'],
    [415, 'invalid'],
    [422, 'invalid'],
    [429, 'busy'],
    [500, 'server'],
    [503, 'server'],
    [406, 'contract'],
    [501, 'server'],
  ])('%i is %s', async (status, kind) => {
    answerWith(async () =>
      json({ links: [], collection: [{ code: 'BC-44', message: 'Off first' }, { code: 'BC-2' }, 3] }, status),
    )
    const complaints = [
      { code: 'BC-44', message: 'Off first' },
      { code: 'BC-2', message: '' },
    ]
    expect(await failure(write)).toMatchObject({ kind, status, complaints, code: 'BC-44' })
  })

  test('a stale entity is told apart from another conflict', async () => {
    answerWith(async () =>
      json({ collection: [{ code: '409-CONFLICT-StaleObject', message: 'Another request' }] }, 409),
    )
    expect(await failure(write)).toMatchObject({ kind: 'stale' })
  })

  test.each([
    ['text/html', '<html><title>502</title></html>', []],
    ['text/plain', '  upstream timed out  ', [{ code: 'HTTP-500', message: 'upstream timed out' }]],
    ['text/plain', '<b>no</b>', []],
    ['text/plain', 'x'.repeat(5_000), [{ code: 'HTTP-500', message: 'x'.repeat(200) }]],
    ['application/json', '{"collection": [{"cod', []],
    ['application/json', 'null', []],
    ['application/json', '"Unexpected token"', []],
  ])('of a body in %s at most a short text remains', async (type, body, complaints) => {
    answerWith(async () => json(body, 500, type))
    expect((await failure(read)).complaints).toEqual(complaints)
  })

  test.each([
    ['HTML with status 200', () => json('<html></html>', 200, 'text/html')],
    ['no type', () => new Response(new Blob(['{}']))],
    ['half a list', () => json('{"collection": [{"id": 1, "na', 200)],
  ])('%s is not data; after a write nobody knows what became of it', async (_, answer) => {
    answerWith(async () => answer())
    expect(await failure(read)).toMatchObject({ kind: 'contract', status: 200 })
    expect(await failure(write)).toMatchObject({ kind: 'unknown-outcome' })
  })

  test('a lost connection: a read is offline, a write has an unknown outcome, and each was sent once', async () => {
    const fetched = answerWith(async () => {
      throw new TypeError('Failed to fetch')
    })
    expect(await failure(read)).toMatchObject({ kind: 'offline', status: null })
    expect(fetched).toHaveBeenCalledTimes(1)
    expect(await failure(write)).toMatchObject({ kind: 'unknown-outcome' })
    expect(fetched).toHaveBeenCalledTimes(2)
  })

  test('a body that breaks off is a lost connection', async () => {
    answerWith(async () => brokenOff())
    expect(await failure(read)).toMatchObject({ kind: 'offline' })
    expect(await failure(write)).toMatchObject({ kind: 'unknown-outcome', status: 200 })
  })

  test('silence ends after a while', async () => {
    answerWith(silence)
    const limits = { readWithin: 5, writeWithin: 5 }
    expect(await failure(read, limits)).toMatchObject({ kind: 'offline' })
    expect(await failure(write, limits)).toMatchObject({ kind: 'unknown-outcome' })
  })

  test('who hangs up gets the own reason back', async () => {
    answerWith(silence)
    const controller = new AbortController()
    const going = roundTrip({ ...read, signal: controller.signal })
    controller.abort(new Error('left the page'))
    await expect(going).rejects.toThrow('left the page')
  })

  test('without a network a write is refused and not sent; a read is tried', async () => {
    vi.stubGlobal('navigator', { onLine: false })
    const fetched = answerWith(async () => json({}))
    expect(await failure(write)).toMatchObject({ kind: 'offline' })
    expect(fetched).not.toHaveBeenCalled()
    await roundTrip(read)
    expect(fetched).toHaveBeenCalledTimes(1)
  })

  test.each([502, 504, 408])('%i after a write leaves its outcome unknown', async (status) => {
    answerWith(async () => json('<html>', status, 'text/html'))
    expect(await failure(write)).toMatchObject({ kind: 'unknown-outcome', status })
    expect(await failure(read)).toMatchObject({ kind: 'server', status })
  })
})

describe('headers', () => {
  const now = Date.parse('2026-03-18T10:00:00Z')

  test.each([
    ['3', 3_000],
    ['0', 0],
    ['86400', 300_000],
    ['Wed, 18 Mar 2026 10:00:30 GMT', 30_000],
    ['Wed, 18 Mar 2026 09:00:00 GMT', null],
    ['soon', null],
    ['-3', null],
    ['1.5', null],
    ['', null],
  ])('Retry-After %j waits %j ms', (value, wait) => {
    expect(readRetryAfter(headers('retry-after', value), now)).toBe(wait)
  })

  test('a busy platform says how long', async () => {
    answerWith(async () => new Response('', { status: 429, headers: { 'retry-after': '7' } }))
    expect(await failure(read)).toMatchObject({ kind: 'busy', retryAfter: 7_000 })
  })

  test.each([
    ['Wed, 18 Mar 2026 10:00:01 GMT', 0],
    ['Wed, 18 Mar 2026 09:59:59 GMT', 0],
    ['Wed, 18 Mar 2026 10:05:00 GMT', 300_500],
    ['Tue, 17 Mar 2026 10:00:00 GMT', -86_399_500],
    ['nonsense', null],
  ])('the clock of a server that says %s is %j ms ahead', (value, skew) => {
    expect(readSkew(headers('date', value), now)).toBe(skew)
  })
})
