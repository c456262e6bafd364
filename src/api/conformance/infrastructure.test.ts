import { afterEach, describe, expect, test, vi } from 'vitest'

import type { BackupManager, ManagerDraft } from '~/domain/backup-manager'

import type { Platform } from '../port'
import { benches, datacenterCalled, enter, writes } from './fixture.bench'
import { refusal } from './refusal.bench'
import { found } from './seeded.bench'

afterEach(() => vi.unstubAllGlobals())

const draftOf = (manager: BackupManager, change: Partial<ManagerDraft> = {}): ManagerDraft => ({
  name: manager.name,
  type: manager.type,
  endpoint: manager.endpoint ?? '',
  user: manager.user ?? '',
  password: null,
  ...change,
})

const managerOf = async (api: Platform, datacenterId: string): Promise<BackupManager> =>
  found((await api.getManager(datacenterId)) ?? undefined, 'backup manager')

describe.each(benches)('%s', (_, newBench) => {
  describe('datacenters', () => {
    test('are listed with their place, and their zone where the deployment names one', async () => {
      const { api } = await enter(newBench, 'dcadmin')
      const { rows, total, unreadable } = await api.listDatacenters()
      expect({ total, unreadable }).toEqual({ total: rows.length, unreadable: 0 })
      expect(rows.find(({ name }) => name === 'London')).toMatchObject({
        location: expect.stringContaining('London'),
        timeZone: 'Europe/London',
      })
      expect(rows.find(({ name }) => name === 'Barcelona')).toMatchObject({ timeZone: null })
    })

    test('are named by VMs with the same ids', async () => {
      const { api } = await enter(newBench, 'cloudadmin')
      const { rows } = await api.listDatacenters()
      const { rows: vms } = await api.listVms({ offset: 0, limit: 50 })
      const ids = vms.map(({ datacenter }) => datacenter?.id ?? '')
      expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining([...new Set(ids)]))
    })

    test('know kinds of backup systems, each with what it can do and which fields it needs', async () => {
      const { api } = await enter(newBench, 'dcadmin')
      const types = await api.listSystemTypes()
      expect(types.find(({ type }) => type === 'VEEAM10')).toMatchObject({
        name: 'Veeam 10',
        needs: { endpoint: 'required', user: 'required', password: 'required' },
        can: { 'on-demand': false },
      })
      expect(types.every(({ versions }) => versions === null || versions.length > 0)).toBe(true)
    })

    test('are for nobody who may not see the infrastructure', async () => {
      const { api } = await enter(newBench, 'operator')
      expect(await refusal(api.listDatacenters())).toMatchObject({ kind: 'forbidden', code: 'GEN-15' })
      expect(await refusal(api.getManager('1'))).toMatchObject({ kind: 'forbidden', code: 'GEN-15' })
      expect(await refusal(api.getProperties('1'))).toMatchObject({ kind: 'forbidden', code: 'GEN-15' })
    })

    test.each(['999', 'x', '../login', '1-2'])('there is none with the id %j', async (id) => {
      const { api } = await enter(newBench, 'dcadmin')
      expect(await refusal(api.getManager(id))).toMatchObject({ kind: 'not-found' })
      expect(await refusal(api.getProperties(id))).toMatchObject({ kind: 'not-found' })
    })
  })

  describe('a backup manager', () => {
    test('is made, changed and taken away', async () => {
      const bench = await enter(newBench, 'dcadmin')
      const { api, sent } = bench
      const { id } = await datacenterCalled(api, 'Barcelona')
      const before = await managerOf(api, id)
      await api.deleteManager(id, before.id)
      await expect(api.getManager(id)).resolves.toBeNull()
      const draft = draftOf(before, { name: 'Veeam Sants', password: 'first' })
      await api.createManager(id, draft)
      expect(sent.at(-1)).toMatchObject({ method: 'POST', body: { name: 'Veeam Sants', password: 'first' } })
      expect(sent.at(-1)?.headers.get('idempotency-key')).toMatch(/^[\da-f-]{36}$/)
      const made = await managerOf(api, id)
      expect(made).toMatchObject({ name: 'Veeam Sants', type: 'VEEAM10', endpoint: draft.endpoint, user: draft.user })
      await api.changeManager(id, made.id, draftOf(made, { user: 'svc-other' }), made.revision)
      const after = await managerOf(api, id)
      expect(after).toMatchObject({ id: made.id, name: 'Veeam Sants', user: 'svc-other' })
      expect(after.revision).not.toBe(made.revision)
      expect(writes(bench)).toBe(3)
    })

    test('is the only one of its datacenter', async () => {
      const { api } = await enter(newBench, 'dcadmin')
      const { id } = await datacenterCalled(api, 'Barcelona')
      const manager = await managerOf(api, id)
      const second = api.createManager(id, draftOf(manager, { password: 'x' }))
      expect(await refusal(second)).toMatchObject({ kind: 'conflict', code: 'BC-39' })
    })

    test('that somebody else changed is not overwritten, and nothing is sent', async () => {
      const bench = await enter(newBench, 'dcadmin')
      const { api } = bench
      const { id } = await datacenterCalled(api, 'London')
      const seen = await managerOf(api, id)
      await api.changeManager(id, seen.id, draftOf(seen, { name: 'Hers' }), seen.revision)
      const before = writes(bench)
      const mine = api.changeManager(id, seen.id, draftOf(seen, { name: 'Mine' }), seen.revision)
      expect(await refusal(mine)).toMatchObject({ kind: 'stale' })
      expect(writes(bench)).toBe(before)
      await expect(api.getManager(id)).resolves.toMatchObject({ name: 'Hers' })
    })

    test('that somebody else took away is not found', async () => {
      const { api } = await enter(newBench, 'dcadmin')
      const { id } = await datacenterCalled(api, 'London')
      const seen = await managerOf(api, id)
      await api.deleteManager(id, seen.id)
      const change = api.changeManager(id, seen.id, draftOf(seen), seen.revision)
      expect(await refusal(change)).toMatchObject({ kind: 'not-found', code: 'BC-40' })
      expect(await refusal(api.deleteManager(id, seen.id))).toMatchObject({ kind: 'not-found', code: 'BC-40' })
    })

    test.each([null, ''])('keeps its password (%j): none is ever sent empty', async (password) => {
      const { api, sent, tamper } = await enter(newBench, 'dcadmin')
      const { id } = await datacenterCalled(api, 'London')
      const seen = await managerOf(api, id)
      tamper('unknown members')
      await api.changeManager(id, seen.id, draftOf(seen, { name: 'Avamar', password }), seen.revision)
      const { body } = found(sent.at(-1), 'request')
      expect(body).not.toHaveProperty('password')
      expect(body).toMatchObject({ name: 'Avamar', type: 'AVAMAR', holdfastTest: { kept: [1, null, 'ä'] } })
      expect(JSON.stringify(body)).toContain('"rel":"edit"')
    })

    test('is for nobody without the privilege', async () => {
      const admin = await enter(newBench, 'dcadmin')
      const { id } = await datacenterCalled(admin.api, 'London')
      const seen = await managerOf(admin.api, id)
      const { api } = await enter(newBench, 'operator')
      const refused = await Promise.all(
        [
          api.createManager(id, draftOf(seen, { password: 'x' })),
          api.changeManager(id, seen.id, draftOf(seen), seen.revision),
          api.deleteManager(id, seen.id),
        ].map(refusal),
      )
      for (const error of refused) expect(error).toMatchObject({ kind: 'forbidden', code: 'GEN-15' })
    })

    test.each(['before', 'after'] as const)('an answer lost %s it was done: sent once, nobody knows', async (when) => {
      const bench = await enter(newBench, 'dcadmin')
      const { api, loseWrites } = bench
      const { id } = await datacenterCalled(api, 'London')
      const seen = await managerOf(api, id)
      await loseWrites(when)
      const change = api.changeManager(id, seen.id, draftOf(seen, { name: 'Lost' }), seen.revision)
      expect(await refusal(change)).toMatchObject({ kind: 'unknown-outcome' })
      await expect(api.getManager(id)).resolves.toMatchObject({ name: when === 'after' ? 'Lost' : seen.name })
      expect(await refusal(api.deleteManager(id, seen.id))).toMatchObject({ kind: 'unknown-outcome' })
      const there = await api.getManager(id)
      expect(there === null).toBe(when === 'after')
      const again = api.createManager(id, draftOf(seen, { password: 'x' }))
      expect(await refusal(again)).toMatchObject({ kind: 'unknown-outcome' })
      expect(writes(bench)).toBe(3)
    })
  })

  describe('the switches of a datacenter', () => {
    test('change one by one, with all that nobody here knows', async () => {
      const { api, sent, tamper } = await enter(newBench, 'dcadmin')
      const { id } = await datacenterCalled(api, 'Barcelona')
      const before = await api.getProperties(id)
      expect(before.rules).toMatchObject({ manualBackup: true, severalPolicies: false })
      tamper('unknown members')
      const rules = { ...before.rules, severalPolicies: true, manualBackup: null }
      await api.changeProperties(id, rules, before.revision)
      expect(sent.at(-1)?.body).toMatchObject({ holdfastTest: { kept: [1, null, 'ä'] } })
      const after = await api.getProperties(id)
      expect(after.rules).toEqual({ ...before.rules, severalPolicies: true })
      expect(after.revision).not.toBe(before.revision)
    })

    test('that somebody else changed are not overwritten', async () => {
      const bench = await enter(newBench, 'dcadmin')
      const { api } = bench
      const { id } = await datacenterCalled(api, 'Barcelona')
      const { rules, revision } = await api.getProperties(id)
      await api.changeProperties(id, { ...rules, manualBackup: false }, revision)
      const before = writes(bench)
      const mine = api.changeProperties(id, { ...rules, severalRestores: true }, revision)
      expect(await refusal(mine)).toMatchObject({ kind: 'stale' })
      expect(writes(bench)).toBe(before)
    })
  })
})
