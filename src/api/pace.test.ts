import { afterEach, expect, test } from 'vitest'

import { paced, setPace } from './pace'

afterEach(() => setPace(30))

test('intervals follow the pace of the deployment, and none is shorter than two seconds', () => {
  expect([2_000, 30_000, 60_000].map(paced)).toEqual([2_000, 30_000, 60_000])
  setPace(60)
  expect([2_000, 30_000].map(paced)).toEqual([4_000, 60_000])
  setPace(10)
  expect([2_000, 5_000, 30_000].map(paced)).toEqual([2_000, 2_000, 10_000])
})
