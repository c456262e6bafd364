import { expect, test } from 'vitest'

import { ApiError } from '~/api/error'

import { standingError } from './standing-error'

test('that the session ended is no word of a form; everything else is', () => {
  const refused = new ApiError('forbidden', 'The platform answered 403')
  expect(standingError(new ApiError('signed-out', 'The platform answered 401'))).toBeNull()
  expect(standingError(refused)).toBe(refused)
  expect(standingError(null)).toBeNull()
})
