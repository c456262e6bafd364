import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { type CurlRequest, shellQuoted, toCurl, toScript } from './curl'

/** What a POSIX shell makes of a command line: its words. It knows single quotes, double quotes, backslashes and nothing else. */
function wordsOf(line: string): readonly string[] {
  const words: string[] = []
  let word: string | null = null
  let at = 0
  const take = (text: string): void => {
    word = (word ?? '') + text
  }
  while (at < line.length) {
    const one = line[at] ?? ''
    if (one === "'" || one === '"') {
      const end = line.indexOf(one, at + 1)
      if (end === -1) throw new Error('a quote stays open')
      take(line.slice(at + 1, end))
      at = end
    } else if (one === '\\') {
      at += 1
      if (line[at] !== '\n') take(line[at] ?? '')
    } else if (one === ' ' || one === '\n') {
      if (one === '\n') throw new Error('the command ends early')
      if (word !== null) words.push(word)
      word = null
    } else if (/[$`;&|<>()*?[\]#~!{}]/u.test(one)) throw new Error(`the shell reads ${one}`)
    else take(one)
    at += 1
  }
  return word === null ? words : [...words, word]
}

const plain: CurlRequest = {
  method: 'PUT',
  url: 'https://cloud.example/api/cloud/virtualmachines/1',
  headers: [
    ['Authorization', 'Token $TOKEN'],
    ['Accept', 'application/json; version=5.2'],
  ],
  body: { name: 'web-01' },
}

test('one line for the address, each header and the body; the token is left to the shell', () => {
  expect(toCurl(plain)).toBe(
    [
      String.raw`curl --globoff -X PUT 'https://cloud.example/api/cloud/virtualmachines/1' \ `.trimEnd(),
      String.raw`  -H "Authorization: Token $TOKEN" \ `.trimEnd(),
      String.raw`  -H 'Accept: application/json; version=5.2' \ `.trimEnd(),
      `  --data-raw '{"name":"web-01"}'`,
    ].join('\n'),
  )
})

test('without headers and body one line is left', () => {
  expect(toCurl({ ...plain, method: 'GET', headers: [], body: undefined })).toBe(
    "curl --globoff -X GET 'https://cloud.example/api/cloud/virtualmachines/1'",
  )
})

test.each([
  ["it's", String.raw`'it'\''s'`],
  ['$(reboot)', "'$(reboot)'"],
  ['`reboot`', "'`reboot`'"],
  ['', "''"],
  ['a\nb', "'a\nb'"],
])('%j is one word', (text, quoted) => expect(shellQuoted(text)).toBe(quoted))

test('nobody can name a thing so that the token of the shell lands in it', () => {
  const told = toCurl({ ...plain, headers: [['X-Name', 'Token $TOKEN']], body: { name: '$TOKEN' } })
  expect(told).toContain("-H 'X-Name: Token $TOKEN'")
  expect(told).toContain(`--data-raw '{"name":"$TOKEN"}'`)
})

test('names that turn the direction of writing, or break lines unseen, are written as escapes', () => {
  expect(toCurl({ ...plain, headers: [], body: { name: 'a\u202eb\u2028\u0000\ufeffö漢🦀' } })).toContain(
    String.raw`--data-raw '{"name":"a\u202eb\u2028\u0000\ufeffö漢🦀"}'`,
  )
})

const hostile = fc.string({
  unit: fc.constantFrom("'", '"', '\\', '\n', '\r', '$', '`', ' ', '!', '#', ';', '\u2028', 'ö', '🦀', 'a', '@', '%'),
  maxLength: 12,
})

test('whatever people named their things, the shell reads the same request', () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, (path, header, name) => {
      const url = `https://cloud.example/api/${path}`
      const words = wordsOf(toCurl({ method: 'POST', url, headers: [['X-Name', header]], body: { name } }))
      expect(words.slice(0, 7)).toEqual(['curl', '--globoff', '-X', 'POST', url, '-H', `X-Name: ${header}`])
      expect(words[7]).toBe('--data-raw')
      expect(JSON.parse(words[8] ?? '')).toEqual({ name })
      expect(words).toHaveLength(9)
    }),
  )
})

test('a script names what each request is about, and a name can be nothing but a comment', () => {
  const script = toScript([{ name: 'web\nrm -rf /\u2028', request: { ...plain, headers: [], body: undefined } }])
  expect(script.split('\n').filter((line) => line.startsWith('rm'))).toEqual([])
  expect(script).toContain('# web rm -rf /\ncurl ')
  expect(script.split('\n').slice(0, 3)).toEqual(['#!/bin/sh', '', ': "${TOKEN:?}"'])
})
