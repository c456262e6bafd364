import { type Actor, type Privilege, privileges } from '~/domain/privilege'

import type { Platform } from '../port'
import type { Connection } from './connection'
import type { Fleet } from './fleet'
import { forget, type Memory } from './memory'
import * as wire from './wire'

/** What anyone may do with the own VMs. Rules of access may take some of it away; then the platform says so. */
const own: readonly Privilege[] = [
  'backup.configure',
  'backup.schedule',
  'backup.restore',
  'vms.view',
  'vm.edit',
  'vm.deploy',
  'vm.power',
  'events.view',
]
const administrators: readonly Privilege[] = [
  'events.view-all',
  'infrastructure.view',
  'infrastructure.details',
  'tenants.manage',
]

const someone = new Set([...own, ...administrators])
/** Rights to things that are nowhere on this platform, or that its own tools do. */
const absent: ReadonlySet<Privilege> = new Set(privileges.filter((one) => !someone.has(one)))

/** Whether a person is one of the platform's administrators: the first user, or in the first group. */
const isAdmin = ({ ID, GID, GROUPS }: wire.User): boolean => ID === 0 || GID === 0 || GROUPS.includes(0)

/** Signing in and out. The password goes out once, for a token, which lives in memory. */
export function people(
  { login, logout, ends, renew, read }: Connection,
  remembered: Memory,
  fleet: Fleet,
  resumeWork: () => void,
) {
  return {
    signIn: async ({ user, password }): Promise<Actor> => {
      forget(remembered)
      await login(user, password)
      const [self] = await Promise.all([read('one.user.info', [-1, false], wire.user), fleet.capabilities()])
      const admin = isAdmin(self)
      remembered.self = { id: self.ID, name: self.NAME, groups: [...new Set([self.GID, ...self.GROUPS])], admin }
      // Marketplace backups that a reload or an ended session interrupted go on.
      resumeWork()
      return {
        name: self.NAME,
        fullName: null,
        role: self.GNAME,
        tenant: { id: `${self.GID}`, name: self.GNAME },
        may: new Set(admin ? [...own, ...administrators] : own),
        absent,
        ungranted: true,
        allowances: 'none',
      }
    },
    resume: () => Promise.resolve(null),
    signOut: async () => {
      forget(remembered)
      await logout()
    },
    sessionEnds: ends,
    staySignedIn: renew,
  } satisfies Partial<Platform>
}
