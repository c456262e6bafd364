import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { askAhead, forgetAhead, takeAhead } from './ahead'

const question = {
  url: 'https://cloud.example/api/list',
  method: 'GET',
  headers: { Accept: 'application/json' },
  credentials: 'same-origin',
} as const

const fetched = vi.fn<typeof fetch>()
beforeEach(() => {
  fetched.mockReset().mockImplementation(() => Promise.resolve(Response.json({ collection: [{ id: 1, more: 2 }] })))
  vi.stubGlobal('fetch', fetched)
})
afterEach(() => {
  forgetAhead()
  vi.unstubAllGlobals()
})

test('an answer that was asked ahead is taken once, with only what is wanted of its rows', async () => {
  askAhead(question)
  const kept = { members: ['id'], rels: [] }
  await expect(takeAhead({ ...question, kept })).resolves.toMatchObject({ body: { json: { collection: [{ id: 1 }] } } })
  expect(takeAhead(question)).toBeNull()
  expect(fetched).toHaveBeenCalledTimes(1)
})

test('a refusal is an answer too', async () => {
  fetched.mockImplementation(() => Promise.resolve(new Response(null, { status: 401 })))
  askAhead(question)
  await expect(takeAhead(question)).resolves.toMatchObject({ status: 401, ok: false })
})

test('in other words, by another person, or with no answer there is none', async () => {
  askAhead(question)
  expect(takeAhead({ ...question, headers: { Accept: 'text/plain' } })).toBeNull()
  expect(takeAhead({ ...question, credentials: 'omit' })).toBeNull()
  forgetAhead()
  expect(takeAhead(question)).toBeNull()

  fetched.mockImplementation(() => Promise.reject(new TypeError('no network')))
  askAhead(question)
  await expect(takeAhead(question)).resolves.toBeNull()
})
