import { describe, expect, test } from 'vitest'

import { event } from '~/domain/samples'

import { newsSince } from './list-held'

const minute = 60_000
const shown = (newest: number, count: number, total: number | null = null) => ({
  rows: Array.from({ length: count }, (_, place) =>
    event({ id: String(newest - place), at: new Date((newest - place) * minute) }),
  ),
  total,
  lookedThrough: null,
})

describe('events that came in since a page was shown', () => {
  test('are those that it does not hold, on the first page', () => {
    expect(newsSince(shown(10, 5), shown(13, 5), true)).toBe(3)
    expect(newsSince(shown(10, 5), shown(10, 5), true)).toBe(0)
    expect(newsSince(shown(0, 0), shown(2, 2), true)).toBe(2)
  })

  test('older ones that move up when others expire are not news', () =>
    expect(newsSince(shown(10, 3), { ...shown(10, 5), total: 5 }, true)).toBe(0))

  test('all of a page are news when none of it was there', () =>
    expect(newsSince(shown(10, 5), shown(90, 5), true)).toBe(5))

  test('on older pages they are counted by the length of the list', () => {
    expect(newsSince(shown(10, 5, 60), shown(12, 5, 62), false)).toBe(2)
    expect(newsSince(shown(10, 5, 60), shown(10, 5, 60), false)).toBe(0)
    expect(newsSince(shown(10, 5), shown(12, 5), false)).toBe(1)
  })
})
