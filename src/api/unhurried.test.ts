import { afterEach, expect, test, vi } from 'vitest'

import { mapUnhurried } from './unhurried'

const hundred = Array.from({ length: 100 }, (_, place) => place)

const broken = (one: number): number => {
  if (one === 60) throw new Error('broken')
  return one
}

afterEach(() => {
  vi.restoreAllMocks()
})

test('what becomes of each comes in their order, also of none', async () => {
  await expect(mapUnhurried(hundred, (one) => one * 2)).resolves.toEqual(hundred.map((one) => one * 2))
  await expect(mapUnhurried([], String)).resolves.toEqual([])
})

test('other work comes between when it takes long', async () => {
  let clock = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (clock += 5))
  const order: string[] = []
  const mapped = mapUnhurried(hundred, (one) => order.push(String(one)))
  // A timer would come after a millisecond, in which a fast machine is done.
  setImmediate(() => order.push('other work'))
  await mapped
  await vi.waitFor(() => expect(order).toContain('other work'))
  expect(order.filter((one) => one !== 'other work')).toEqual(hundred.map(String))
  expect(order.indexOf('other work')).toBeLessThan(100)
})

test('what goes wrong is told', async () => {
  await expect(mapUnhurried(hundred, broken)).rejects.toThrow('broken')
})
