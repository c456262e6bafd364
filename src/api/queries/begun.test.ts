import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { queryClient } from '../queries'
import { begun } from './begun'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  queryClient.clear()
  vi.useRealTimers()
})

test('whoever waits for a question hears of its answer, or that it took too long, and listens no longer', async () => {
  const cache = queryClient.getQueryCache()
  const late = begun(['never'], 100)
  expect(cache.hasListeners()).toBe(true)
  await vi.advanceTimersByTimeAsync(100)
  await late
  expect(cache.hasListeners()).toBe(false)

  const soon = begun(['soon'], 100)
  queryClient.setQueryData(['soon'], 1)
  await vi.advanceTimersByTimeAsync(1)
  await soon
  expect(cache.hasListeners()).toBe(false)
  await begun(['soon'], 100)
})
