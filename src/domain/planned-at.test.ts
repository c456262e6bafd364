import { expect, test } from 'vitest'

import { plannedAtReader } from './planned-at'

const own = new Date('2026-03-01T00:00:00Z')
const told = new Date('2026-03-05T00:00:00Z')

test.each([
  ['its own word goes first', { id: 'a', plannedAt: own }, own],
  ['else that of the trail', { id: 'a' }, told],
  ['and of a VM that neither tells it is not known', { id: 'b' }, null],
])('since when a plan is as it is: %s', (_, vm, at) => {
  expect(plannedAtReader([{ vmId: 'a', at: told }])(vm)).toBe(at)
})

test('without a trail only a VM knows it', () => {
  expect(plannedAtReader(null)({ id: 'a', plannedAt: own })).toBe(own)
  expect(plannedAtReader(undefined)({ id: 'a' })).toBeNull()
})
