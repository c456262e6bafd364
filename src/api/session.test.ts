import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { abiquo } from './abiquo/adapter'
import { ApiError } from './error'
import { connect } from './platform'
import { queryClient } from './queries'
import { resume, session, signIn, signOut } from './session'

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

/** A promise, and how it is kept. */
function awaited() {
  const kept = new AbortController()
  const promise = new Promise<void>((resolve) => {
    kept.signal.addEventListener('abort', () => resolve())
  })
  return { promise, keep: () => kept.abort() }
}

test('who signs out is out before the platform has heard of it, and the next session begins after that', async () => {
  const heard = awaited()
  const calls: string[] = []
  connect({
    ...abiquo({ base: 'https://cloud.example/api' }),
    signIn: async () => {
      calls.push('in')
      return actor
    },
    signOut: () => {
      calls.push(session.get().state)
      return heard.promise
    },
  })
  await signIn(credentials)
  const out = signOut()
  expect(session.get()).toEqual({ state: 'signed-out', trouble: null })
  const again = signIn(credentials)
  await Promise.resolve()
  expect(calls).toEqual(['in', 'signed-in'])
  heard.keep()
  await Promise.all([out, again])
  expect(calls).toEqual(['in', 'signed-in', 'in'])
  expect(session.get().state).toBe('signed-in')
})

test('what hinders the question who is there is told, and asked again; a refusal is no trouble', async () => {
  const down = new ApiError('server', 'The platform answered 502', { status: 502 })
  const answers = [() => Promise.reject(down), () => Promise.reject(refused), () => Promise.resolve(actor)]
  connect({
    ...abiquo({ base: 'https://cloud.example/api' }),
    resume: () => answers.shift()?.() ?? Promise.resolve(null),
    signOut: async () => undefined,
  })
  await resume()
  expect(session.get()).toEqual({ state: 'signed-out', trouble: down })
  await resume()
  expect(session.get()).toEqual({ state: 'signed-out', trouble: null })
  await resume()
  expect(session.get()).toEqual({ state: 'signed-in', actor })
})

test('an answer to the question who is there that comes after signing in changes nothing', async () => {
  const answered = awaited()
  connect({
    ...abiquo({ base: 'https://cloud.example/api' }),
    signIn: async () => actor,
    resume: () => answered.promise.then(() => null),
    signOut: async () => undefined,
  })
  const resumed = resume()
  await signIn(credentials)
  answered.keep()
  await resumed
  expect(session.get().state).toBe('signed-in')
})
