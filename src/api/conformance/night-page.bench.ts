import { focusManager, onlineManager } from '@tanstack/react-query'
import { vi } from 'vitest'

import { createClock } from '#mocks/clock'
import { watchPresence } from '~/app/presence'

import { setPresence } from '../pace'
import { connect } from '../platform'
import type { Platform } from '../port'
import { queryClient } from '../queries'
import { watchLine } from '../queries/line'
import { session, signIn, signOut } from '../session'
import { type Chance, chance } from './night-chance.bench'
import { badLine } from './night-line.bench'
import { nextDoor, type NightStage, place } from './night-stage.bench'
import { type NightTime, nightTime } from './night-time.bench'

const dusk = Date.parse('2026-03-17T20:00:00Z')

/** A storage of a browser. */
function newStorage() {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  }
}

function online(is: boolean): void {
  vi.stubGlobal('navigator', { onLine: is })
  onlineManager.setOnline(is)
}

/** What the shell of the console does besides: while a session has ended nothing is polled, and then all is read again. */
const followSession = (): (() => void) =>
  session.subscribe(() => {
    const { state } = session.get()
    focusManager.setFocused(state === 'ended' ? false : undefined)
    if (state === 'signed-in') void queryClient.invalidateQueries()
  })

/** A page of the console on a line of its own, beside somebody whose line is always good, in front of one platform. */
export interface NightPage {
  readonly stage: NightStage
  readonly time: NightTime
  readonly dice: Chance
  readonly line: ReturnType<typeof badLine>
  /** What this page is connected by. */
  readonly api: Platform
  /** Somebody with another console and a good line. */
  readonly newNeighbour: (user: string) => Promise<Platform>
  /** The browser says that it has no network, or has one again. */
  readonly online: (is: boolean) => void
  /** Somebody touches the page, and signs in where the session has ended. */
  readonly touch: () => Promise<void>
  readonly rejected: readonly unknown[]
  readonly close: () => Promise<void>
}

/** Opens it in the evening, signed in. */
export async function openPage(stage: NightStage, seed: number): Promise<NightPage> {
  const me = stage.credentialsOf(stage.me)
  const time = nightTime()
  time.begin(dusk)
  const browser = new EventTarget()
  vi.stubGlobal('window', browser)
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('localStorage', newStorage())
  const pauses = chance(seed + 2)
  vi.spyOn(Math, 'random').mockImplementation(() => pauses.between(0, 999) / 1_000)
  online(true)
  focusManager.setFocused(undefined)

  const server = stage.server(createClock({}, time.now))
  const line = badLine(server, stage.wire, time, chance(seed + 1))
  const good: typeof fetch = async (address, init) => server(new Request(address, init)).finally(time.busy())
  const fetched: typeof fetch = (address, init) =>
    new Request(address).url.startsWith(place) ? line.fetch(address, init) : good(address, init)
  vi.stubGlobal('fetch', fetched)
  const rejected: unknown[] = []
  const reject = (reason: unknown): void => void rejected.push(reason)
  process.on('unhandledRejection', reject)

  const api = stage.console(place)
  connect(api)
  queryClient.mount()
  watchLine()
  watchPresence()
  const unfollow = followSession()
  await time.pass(3_000)
  await signIn(me)
  return {
    stage,
    time,
    dice: chance(seed),
    line,
    api,
    online,
    rejected,
    newNeighbour: async (user) => {
      const neighbour = stage.console(nextDoor)
      await neighbour.signIn(stage.credentialsOf(user))
      return neighbour
    },
    touch: async () => {
      browser.dispatchEvent(new Event('pointermove'))
      if (session.get().state !== 'signed-in') void signIn(me).catch(() => null)
      await time.idle()
    },
    close: async () => {
      line.become('fine')
      unfollow()
      queryClient.unmount()
      queryClient.clear()
      await signOut()
      await time.pass(120_000)
      setPresence(() => true)
      process.off('unhandledRejection', reject)
    },
  }
}
