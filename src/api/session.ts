import type { Actor } from '~/domain/privilege'

import { ApiError } from './error'
import { platform } from './platform'
import type { Credentials } from './port-sign-in'

/**
 * Who is signed in. `ended`: the session ran out under a person who was working; the screen stays, and the password is
 * asked in place. The token itself lives in the adapter's memory and nowhere else.
 */
export type Session =
  | { readonly state: 'starting' }
  | {
      readonly state: 'signed-out'
      /** Why nobody knows whether a session outlived the reload; null: none did. */
      readonly trouble: ApiError | null
    }
  | { readonly state: 'signed-in'; readonly actor: Actor }
  | { readonly state: 'ended'; readonly actor: Actor }

let current: Session = { state: 'starting' }
/** When someone signed in last, in milliseconds of this device's clock. */
let began = 0
const listeners = new Set<() => void>()

function become(next: Session): void {
  current = next
  for (const listener of listeners) listener()
}

/** A store in the shape that `useSyncExternalStore` takes. */
export const session = {
  get: (): Session => current,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

const troubleOf = (error: unknown): ApiError | null =>
  error instanceof ApiError && error.kind !== 'signed-out' ? error : null

/** Looks whether a session outlived the reload; once more where that could not be told. */
export async function resume(): Promise<void> {
  const before = current
  const next = await platform()
    .resume()
    .then(
      (actor): Session => (actor ? { state: 'signed-in', actor } : { state: 'signed-out', trouble: null }),
      (error: unknown): Session => ({ state: 'signed-out', trouble: troubleOf(error) }),
    )
  // Whoever signed in meanwhile is there.
  if (current === before) become(next)
}

/** What the platform says to the end of the session before. */
let leaving: Promise<unknown> = Promise.resolve()

/**
 * Signs in, also again after a session ended. Says whether it is another person than before, whose screens must go.
 * Rejects with `ApiError` of kind `signed-out` when the name or the password is wrong.
 */
export async function signIn(credentials: Credentials): Promise<{ readonly samePerson: boolean }> {
  const before = current.state === 'ended' ? current.actor.name : null
  // What ends one session must not come after the beginning of the next.
  await leaving
  const actor = await platform().signIn(credentials)
  began = Date.now()
  become({ state: 'signed-in', actor })
  return { samePerson: before === null || before === actor.name }
}

/**
 * Looks whether a session that ended goes on, because the person signed in elsewhere meanwhile; says whether it does.
 * Rejects with `ApiError` when it cannot be known.
 */
export async function resumeEnded(): Promise<boolean> {
  if (current.state !== 'ended') return true
  const actor = await platform().resume()
  if (actor === null || session.get().state !== 'ended') return actor !== null
  began = Date.now()
  become({ state: 'signed-in', actor })
  return true
}

const sameRights = (a: Actor, b: Actor): boolean =>
  a.role === b.role && a.may.size === b.may.size && [...a.may].every((one) => b.may.has(one))

/**
 * Reads again what this person may do, e.g. after a refusal: an administrator may have changed the role. Says whether it is
 * something else than before. Where it cannot be read, nothing changes.
 */
export async function readRights(): Promise<boolean> {
  const before = current
  if (before.state !== 'signed-in') return false
  const actor = await platform()
    .resume()
    .catch(() => null)
  if (actor === null || current !== before || actor.name !== before.actor.name) return false
  if (sameRights(actor, before.actor)) return false
  become({ state: 'signed-in', actor })
  return true
}

/** Ends the session here at once; the platform is told, and whether it hears of it changes nothing. */
export async function signOut(): Promise<void> {
  leaving = platform()
    .signOut()
    .catch(() => null)
  become({ state: 'signed-out', trouble: null })
  await leaving
}

/**
 * The platform refused the session: one prompt, however many requests were refused at once. A refusal of what was asked
 * before this session began says nothing of it; of reads the adapters take care, which ask them again.
 * @param asked When a write was asked for, in milliseconds of this device's clock.
 */
export function sessionEnded(asked = Date.now()): void {
  if (current.state === 'signed-in' && asked >= began) become({ state: 'ended', actor: current.actor })
}
