import { afterEach, describe, expect, test, vi } from 'vitest'

import type { Privilege } from '~/domain/privilege'

import { benches, day, enter, minute } from './fixture.bench'
import { refusal } from './refusal.bench'
import { vmNamed } from './seeded.bench'

const forAll: readonly Privilege[] = ['vms.view', 'events.view']
const forVm: readonly Privilege[] = ['appliance.manage', 'vm.edit', 'vm.deploy', 'vm.power']
const forBackup: readonly Privilege[] = ['backup.configure', 'backup.schedule', 'backup.disks', 'backup.restore']
const forDatacenter: readonly Privilege[] = ['infrastructure.view', 'infrastructure.details', 'infrastructure.backup']
const provider = new Set(['cloudadmin', 'dcadmin', 'tenantmanager'])
const people: readonly (readonly [nick: string, may: readonly Privilege[]])[] = [
  ['viewer', forAll],
  ['user', [...forAll, ...forVm, 'backup.configure']],
  ['tenantadmin', [...forAll, ...forVm, 'backup.disks', 'backup.restore', 'users.view', 'tasks.decide']],
  ['operator', [...forAll, ...forVm, ...forBackup]],
  ['dcadmin', [...forDatacenter, 'events.view-all']],
  ['tenantmanager', ['tenants.manage', 'users.view', 'events.view']],
  [
    'cloudadmin',
    [
      ...forAll,
      'events.view-all',
      ...forVm,
      ...forBackup,
      ...forDatacenter,
      'tenants.manage',
      'users.view',
      'roles.manage',
      'tasks.decide',
    ],
  ],
]

afterEach(() => vi.unstubAllGlobals())

describe.each(benches)('%s', (_, newBench) => {
  describe('the person', () => {
    test.each(people)('%s has these privileges, and the names that a person knows', async (nick, may) => {
      const { actor } = await enter(newBench, nick)
      expect(actor).toMatchObject({
        name: nick,
        fullName: expect.stringMatching(/\w \w/),
        role: expect.stringMatching(/\w/),
      })
      expect(actor.tenant).toMatchObject({ name: provider.has(nick) ? 'Meridian Hosting' : 'Costa Verde Retail' })
      expect(actor.may).toEqual(new Set(may))
    })

    test('a wrong password is told as such, and opens nothing', async () => {
      const { api } = await enter(newBench)
      expect(await refusal(api.signIn({ user: 'operator', password: 'Passwört:x' }))).toMatchObject({
        kind: 'signed-out',
      })
      expect(await refusal(api.listVms({ offset: 0, limit: 1 }))).toMatchObject({ kind: 'signed-out' })
    })

    test('the token is renewed with each answer, the password goes out once, and nothing goes out without a token', async () => {
      const { api, sent } = await enter(newBench)
      // What goes out at once goes out with one token.
      await api.listVms({ offset: 0, limit: 1 })
      const apart = sent.length
      await api.listVms({ offset: 0, limit: 1 })
      await api.listVms({ offset: 0, limit: 1 })
      const sentAs = sent.map(({ headers }) => headers.get('authorization') ?? '')
      expect(sentAs[0]).toMatch(/^Basic /)
      expect(sentAs.slice(1).every((header) => header.startsWith('Token '))).toBe(true)
      expect(sentAs.length).toBeGreaterThanOrEqual(apart + 2)
      expect(new Set(sentAs.slice(apart)).size).toBe(sentAs.length - apart)
      expect(sentAs.slice(0, apart)).not.toContain(sentAs[apart])
      await api.signOut()
      const before = sent.length
      expect(await refusal(api.listVms({ offset: 0, limit: 1 }))).toMatchObject({ kind: 'signed-out' })
      expect(sent).toHaveLength(before)
      expect(sent.at(-1)).toMatchObject({ method: 'POST', path: '/logout' })
      await expect(api.resume()).resolves.toBeNull()
    })

    test('parallel answers leave a token that works', async () => {
      const { api } = await enter(newBench)
      await Promise.all(Array.from({ length: 8 }, (__, offset) => api.listVms({ offset, limit: 1 })))
      await expect(api.listVms({ offset: 0, limit: 1 })).resolves.toMatchObject({ unreadable: 0 })
    })

    test('a session that ended is told, and the same person goes on after signing in again', async () => {
      const { api, endSessions } = await enter(newBench)
      const vm = await vmNamed(api, 'web-frontend-01')
      await endSessions()
      expect(await refusal(api.getVm(vm.id))).toMatchObject({ kind: 'signed-out', status: 401 })
      await api.signIn({ user: 'operator', password: 'operator' })
      await expect(api.getVm(vm.id)).resolves.toMatchObject({ name: 'web-frontend-01' })
    })

    test("the server's clock is known", async () => {
      const { api, skip } = await enter(newBench)
      const skew = api.clockSkew()
      await skip(day)
      await api.listVms({ offset: 0, limit: 1 })
      expect(Math.abs(api.clockSkew() - skew - day)).toBeLessThan(2 * minute)
    })
  })
})
