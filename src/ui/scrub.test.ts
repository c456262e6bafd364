import { expect, test } from 'vitest'

import { logged, scrub } from './scrub'

test('credentials, tokens and queries do not leave this device', () => {
  const text = [
    'GET https://ana:secret@console.example/api/login?user=ana&password=hunter2 failed',
    'authorization: Basic YW5hOnNlY3JldA==',
    'X-Abiquo-Token: 4f1c9a.b2',
    '{"password":"hunter2","accessToken": "abc"}',
  ].join('\n')
  const clean = scrub(text)
  for (const secret of ['secret', 'hunter2', 'YW5hOnNlY3JldA', '4f1c9a', 'abc', 'user=ana'])
    expect(clean).not.toContain(secret)
  expect(clean).toContain('https://')
  expect(clean).toContain('console.example/api/login')
})

test.each([
  ['a=token=abc', 'a=token=[removed]'],
  ["{'session_token' : 'abc'}", "{'session_token' : '[removed]'}"],
  ['token-cookie: abc, page: 7', 'token-cookie: [removed], page: 7'],
  ['tokens of 7 pages', 'tokens of 7 pages'],
])('what a name calls a secret is taken out: %s', (text, clean) => expect(scrub(text)).toBe(clean))

test.each(['cookie-', 'token', 'x-', ' ', '\t', 'token= ', '=', ':'])(
  'RE-1: a hundred kilobytes of %j take no time',
  (unit) => {
    const began = performance.now()
    scrub(unit.repeat(100_000 / unit.length))
    expect(performance.now() - began).toBeLessThan(1_000)
  },
)

test('a plain failure stays as it is', () => {
  expect(scrub('TypeError: x is undefined\n    at list.tsx:12:4')).toBe(
    'TypeError: x is undefined\n    at list.tsx:12:4',
  )
})

test('the log of the browser has words and places of a failure, and neither secrets nor what came with it', () => {
  const cause = new SyntaxError('Unexpected token in {"fullName":"Ana"}')
  const error = Object.assign(new TypeError('no dates,\n    at forged (token=abc123)\u001B[2J', { cause }), {
    complaints: [{ code: 'BC-44', message: 'Ana may not' }],
    stack: 'TypeError: no dates,\n    at clock (https://console.example/assets/clock.js?v=1:3:4)',
  })
  expect(logged(error)).toBe(
    'TypeError: no dates,     at forged (token=[removed] [2J\n    at clock (https://console.example/assets/clock.js?[removed]:3:4)',
  )
  expect(logged({ fullName: 'Ana' })).toBe('Unknown failure')
})
