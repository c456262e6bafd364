import { expect, test } from 'vitest'

import { isEnding } from './session-end'

const minute = 60_000
const end = 1_800_000_000_000

test.each([
  ['long before', end - 10 * minute, false],
  ['soon enough for one who notices once a minute', end - 3 * minute, true],
  ['two minutes ahead', end - 2 * minute, true],
  ['at its last moment', end - 1, true],
  ['once it is over', end, false],
])('%s', (_, now, expected) => expect(isEnding(end, now)).toBe(expected))

test('nothing is said where nobody knows the end', () => expect(isEnding(null, end)).toBe(false))
