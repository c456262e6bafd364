import { describe, expect, test } from 'vitest'

import { moved, nextNamed, typedOn } from './grid-keys'

const press = (key: string, more: { readonly ctrlKey?: boolean; readonly shiftKey?: boolean } = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})
const size = { rows: 30, columns: 6 }

describe('keys in the table', () => {
  test.each([
    ['ArrowDown', 0, 0, 1, 0],
    ['ArrowUp', 0, 0, -1, 0],
    ['ArrowUp', -1, 0, -1, 0],
    ['ArrowLeft', 0, 0, 0, -1],
    ['ArrowRight', 0, 5, 0, 5],
    // Nothing stands where the heads meet.
    ['ArrowLeft', -1, 0, -1, 0],
    ['ArrowUp', 0, -1, 0, -1],
    ['Home', 4, 5, 4, 0],
    ['End', 4, 0, 4, 5],
    ['PageDown', 4, 2, 14, 2],
    ['PageDown', 25, 2, 29, 2],
    ['PageUp', 4, 2, 0, 2],
    ['PageUp', -1, 2, -1, 2],
  ])('%s leads from %d, %d to %d, %d', (key, row, column, toRow, toColumn) => {
    expect(moved({ row, column }, size, press(key))).toEqual({ row: toRow, column: toColumn })
  })

  test('Ctrl goes to the ends', () => {
    const ctrl = { ctrlKey: true }
    expect(moved({ row: 4, column: 3 }, size, press('Home', ctrl))).toEqual({ row: 0, column: 0 })
    expect(moved({ row: 4, column: 3 }, size, press('End', ctrl))).toEqual({ row: 29, column: 5 })
    expect(moved({ row: 4, column: 3 }, size, press('ArrowDown', ctrl))).toEqual({ row: 29, column: 3 })
  })

  test('a range stays out of the heads', () => {
    expect(moved({ row: 0, column: 0 }, size, press('ArrowUp', { shiftKey: true }))).toEqual({ row: 0, column: 0 })
    expect(moved({ row: 0, column: 0 }, size, press('ArrowLeft', { shiftKey: true }))).toEqual({ row: 0, column: 0 })
  })

  test('other keys, and a table of nothing, move nothing', () => {
    expect(moved({ row: 0, column: 0 }, size, press('a'))).toBeNull()
    expect(moved({ row: 0, column: 0 }, { rows: 0, columns: 0 }, press('ArrowDown'))).toBeNull()
  })
})

describe('typing a name', () => {
  const names = ['Acme', 'Costa Verde', 'Coral', 'Northgate Legal']

  test('goes to the next name that begins so, and around', () => {
    expect(nextNamed(names, 0, 'c')).toBe(1)
    expect(nextNamed(names, 1, 'c')).toBe(2)
    expect(nextNamed(names, 2, 'c')).toBe(1)
    expect(nextNamed(names, 1, 'cor')).toBe(2)
    expect(nextNamed(names, 0, 'costav')).toBe(1)
    expect(nextNamed(names, -1, 'n')).toBe(3)
    expect(nextNamed(names, 0, 'x')).toBe(-1)
    expect(nextNamed([], 0, 'x')).toBe(-1)
  })

  test('letters add up until one pauses; signs and the blank key are no letters', () => {
    const first = typedOn({ text: '', at: 0 }, press('C'), 5_000)
    expect(first).toEqual({ text: 'c', at: 5_000 })
    expect(typedOn({ text: 'c', at: 5_000 }, press('o'), 5_300)?.text).toBe('co')
    expect(typedOn({ text: 'c', at: 5_000 }, press('o'), 9_000)?.text).toBe('o')
    for (const key of [' ', '/', '?', 'Enter']) expect(typedOn({ text: '', at: 0 }, press(key), 1)).toBeNull()
    expect(typedOn({ text: '', at: 0 }, press('a', { ctrlKey: true }), 1)).toBeNull()
  })
})
