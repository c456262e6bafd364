import { afterEach, beforeAll, expect, test, vi } from 'vitest'

import { abiquo } from '~/api/abiquo/adapter'
import { ApiError } from '~/api/error'
import { connect } from '~/api/platform'
import { session, signIn, signOut } from '~/api/session'

import { onStayElsewhere, staySignedIn } from './stay'

const none = new Set<never>()
const actor = { name: 'ada', fullName: null, role: '', tenant: null, may: none, absent: none } as const

/** Another tab of the same browser. */
const other = new BroadcastChannel('holdfast.stay')
const tell = other.postMessage.bind(other)

beforeAll(onStayElsewhere)
afterEach(() => signOut())

/** A platform whose sessions can, or cannot, be made longer. */
async function signedIn(renew: () => Promise<number>) {
  let ends = 1_000
  const renewed = vi.fn<() => Promise<void>>(async () => {
    ends = await renew()
  })
  connect({
    ...abiquo({ base: 'https://cloud.example/api' }),
    signIn: async () => actor,
    signOut: async () => undefined,
    sessionEnds: () => ends,
    staySignedIn: renewed,
  })
  await signIn({ user: 'ada', password: 'x' })
  return renewed
}

test('staying says whether the session lasts longer now, and tells the other tabs who stays', async () => {
  const told = new Promise((resolve) => other.addEventListener('message', ({ data }) => resolve(data), { once: true }))
  await signedIn(async () => 2_000)
  await expect(staySignedIn()).resolves.toBe(true)
  await expect(told).resolves.toBe('ada')
  await signedIn(async () => 1_000)
  await expect(staySignedIn()).resolves.toBe(false)
})

test('who stays in another tab stays here as well, and nobody else does', async () => {
  const renewed = await signedIn(async () => 2_000)
  tell('bob')
  tell(null)
  tell('ada')
  await vi.waitFor(() => expect(renewed).toHaveBeenCalledTimes(1))
})

test('a session that has ended already asks for the password', async () => {
  await signedIn(() => Promise.reject(new ApiError('signed-out', 'The platform answered 401', { status: 401 })))
  await expect(staySignedIn()).rejects.toMatchObject({ kind: 'signed-out' })
  expect(session.get().state).toBe('ended')
})
