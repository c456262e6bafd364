import { beforeEach, expect, test, vi } from 'vitest'

import { roundTrip } from './http'
import { attribute, forgetRequests, sentRequests } from './sent-requests'

const at = (path: string): URL => new URL(`https://cloud.example/api${path}`)
const token = 'Token s3cret'

const answers = (status: number, body: unknown): void => {
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })),
  )
}

beforeEach(() => {
  forgetRequests()
  answers(200, {})
})

test('what was sent is kept with what the platform answered, and without the token', async () => {
  answers(409, { collection: [{ code: 'BC-44', message: 'No' }] })
  const request = { method: 'POST', url: at('/backup'), headers: { Authorization: token }, body: { a: 1 } } as const
  await expect(roundTrip(request)).rejects.toThrow('409')
  expect(sentRequests.get()).toMatchObject([
    {
      method: 'POST',
      url: 'https://cloud.example/api/backup',
      headers: [
        ['X-Requested-With', 'XMLHttpRequest'],
        ['Authorization', 'Token $TOKEN'],
      ],
      body: { a: 1 },
      answer: { status: 409, code: 'BC-44' },
    },
  ])
  expect(JSON.stringify(sentRequests.get())).not.toContain('s3cret')
})

test('while the answer is on its way there is none, and no answer has no status', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('gone')))
  const trip = roundTrip({ method: 'POST', url: at('/x'), headers: {} })
  expect(sentRequests.get()[0]?.answer).toBeNull()
  await expect(trip).rejects.toThrow('lost')
  expect(sentRequests.get()[0]?.answer).toMatchObject({ status: null, code: 'unknown-outcome' })
})

test('a read that its reader gave up is not kept', async () => {
  const reader = new AbortController()
  vi.stubGlobal(
    'fetch',
    (_: URL, { signal }: RequestInit) =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
  )
  const trip = roundTrip({ method: 'GET', url: at('/x'), headers: {}, signal: reader.signal })
  reader.abort()
  await expect(trip).rejects.toThrow('abort')
  expect(sentRequests.get()).toEqual([])
})

const send = (method: 'GET' | 'POST') => roundTrip({ method, url: at('/same'), headers: {} })

test('a repeated read takes the place of the one before, a repeated write does not', async () => {
  await send('GET')
  await send('GET')
  await send('POST')
  await send('POST')
  expect(sentRequests.get().map(({ method }) => method)).toEqual(['POST', 'POST', 'GET'])
})

test('fifty are kept, the newest first', async () => {
  await Promise.all(Array.from({ length: 60 }, (_, n) => roundTrip({ method: 'GET', url: at(`/${n}`), headers: {} })))
  expect(sentRequests.get()).toHaveLength(50)
  expect(sentRequests.get()[0]?.url).toMatch(/\/59$/)
})

test('a read tells who asked, by its signal', async () => {
  const { signal } = new AbortController()
  attribute(signal, 'listBackups 12')
  await roundTrip({ method: 'GET', url: at('/x'), headers: {}, signal })
  await roundTrip({ method: 'GET', url: at('/y'), headers: {} })
  expect(sentRequests.get().map(({ by }) => by)).toEqual([null, 'listBackups 12'])
})
