import { expect, test } from 'vitest'

import { failedBy } from './failed-by'

test('equal failures have one value', () => {
  expect([failedBy('No space left on device'), failedBy(' No space left on device '), failedBy('')]).toEqual([
    'storage-full',
    'storage-full',
    'untold',
  ])
  expect(failedBy('Job 7 went wrong')).toBe(failedBy('Job 12 went wrong'))
})
