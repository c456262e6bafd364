import { assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'

import { fold, hasWords, searchWords } from './search'

describe('a search', () => {
  test.each([
    ['Málaga', 'malaga'],
    ['malaga', 'MÁLAGA'],
    ['Web-01 in Málaga', ' málaga  web '],
    ['Café', 'cafe\u0301'],
    ['Ålesund', 'alesund'],
    ['İzmir', 'İZMIR'],
    ['한국', '한국'],
    ['anything', '  '],
  ])('%s is found by %s', (text, typed) => expect(hasWords(fold(text), searchWords(typed))).toBe(true))

  test.each([
    ['Málaga', 'oslo'],
    ['Málaga', 'malaga web'],
    // The first sound of another syllable.
    ['호구', '한국'],
  ])('%s is not found by %s', (text, typed) => expect(hasWords(fold(text), searchWords(typed))).toBe(false))

  test('leaves every letter at its place, and folds what is folded no further', () =>
    assert(
      property(string({ unit: 'binary' }), (text) => {
        expect(fold(text)).toHaveLength(text.length)
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 2_000 },
    ))
})
