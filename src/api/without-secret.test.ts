import { expect, test } from 'vitest'

import { ApiError } from './error'
import { withoutSecret } from './without-secret'

const secret = 'p"ss wörd'
const failure = new ApiError('invalid', `refused ${secret}`, {
  status: 400,
  requestId: 'r-7',
  complaints: [
    { code: 'GEN-22', message: `Cannot sign in with '${secret}' at https://u:${encodeURIComponent(secret)}@host` },
    { code: 'BC-40', message: String.raw`{"password":"p\"ss wörd"}` },
  ],
})

test('what a platform says of a write no longer holds the secret that was sent, in any of its forms', () => {
  const clean = withoutSecret(failure, secret)
  expect(clean).toBeInstanceOf(ApiError)
  expect(clean).toMatchObject({
    kind: 'invalid',
    message: 'refused •••',
    status: 400,
    requestId: 'r-7',
    complaints: [
      { code: 'GEN-22', message: "Cannot sign in with '•••' at https://u:•••@host" },
      { code: 'BC-40', message: '{"password":"•••"}' },
    ],
  })
  expect(JSON.stringify(clean)).not.toContain('wörd')
})

test('without a secret, and of any other failure, nothing changes', () => {
  expect(withoutSecret(failure, null)).toBe(failure)
  expect(withoutSecret(failure, '')).toBe(failure)
  const other = new TypeError('x')
  expect(withoutSecret(other, secret)).toBe(other)
})
