import { expect, test, vi } from 'vitest'

import { readOnce } from './read-once'

test('a text that comes again is read once; of endless others not all are kept', () => {
  const read = vi.fn<(text: string) => string>((text) => text.toUpperCase())
  const reader = readOnce(read, 10)
  expect([reader('a'), reader('a'), reader('b')]).toEqual(['A', 'A', 'B'])
  expect(read).toHaveBeenCalledTimes(2)
  for (let other = 0; other < 20; other += 1) reader(`other ${other}`)
  read.mockClear()
  expect(reader('a')).toBe('A')
  expect(read).toHaveBeenCalledTimes(1)
})
