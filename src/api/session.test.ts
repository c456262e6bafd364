import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { abiquo } from './abiquo/adapter'
import { ApiError } from './error'
import { connect } from './platform'
import { queryClient } from './queries'
import { session, signIn, signOut } from './session'

const none = new Set<never>()
const actor = { name: 'ada', fullName: null, role: '', tenant: null, may: none, absent: none } as const
const credentials = { user: 'ada', password: 'x' }
const refused = new ApiError('signed-out', 'The platform answered 401', { status: 401 })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  connect({
    ...abiquo({ base: 'https://cloud.example/api' }),
    signIn: async () => actor,
    signOut: async () => undefined,
  })
})
afterEach(async () => {
  await signOut()
  vi.useRealTimers()
})

/** A write on its way; gives how the platform refuses it. */
function sent() {
  const answer = new AbortController()
  const refusal = new Promise<never>((_resolve, reject) => {
    answer.signal.addEventListener('abort', () => reject(refused))
  })
  const over = queryClient
    .getMutationCache()
    .build(queryClient, { mutationFn: () => refusal })
    .execute(undefined)
  return async () => {
    answer.abort()
    await expect(over).rejects.toBe(refused)
  }
}

test('a write that is refused asks for the password, and one that was sent before signing in again does not', async () => {
  await signIn(credentials)
  const [first, second] = [sent(), sent()]
  await first()
  expect(session.get().state).toBe('ended')

  vi.setSystemTime(Date.now() + 5_000)
  await signIn(credentials)
  await second()
  expect(session.get().state).toBe('signed-in')

  await sent()()
  expect(session.get().state).toBe('ended')
})
