import type { Actor } from '~/domain/privilege'

import { ApiError } from '../error'
import type { Platform } from '../port'
import type { Connection } from './connection'
import { loginPath } from './first-questions'
import { pathOfLink } from './links'
import { forget, type Memory } from './memory'
import { pendingTasksPaths, toActor } from './to-actor'
import { basic } from './token'
import { privileges, type User, user } from './wire'

/** That nobody is signed in is an answer. */
const nobody = (error: unknown): null => {
  if (error instanceof ApiError && error.kind === 'signed-out') return null
  throw error
}

/**
 * Signing in and out. `resume` asks only where a deployment keeps sessions in a cookie: Abiquo documents no cookie that
 * holds one, the token is in memory, and sending cookies to a server that challenges for Basic would bring up the
 * browser's own password box. So by default a reload leads to the sign-in page, which returns to the same place.
 */
export function people(
  connection: Connection,
  remembered: Memory,
  session: 'token' | 'cookie',
): Pick<Platform, 'signIn' | 'resume' | 'signOut' | 'sessionEnds' | 'staySignedIn'> {
  const { addresses, early } = connection

  /** Versions that do not expand privileges at login list them at the role. */
  const privilegesOf = async (person: User): Promise<readonly string[]> => {
    const role = pathOfLink(addresses, person.links, 'role')
    if (person.privileges || role === null) return person.privileges?.rows.map(({ name }) => name) ?? []
    const { rows } = await connection.read(`${role}/action/privileges`, 'privileges', privileges)
    return rows.map(({ name }) => name)
  }

  const recognise = async (person: User): Promise<Actor> => {
    const actor = toActor(addresses, person, await privilegesOf(person), early)
    remembered.pendingTasks = pendingTasksPaths(addresses, person)
    remembered.may = actor.may
    return actor
  }

  return {
    signIn: async ({ user: nick, password }) => {
      const person = await connection.login(basic(nick, password), user)
      forget(remembered)
      return recognise(person)
    },
    resume: async () => {
      if (connection.holdsToken()) {
        const reading = connection.read(loginPath, 'user', user)
        // A token that has ended says nothing of the cookie.
        const person = await (session === 'cookie' ? reading.catch(nobody) : reading)
        if (person) return recognise(person)
      }
      if (session === 'token') return null
      // Before the question, not after: what is asked beside it belongs to the same person.
      forget(remembered)
      const person = await connection.login(null, user).catch(nobody)
      return person && recognise(person)
    },
    signOut: async () => {
      forget(remembered)
      await connection.logout()
    },
    sessionEnds: connection.ends,
    staySignedIn: async () => {
      await connection.read('/login', 'user', user)
    },
  }
}
