import { afterEach, describe, expect, test, vi } from 'vitest'

import type { BackupConfiguration, OfferedPolicy, PolicyDraft } from '~/domain/policy'

import { benches, datacenterCalled, enter, offerCalled, policyCalled, writes } from './fixture.bench'
import { refusal } from './refusal.bench'
import { found, vmNamed } from './seeded.bench'

afterEach(() => vi.unstubAllGlobals())

const fridays: BackupConfiguration = {
  key: 'COMPLETE/WEEKLY_PLANNED',
  type: 'complete',
  typeText: 'COMPLETE',
  timing: {
    every: 'weekly-planned',
    days: { by: 'policy', value: ['friday'] },
    time: { by: 'policy', value: { hour: 22, minute: 15, second: 0, offset: 120 } },
  },
  content: 'vm',
}
const hourly: BackupConfiguration = {
  key: 'SNAPSHOT/HOURLY',
  type: 'snapshot',
  typeText: 'SNAPSHOT',
  timing: { every: 'hourly', hours: { by: 'vm' } },
  content: 'system',
}
const once: BackupConfiguration = {
  key: 'FILESYSTEM/DEFINED_HOUR',
  type: 'filesystem',
  typeText: 'FILESYSTEM',
  timing: { every: 'defined-hour', at: { by: 'policy', value: '2026-12-31T22:00:00+01:00' } },
  content: 'vm',
}
const draft = (change: Partial<PolicyDraft> = {}): PolicyDraft => ({
  name: 'Fridays',
  code: 'NEW-1',
  description: 'For the quiet ones',
  replication: false,
  configurations: [fridays],
  ...change,
})

const draftOf = (
  { id: _id, revision: _revision, ...known }: OfferedPolicy,
  change: Partial<PolicyDraft>,
): PolicyDraft => ({
  ...known,
  ...change,
})

const byKey = (lines: readonly BackupConfiguration[]) => lines.toSorted((a, b) => (a.key < b.key ? -1 : 1))

describe.each(benches)('%s', (_, newBench) => {
  describe('the policies of a datacenter', () => {
    test('are listed to administrators, all of them, under the ids that tenants know', async () => {
      const { api } = await enter(newBench, 'cloudadmin')
      const { id } = await datacenterCalled(api, 'London')
      const { rows, total, unreadable } = await api.listOfferedPolicies(id)
      expect({ total, unreadable }).toEqual({ total: rows.length, unreadable: 0 })
      expect(rows.map(({ name }) => name)).toContain('Vault')
      expect(new Set(rows.map(({ revision }) => revision)).size).toBe(rows.length)
      const { api: tenant } = await enter(newBench, 'operator')
      const seen = await policyCalled(tenant, await vmNamed(tenant, 'erp-app-01'), 'Silver')
      expect(rows.find(({ name }) => name === 'Silver')).toMatchObject(seen)
    })

    test('are read by who allows them to tenants, and changed by nobody without the privilege', async () => {
      const { api } = await enter(newBench, 'tenantmanager')
      const { id } = await datacenterCalled(api, 'London')
      const seen = await offerCalled(api, id, 'Vault')
      const refused = await Promise.all(
        [
          api.createPolicy(id, draft()),
          api.changePolicy(id, seen.id, draft(), seen.revision),
          api.deletePolicy(id, seen.id),
        ].map(refusal),
      )
      for (const error of refused) expect(error).toMatchObject({ kind: 'forbidden', code: 'GEN-15' })
      const { api: operator } = await enter(newBench, 'operator')
      expect(await refusal(operator.listOfferedPolicies(id))).toMatchObject({ kind: 'forbidden', code: 'GEN-15' })
    })

    test('a new one is there under the id that was given, as it was made', async () => {
      const { api, sent } = await enter(newBench, 'dcadmin')
      const { id } = await datacenterCalled(api, 'London')
      const configurations = [fridays, hourly, once]
      const made = await api.createPolicy(id, draft({ configurations }))
      expect(sent.at(-1)).toMatchObject({ method: 'POST', body: { code: 'NEW-1', links: [] } })
      expect(sent.at(-1)?.headers.get('idempotency-key')).toMatch(/^[\da-f-]{36}$/)
      const after = await offerCalled(api, id, 'Fridays')
      expect(after).toMatchObject({ ...draft(), id: made, configurations: expect.anything() })
      expect(byKey(after.configurations)).toEqual(byKey(configurations))
    })

    test('a code is taken once, in any letter case', async () => {
      const { api } = await enter(newBench, 'dcadmin')
      const { id } = await datacenterCalled(api, 'London')
      const second = api.createPolicy(id, draft({ code: 'ldn-silver' }))
      expect(await refusal(second)).toMatchObject({ kind: 'conflict', code: 'BC-24' })
    })

    test('one that nobody uses changes in every part, and goes', async () => {
      const bench = await enter(newBench, 'dcadmin')
      const { api } = bench
      const { id } = await datacenterCalled(api, 'London')
      await api.createPolicy(id, draft({ configurations: [fridays, hourly] }))
      const seen = await offerCalled(api, id, 'Fridays')
      const anyDay: BackupConfiguration = {
        ...fridays,
        timing: { every: 'weekly-planned', days: { by: 'system' }, time: { by: 'vm' } },
        content: 'system',
      }
      const change = { name: 'Some day', code: 'NEW-2', description: null, configurations: [anyDay, once] }
      await api.changePolicy(id, seen.id, draftOf(seen, change), seen.revision)
      const after = await offerCalled(api, id, 'Some day')
      expect(after).toMatchObject({ id: seen.id, code: 'NEW-2', description: null })
      expect(byKey(after.configurations)).toEqual(byKey([anyDay, once]))
      await api.deletePolicy(id, seen.id)
      const { rows } = await api.listOfferedPolicies(id)
      expect(rows.find((row) => row.id === seen.id)).toBeUndefined()
      const gone = await refusal(api.changePolicy(id, seen.id, draft(), after.revision))
      expect(gone).toMatchObject({ kind: 'not-found', code: 'BC-23' })
      expect(await refusal(api.deletePolicy(id, seen.id))).toMatchObject({ kind: 'not-found', code: 'BC-23' })
    })

    test('one that VMs use may be called otherwise, and that is all', async () => {
      const { api } = await enter(newBench, 'dcadmin')
      const { id } = await datacenterCalled(api, 'Barcelona')
      const seen = await offerCalled(api, id, 'Nightly')
      expect(await refusal(api.deletePolicy(id, seen.id))).toMatchObject({ kind: 'conflict', code: 'BC-25' })
      const other = draftOf(seen, { configurations: [fridays] })
      expect(await refusal(api.changePolicy(id, seen.id, other, seen.revision))).toMatchObject({
        kind: 'conflict',
        code: 'BC-29',
      })
      const text = draftOf(seen, { name: 'Every night', description: 'Was: Nightly' })
      await api.changePolicy(id, seen.id, text, seen.revision)
      await expect(offerCalled(api, id, 'Every night')).resolves.toMatchObject({
        id: seen.id,
        configurations: seen.configurations,
      })
    })

    test('one that somebody else changed is not overwritten, and nothing is sent', async () => {
      const bench = await enter(newBench, 'dcadmin')
      const { api } = bench
      const { id } = await datacenterCalled(api, 'Barcelona')
      const seen = await offerCalled(api, id, 'Nightly')
      await api.changePolicy(id, seen.id, draftOf(seen, { description: 'Hers' }), seen.revision)
      const before = writes(bench)
      const mine = api.changePolicy(id, seen.id, draftOf(seen, { name: 'Mine' }), seen.revision)
      expect(await refusal(mine)).toMatchObject({ kind: 'stale' })
      expect(writes(bench)).toBe(before)
      await expect(offerCalled(api, id, 'Nightly')).resolves.toMatchObject({ description: 'Hers' })
    })

    test('what is saved without a change is sent as it came, each line and each unknown member', async () => {
      const { api, sent, tamper } = await enter(newBench, 'dcadmin')
      const { id } = await datacenterCalled(api, 'Barcelona')
      const { rows } = await api.listOfferedPolicies(id)
      tamper('unknown members')
      const seen = found(
        rows.find(({ code }) => code === 'BCN-OLD-WEEK'),
        'old policy',
      )
      await api.changePolicy(id, seen.id, seen, seen.revision)
      expect(sent.at(-1)).toMatchObject({ method: 'PUT', body: { holdfastTest: { kept: [1, null, 'ä'] } } })
      tamper(null)
      await expect(offerCalled(api, id, seen.name)).resolves.toEqual(seen)
    })

    test.each(['before', 'after'] as const)('an answer lost %s it was done: sent once, nobody knows', async (when) => {
      const bench = await enter(newBench, 'dcadmin')
      const { api, loseWrites } = bench
      const { id } = await datacenterCalled(api, 'London')
      const seen = await offerCalled(api, id, 'Vault')
      const { total } = await api.listOfferedPolicies(id)
      await loseWrites(when)
      expect(await refusal(api.createPolicy(id, draft()))).toMatchObject({ kind: 'unknown-outcome' })
      const change = api.changePolicy(id, seen.id, draftOf(seen, { description: 'New' }), seen.revision)
      expect(await refusal(change)).toMatchObject({ kind: 'unknown-outcome' })
      expect(await refusal(api.deletePolicy(id, seen.id))).toMatchObject({ kind: 'unknown-outcome' })
      expect(writes(bench)).toBe(3)
      // Where all was done one came and one went.
      const { rows } = await api.listOfferedPolicies(id)
      expect(rows).toHaveLength(total ?? 0)
      expect(rows.some(({ code }) => code === 'NEW-1')).toBe(when === 'after')
    })
  })
})
