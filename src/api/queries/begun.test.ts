import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { queryClient } from '../queries'
import { begun } from './begun'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  queryClient.clear()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** How many listen to the questions of those that came since. */
function countListeners(): () => number {
  const cache = queryClient.getQueryCache()
  const subscribe = cache.subscribe.bind(cache)
  let listening = 0
  vi.spyOn(cache, 'subscribe').mockImplementation((listener) => {
    const stop = subscribe(listener)
    listening += 1
    return () => {
      listening -= 1
      stop()
    }
  })
  return () => listening
}

test('whoever waits for a question hears of its answer, or that it took too long, and listens no longer', async () => {
  const listeners = countListeners()
  const late = begun(['never'], 100)
  expect(listeners()).toBe(1)
  await vi.advanceTimersByTimeAsync(100)
  await late
  expect(listeners()).toBe(0)

  const soon = begun(['soon'], 100)
  queryClient.setQueryData(['soon'], 1)
  await vi.advanceTimersByTimeAsync(1)
  await soon
  expect(listeners()).toBe(0)
  await begun(['soon'], 100)
})
