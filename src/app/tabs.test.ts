import { afterEach, beforeAll, expect, test, vi } from 'vitest'

import { abiquo } from '~/api/abiquo/adapter'
import { connect } from '~/api/platform'
import { session, sessionEnded, signIn, signOut } from '~/api/session'
import type { Actor } from '~/domain/privilege'

import { defaults } from './config/schema'
import { settings, takeSettings } from './settings'
import { watchTabs } from './tabs'

const before = settings()

const person = (name: string): Actor => ({
  name,
  fullName: name,
  role: 'User',
  tenant: null,
  may: new Set(),
  absent: new Set(),
})

beforeAll(watchTabs)

afterEach(async () => {
  takeSettings(before)
  await signOut()
})

const ada = async (): Promise<Actor> => person('ada')

/** This tab, in which ada works, and what another tab would tell it. */
async function tabOf(kept: 'token' | 'cookie') {
  takeSettings({ ...defaults, session: kept })
  const api = abiquo({ base: 'https://cloud.example/api' })
  connect({ ...api, signIn: ada, resume: ada, signOut: async () => undefined })
  await signIn({ user: 'ada', password: 'ada' })
  const other = new BroadcastChannel('holdfast.tabs')
  const tell = other.postMessage.bind(other)
  return (name: string): void => tell({ tell: 'signed-in', name })
}

const heard = (): Promise<void> => new Promise((passed) => setTimeout(passed, 50))

test('42 where the session is a cookie, another person in another tab ends what this tab may show', async () => {
  const tell = await tabOf('cookie')
  tell('ada')
  tell('ben')
  await vi.waitFor(() => expect(session.get()).toMatchObject({ state: 'ended', actor: { name: 'ada' } }))
})

test('42 the same person in another tab ends nothing, and nothing ends where each tab has a token of its own', async () => {
  const same = await tabOf('cookie')
  same('ada')
  await heard()
  expect(session.get().state).toBe('signed-in')
  const own = await tabOf('token')
  own('ben')
  await heard()
  expect(session.get().state).toBe('signed-in')
})

test('where the session is a cookie, who signs in elsewhere goes on here, and nobody else does', async () => {
  const tell = await tabOf('cookie')
  sessionEnded()
  tell('ben')
  await heard()
  expect(session.get().state).toBe('ended')
  tell('ada')
  await vi.waitFor(() => expect(session.get()).toMatchObject({ state: 'signed-in', actor: { name: 'ada' } }))
})
