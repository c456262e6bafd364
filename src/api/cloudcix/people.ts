import { type Actor, type Privilege, privileges } from '~/domain/privilege'

import type { SignInKey } from '../error'
import type { Platform } from '../port'
import type { Credentials, SignInAsks } from '../port-sign-in'
import type { Connection } from './connection'
import { forget, type Memory } from './memory'
import * as wire from './wire'

/** What anyone may do with the VMs of the own address. */
const everybody: readonly Privilege[] = ['backup.configure', 'backup.restore', 'vms.view', 'vm.power', 'events.view']
const known = new Set(everybody)
/** Rights to things that are nowhere on this platform: schedules, policies, limits, roles. */
const absent: ReadonlySet<Privilege> = new Set(privileges.filter((one) => !known.has(one)))

/** E-mail address, password and API key; the codes of two-factor sign-in once the platform asks. */
const signInAsks: SignInAsks = {
  user: 'email',
  fields: [
    { key: 'api-key', secret: true, when: 'always' },
    { key: 'one-time-code', secret: false, when: 'asked' },
    { key: 'first-code', secret: false, when: 'asked' },
  ],
}

const members: Readonly<Record<SignInKey, string>> = {
  'api-key': 'api_key',
  'one-time-code': 'otp',
  'first-code': 'first_otp',
}

function bodyOf({ user, password, more = {} }: Credentials): Readonly<Record<string, string>> {
  const given = signInAsks.fields.flatMap(({ key }): readonly (readonly [string, string])[] => {
    const value = more[key]?.trim() ?? ''
    return value === '' ? [] : [[members[key], value]]
  })
  return { email: user, password, ...Object.fromEntries(given) }
}

/** The platform's own words for what a person is. */
const roleOf = ({ administrator, is_private: isPrivate, global_user: isGlobal }: wire.User): string =>
  administrator ? 'administrator' : isPrivate ? 'private' : isGlobal ? 'global' : 'user'

/** Signing in and out. Password and key go out once, for a token, which lives in memory. */
export function people({ login, logout, ends, renew, read }: Connection, remembered: Memory) {
  return {
    signInAsks,
    signIn: async (credentials): Promise<Actor> => {
      forget(remembered)
      const uid = await login(bodyOf(credentials))
      const self = await read(['membership', `user/${uid}/`], wire.user)
      const { id, is_private, global_active, address } = self
      remembered.self = { id, is_private, global_active, address }
      const fullName = `${self.first_name} ${self.surname}`.trim()
      return {
        name: self.email,
        fullName: fullName === '' ? null : fullName,
        role: roleOf(self),
        tenant: { id: `${address.id}`, name: address.name || self.member.name || `${address.id}` },
        may: new Set(everybody),
        absent,
        ungranted: true,
        vmsIn: 'projects',
      }
    },
    resume: () => Promise.resolve(null),
    signOut: () => {
      forget(remembered)
      logout()
      return Promise.resolve()
    },
    sessionEnds: ends,
    staySignedIn: renew,
  } satisfies Partial<Platform>
}
