import { expect, test } from 'vitest'

import { listChange } from './list-change'

const row = (id: string, size: number) => ({ id, size, at: new Date(size), policies: new Set([size]) })

test('another reading of a list is told by what came, went and is not as it was', () => {
  const before = { rows: [row('1', 1), row('2', 2), row('3', 3)], total: 3 }
  expect(listChange(before, { rows: [row('3', 3), row('2', 2), row('1', 1)] })).toEqual({
    came: 0,
    went: 0,
    changed: 0,
  })
  expect(listChange(before, { rows: [row('4', 4), row('2', 9), row('3', 3)] })).toEqual({
    came: 1,
    went: 1,
    changed: 1,
  })
})

test('a change of a date or inside a set is a change', () => {
  const before = { rows: [row('1', 1)] }
  expect(listChange(before, { rows: [{ ...row('1', 1), at: new Date(2) }] })?.changed).toBe(1)
  expect(listChange(before, { rows: [{ ...row('1', 1), policies: new Set([1, 2]) }] })?.changed).toBe(1)
})

test('of a list that was not read whole nothing is said to be gone', () => {
  const change = listChange({ rows: [row('1', 1)], total: 8 }, { rows: [row('2', 2)], total: 9 })
  expect(change).toEqual({ came: 1, went: 0, changed: 0 })
  const before = { rows: [row('1', 1)], total: null, unreadable: 0 }
  expect(listChange(before, { rows: [], total: null, unreadable: 0 })?.went).toBe(0)
  expect(listChange(before, { rows: [], total: 0, unreadable: 1 })?.went).toBe(0)
})

test('what is no list of rows with ids is not compared', () => {
  const list = { rows: [row('1', 1)] }
  expect(listChange(undefined, list)).toBeNull()
  expect(listChange(list, { size: 1 })).toBeNull()
  expect(listChange(list, { rows: [{ name: 'a' }] })).toBeNull()
})
