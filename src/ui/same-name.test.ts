import { expect, test } from 'vitest'

import { sameName } from './same-name'

test.each([
  ['web-01', 'web-01'],
  [' web-01 ', 'web-01'],
  ['two words', 'two \u00a0  words'],
  ['invoicegpj.exe', 'invoice\u202egpj.exe'],
  ['ab', 'a\u200bb'],
  ['ab', 'a\u2028b\u0007'],
])('%j is the name %j', (typed, name) => {
  expect(sameName(typed, name)).toBe(true)
})

test.each([
  ['web-1', 'web-01'],
  ['Web-01', 'web-01'],
  ['', 'web-01'],
  ['twowords', 'two words'],
])('%j is not the name %j', (typed, name) => {
  expect(sameName(typed, name)).toBe(false)
})
