import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { supportText } from './support-text'

const now = new Date('2026-03-02T08:00:00Z')
const vm = { id: '1-2-3', uuid: 'u-1', name: 'web-01', platformName: 'ABQ_1' }

test('names, ids, times in UTC, text and address, one a line', () => {
  const at = new Date('2026-03-02T02:30:00+01:00')
  expect(supportText({ text: 'No space left', at, vm, taskId: 't9' }, 'https://a.example/vms', now)).toBe(
    [
      'Cause: Storage is full',
      'VM: web-01 (ABQ_1)',
      'Id: 1-2-3',
      'UUID: u-1',
      'Task: t9',
      'When (UTC): 2026-03-02T01:30:00.000Z',
      'What the platform said: No space left',
      'Page: https://a.example/vms',
      'Copied (UTC): 2026-03-02T08:00:00.000Z',
    ].join('\n'),
  )
})

test('what a text calls a secret is left out', () => {
  const text = 'Login failed: user=root password=hunter2, Token: "abc def"'
  const copied = supportText({ text }, '', now)
  expect(copied).toContain('user=root password=[left out], Token: [left out]')
})

test('any other text is kept whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(text !== '' && !/pass|pwd|secret|token|key/iu.test(text))
      expect(supportText({ text }, '', now)).toContain(`What the platform said: ${text}`)
    }),
  )
})
