import { expect, test, vi } from 'vitest'

import { failedBy } from './failed-by'
import { failureCause } from './failure-cause'

vi.mock(import('./failure-cause'), { spy: true })

test('equal failures have one value, read once while their texts come again; of endless other texts not all are kept', () => {
  expect([failedBy('No space left on device'), failedBy(' No space left on device '), failedBy('')]).toEqual([
    'storage-full',
    'storage-full',
    'untold',
  ])
  expect(failureCause).toHaveBeenCalledTimes(1)
  for (let job = 0; job < 2_000; job += 1) failedBy(`Job ${job} went wrong`)
  vi.mocked(failureCause).mockClear()
  expect(failedBy('No space left on device')).toBe('storage-full')
  expect(failureCause).toHaveBeenCalledTimes(1)
})
