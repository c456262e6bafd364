import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'

import { ApiError } from '~/api/error'
import { roundTrip } from '~/api/http'
import { beforeRefusals } from '~/api/refusals'
import type { Request } from '~/api/request'
import { explainError, learnCodes } from '~/texts/errors'

import { configAddress } from './config/asked'
import { knowMore } from './know-more'

beforeAll(async () => {
  await learnCodes()
  beforeRefusals(knowMore)
})
// Each of them is minutes after the one before: nobody remembers then whether the network was well.
const minute = 60_000
let now = Date.now()
beforeEach(() => {
  now += minute
  vi.spyOn(Date, 'now').mockImplementation(() => now)
})
afterEach(() => vi.unstubAllGlobals())
afterAll(() => vi.restoreAllMocks())

const accept = 'application/vnd.abiquo.virtualmachines+json; version=9.9'
const read: Request = { method: 'GET', url: new URL('https://cloud.example/api/x'), headers: { Accept: accept } }

/** The words of a read where the platform and the console's own server answer so; null: no answer. */
async function told(platform: Response | null, own: Response | null, request = read) {
  vi.stubGlobal('window', { location: { origin: 'https://console.example' } })
  const fetched = vi.fn<(address: URL | string) => Promise<Response>>(async (address) => {
    const answer = address === configAddress ? own : platform
    if (answer === null) throw new TypeError('Failed to fetch')
    return answer
  })
  vi.stubGlobal('fetch', fetched)
  const error: unknown = await roundTrip(request).catch((cause: unknown) => cause)
  if (!(error instanceof ApiError)) throw new Error('No ApiError', { cause: error })
  return { kind: error.kind, ...explainError(error), asked: fetched.mock.calls.length }
}

test.each([200, 404])(
  'a platform elsewhere keeps the console out, whose own server answers %i: the network is not blamed',
  async (status) => {
    expect(await told(null, new Response('', { status }))).toMatchObject({
      kind: 'offline',
      title: 'The platform did not let this console in, or cannot be reached.',
      detail: 'https://cloud.example',
      next: expect.stringContaining('CORS'),
      code: 'CORS',
    })
  },
)

test('where the own server is silent too, or the browser knows of no network, it is the network', async () => {
  const words = { title: 'No connection to the platform.', code: null }
  expect(await told(null, null)).toMatchObject(words)
  vi.stubGlobal('navigator', { onLine: false })
  expect(await told(null, new Response(''))).toMatchObject({ ...words, asked: 1 })
})

test('of many questions that fail at once one looks whether the network is well', async () => {
  expect(await told(null, new Response(''))).toMatchObject({ code: 'CORS', asked: 2 })
  expect(await told(null, new Response(''))).toMatchObject({ code: 'CORS', asked: 1 })
})

test('a platform at the address of the console is asked alone', async () => {
  const here = { ...read, url: new URL('https://console.example/api/x') }
  expect(await told(null, new Response(''), here)).toMatchObject({ title: 'No connection to the platform.', asked: 1 })
})

test.each([
  ['its own code', JSON.stringify({ collection: [{ code: '406-NOT-ACCEPTABLE', message: 'Invalid version' }] })],
  ['a page', '<html>406</html>'],
])('a version that the platform does not speak, said by %s: which one, and where it is set', async (_, body) => {
  const type = body.startsWith('{') ? 'application/json' : 'text/html'
  const answer = new Response(body, { status: 406, headers: { 'content-type': type } })
  expect(await told(answer, null)).toMatchObject({
    title: 'The platform does not offer this in the version of its API that was asked for.',
    detail: expect.stringContaining('version=9.9'),
    next: expect.stringContaining('`mediaVersion` in `config.json`'),
    code: expect.stringContaining('406'),
  })
})
