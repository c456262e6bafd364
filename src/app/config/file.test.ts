import { afterEach, describe, expect, test, vi } from 'vitest'

import { configOf, readConfig } from './file'

afterEach(() => vi.unstubAllGlobals())

const answering = (text: string, init: ResponseInit = {}) =>
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response(text, { headers: { 'content-type': 'application/json' }, ...init })),
  )
const problemOf = async () => {
  const config = await readConfig()
  return config.kind === 'problem' ? config.problem : null
}

describe('the file', () => {
  test('may be missing: then everything has its default', async () => {
    answering('<h1>Not found</h1>', { status: 404 })
    expect(await readConfig()).toMatchObject({ kind: 'settings', settings: { apiBase: '/api', product: 'Holdfast' } })
  })

  test.each(['', ' \n'])('may be empty, as the page about its problems says: %j', (text) => {
    expect(configOf(text, 'application/json')).toMatchObject({ kind: 'settings', settings: { apiBase: '/api' } })
  })

  test('is read past caches that do not ask again', async () => {
    const fetched = vi.fn<() => Promise<Response>>(() => Promise.resolve(new Response('{}')))
    vi.stubGlobal('fetch', fetched)
    await readConfig()
    expect(fetched).toHaveBeenCalledWith('/config.json', expect.objectContaining({ cache: 'no-cache' }))
  })

  test('that a server cannot give is told with the status', async () => {
    answering('no', { status: 503 })
    expect(await problemOf()).toEqual({ kind: 'unread', status: 503 })
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
    expect(await problemOf()).toEqual({ kind: 'unread', status: null })
  })

  test('a page in its place is told as such, whatever the server calls it', async () => {
    answering('<!doctype html><title>x</title>', { headers: { 'content-type': 'text/html; charset=utf-8' } })
    expect(await problemOf()).toEqual({ kind: 'page' })
    expect(configOf('\n<html>', 'application/json')).toEqual({ kind: 'problem', problem: { kind: 'page' } })
  })

  test('that is no JSON is told with the line', () => {
    expect(configOf('{\n  "apiBase": "/api",\n}', '')).toEqual({
      kind: 'problem',
      problem: { kind: 'no-json', line: 3 },
    })
    expect(configOf('{\n  "apiBase": "/api"\n', '')).toMatchObject({ problem: { kind: 'no-json' } })
  })

  test('in UTF-16, as some shells write it, is told as such', async () => {
    const text = '\uFEFF{\r\n  "apiBase": "/api"\r\n}'
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(Buffer.from(text, 'utf16le'))))
    expect(await problemOf()).toEqual({ kind: 'not-utf8' })
  })

  test.each(['[]', 'null', '"text"', '7'])('%s is not one object', (text) =>
    expect(configOf(text, 'application/json')).toEqual({ kind: 'problem', problem: { kind: 'no-object' } }),
  )

  test('with mistakes names them', () => {
    expect(configOf('{"session":"magic"}', '')).toEqual({
      kind: 'problem',
      problem: { kind: 'mistakes', json: { session: 'magic' }, paths: [['session']] },
    })
  })
})
