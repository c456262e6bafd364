import { afterEach, describe, expect, test, vi } from 'vitest'

import { type BackupPrivilege, backupPrivileges, type Role } from '~/domain/role'

import type { Platform } from '../port'
import { benches, enter, writes } from './fixture.bench'
import { refusal } from './refusal.bench'
import { found } from './seeded.bench'

afterEach(() => vi.unstubAllGlobals())

async function roleCalled(api: Platform, name: string): Promise<Role> {
  const { rows } = await api.listRoles()
  return found(
    rows.find((row) => row.name === name),
    name,
  )
}

const inTenant: readonly BackupPrivilege[] = ['backup.configure', 'backup.schedule', 'backup.disks', 'backup.restore']

describe.each(benches)('%s', (_, newBench) => {
  describe('roles', () => {
    test("are listed, and the platform's own administrator is locked", async () => {
      const { api, actor } = await enter(newBench, 'cloudadmin')
      const { rows, total, unreadable } = await api.listRoles()
      expect({ total, unreadable }).toEqual({ total: rows.length, unreadable: 0 })
      expect(rows.filter(({ locked }) => locked).map(({ name }) => name)).toEqual([actor.role])
    })

    test('tell what they let people do, as those people learn it', async () => {
      const { api } = await enter(newBench, 'cloudadmin')
      const { id } = await roleCalled(api, 'BACKUP_OPERATOR')
      const { actor } = await enter(newBench, 'operator')
      const { api: again } = await enter(newBench, 'cloudadmin')
      await expect(again.getRolePrivileges(id)).resolves.toEqual(actor.may)
    })

    test('get and lose privileges; those that nobody here knows stay', async () => {
      const { api, sent, tamper } = await enter(newBench, 'cloudadmin')
      const { id } = await roleCalled(api, 'ENTERPRISE_ADMIN')
      const before = await api.getRolePrivileges(id)
      tamper('unknown members')
      await api.changeRole(id, { give: ['backup.configure', 'backup.schedule'], take: ['backup.restore'] })
      const { body } = found(sent.at(-1), 'request')
      expect(body).toMatchObject({ name: 'ENTERPRISE_ADMIN', holdfastTest: { kept: [1, null, 'ä'] } })
      const text = JSON.stringify(body)
      for (const word of ['"rel":"edit"', 'VDC_MANAGE_NETWORK', 'WORKFLOW_OVERRIDE', 'VAPP_MANAGE_BACKUP_DISKS'])
        expect(text).toContain(word)
      const after = new Set(before)
      after.delete('backup.restore')
      await expect(api.getRolePrivileges(id)).resolves.toEqual(
        new Set([...after, 'backup.configure', 'backup.schedule']),
      )
    })

    test('all five privileges of backups can be given and taken', async () => {
      const { api } = await enter(newBench, 'cloudadmin')
      const { id } = await roleCalled(api, 'USER')
      const before = await api.getRolePrivileges(id)
      await api.changeRole(id, { give: backupPrivileges, take: [] })
      await expect(api.getRolePrivileges(id)).resolves.toEqual(new Set([...before, ...backupPrivileges]))
      await api.changeRole(id, { give: [], take: backupPrivileges })
      await expect(api.getRolePrivileges(id)).resolves.toEqual(before)
    })

    test('what somebody did already is not sent again', async () => {
      const bench = await enter(newBench, 'cloudadmin')
      const { id } = await roleCalled(bench.api, 'BACKUP_OPERATOR')
      await bench.api.changeRole(id, { give: inTenant, take: ['infrastructure.backup'] })
      expect(writes(bench)).toBe(0)
    })

    test('a locked one is refused in the words of the platform', async () => {
      const { api } = await enter(newBench, 'cloudadmin')
      const { id } = await roleCalled(api, 'CLOUD_ADMIN')
      const change = api.changeRole(id, { give: [], take: ['backup.restore'] })
      expect(await refusal(change)).toMatchObject({ code: 'ROLE-1' })
    })

    test('are for nobody who may not see people, and change for nobody who may not manage roles', async () => {
      const manager = await enter(newBench, 'tenantmanager')
      const { id } = await roleCalled(manager.api, 'USER')
      const change = manager.api.changeRole(id, { give: ['backup.configure'], take: [] })
      expect(await refusal(change)).toMatchObject({ kind: 'forbidden', code: 'GEN-15' })
      const { api } = await enter(newBench, 'operator')
      expect(await refusal(api.listRoles())).toMatchObject({ kind: 'forbidden', code: 'GEN-15' })
    })

    test.each(['before', 'after'] as const)('an answer lost %s it was done: sent once, nobody knows', async (when) => {
      const bench = await enter(newBench, 'cloudadmin')
      const { api, loseWrites } = bench
      const { id } = await roleCalled(api, 'USER')
      await loseWrites(when)
      const change = api.changeRole(id, { give: ['backup.configure'], take: [] })
      expect(await refusal(change)).toMatchObject({ kind: 'unknown-outcome' })
      expect(writes(bench)).toBe(1)
      const after = await api.getRolePrivileges(id)
      expect(after.has('backup.configure')).toBe(when === 'after')
    })

    test.each(['999', '1-2', 'x', '../login'])('there is none with the id %j', async (id) => {
      const { api } = await enter(newBench, 'cloudadmin')
      expect(await refusal(api.getRolePrivileges(id))).toMatchObject({ kind: 'not-found' })
    })
  })
})
