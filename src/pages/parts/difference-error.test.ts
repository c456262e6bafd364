import { expect, test } from 'vitest'

import { ApiError } from '~/api/error'

import { explainDifference } from './difference-error'

test('nobody is told to compare what is not there to be compared', () => {
  const quicker = new ApiError('stale', 'stale', {
    status: 409,
    complaints: [{ code: '409-CONFLICT-StaleObject', message: 'stale' }],
  })
  expect(explainDifference(quicker).next).toBe(
    'What the platform has is read again. Send your change once more, if it is still right.',
  )
  const refused = new ApiError('forbidden', 'refused', { status: 403 })
  expect(explainDifference(refused).next).toBe('Ask an administrator for the right to it.')
})
