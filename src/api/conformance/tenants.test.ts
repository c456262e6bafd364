import { afterEach, describe, expect, test, vi } from 'vitest'

import { allowanceOf, benches, datacenterCalled, enter, offerCalled, writes } from './fixture.bench'
import { refusal } from './refusal.bench'
import { found } from './seeded.bench'

afterEach(() => vi.unstubAllGlobals())

const retailer = 'Costa Verde Retail'

describe.each(benches)('%s', (_, newBench) => {
  describe('tenants', () => {
    test('are listed to who manages them, under the ids that people and VMs name them by', async () => {
      const { api, actor } = await enter(newBench, 'tenantmanager')
      const { rows, total, unreadable } = await api.listTenants()
      expect({ total, unreadable }).toEqual({ total: rows.length, unreadable: 0 })
      expect(rows).toContainEqual(actor.tenant)
      expect(rows.map(({ name }) => name)).toContain(retailer)
    })

    test('are for nobody else', async () => {
      const { api } = await enter(newBench, 'operator')
      expect(await refusal(api.listTenants())).toMatchObject({ kind: 'forbidden', code: 'GEN-15' })
      expect(await refusal(api.listAllowances('1'))).toMatchObject({ kind: 'forbidden', code: 'GEN-15' })
    })
  })

  describe('what tenants may use', () => {
    test('is told by datacenter, and the same by tenant', async () => {
      const { api } = await enter(newBench, 'cloudadmin')
      const london = await datacenterCalled(api, 'London')
      const { rows, unreadable } = await api.listAllowances(london.id)
      expect(unreadable).toBe(0)
      expect(rows.every(({ datacenter }) => datacenter.id === london.id && datacenter.name === 'London')).toBe(true)
      const mine = await allowanceOf(api, london.id, retailer)
      const vault = await offerCalled(api, london.id, 'Vault')
      expect(mine.policyIds).not.toContain(vault.id)
      expect(mine.policyIds).toContain((await offerCalled(api, london.id, 'Silver')).id)
      const byTenant = await api.listTenantAllowances(mine.tenant.id)
      expect(byTenant.rows).toContainEqual(mine)
      expect(new Set(byTenant.rows.map(({ datacenter }) => datacenter.id)).size).toBe(byTenant.rows.length)
    })

    test('is told by tenant to who sees no infrastructure', async () => {
      const { api } = await enter(newBench, 'tenantmanager')
      const { rows } = await api.listTenants()
      const tenant = found(
        rows.find(({ name }) => name === retailer),
        retailer,
      )
      const allowances = await api.listTenantAllowances(tenant.id)
      expect(allowances.rows.length).toBeGreaterThan(1)
      expect(allowances.rows.every((one) => one.tenant.id === tenant.id)).toBe(true)
    })

    test('changes by just these policies, and all else of the limit stays', async () => {
      const { api, sent, tamper } = await enter(newBench, 'cloudadmin')
      const { id } = await datacenterCalled(api, 'London')
      const vault = await offerCalled(api, id, 'Vault')
      const fresh = await api.createPolicy(id, { ...vault, code: 'FRESH' })
      const before = await allowanceOf(api, id, retailer)
      await api.changeAllowance(before.id, { allow: [vault.id], withdraw: [] })
      tamper('unknown members')
      await api.changeAllowance(before.id, { allow: [fresh], withdraw: [vault.id] })
      const { body } = found(sent.at(-1), 'request')
      expect(body).toMatchObject({ holdfastTest: { kept: [1, null, 'ä'] }, cpuCountHardLimit: expect.anything() })
      expect(JSON.stringify(body)).toContain('"rel":"location"')
      const after = await allowanceOf(api, id, retailer)
      expect(new Set(after.policyIds)).toEqual(new Set([...before.policyIds, fresh]))
    })

    test('what somebody did already is not sent again', async () => {
      const bench = await enter(newBench, 'cloudadmin')
      const { api } = bench
      const { id } = await datacenterCalled(api, 'London')
      const mine = await allowanceOf(api, id, retailer)
      const [vault, silver] = [await offerCalled(api, id, 'Vault'), await offerCalled(api, id, 'Silver')]
      await api.changeAllowance(mine.id, { allow: [silver.id], withdraw: [vault.id] })
      expect(writes(bench)).toBe(0)
    })

    test('two people who change different policies do not undo each other', async () => {
      const { api } = await enter(newBench, 'cloudadmin')
      const { id } = await datacenterCalled(api, 'London')
      const vault = await offerCalled(api, id, 'Vault')
      const fresh = await api.createPolicy(id, { ...vault, code: 'FRESH' })
      const seen = await allowanceOf(api, id, retailer)
      await api.changeAllowance(seen.id, { allow: [vault.id], withdraw: [] })
      await api.changeAllowance(seen.id, { allow: [fresh], withdraw: [] })
      const { policyIds } = await allowanceOf(api, id, retailer)
      expect(policyIds).toEqual(expect.arrayContaining([vault.id, fresh]))
    })

    test('a policy that VMs of the tenant use cannot be withdrawn', async () => {
      const { api } = await enter(newBench, 'cloudadmin')
      const { id } = await datacenterCalled(api, 'Barcelona')
      const mine = await allowanceOf(api, id, retailer)
      const nightly = await offerCalled(api, id, 'Nightly')
      const change = api.changeAllowance(mine.id, { allow: [], withdraw: [nightly.id] })
      expect(await refusal(change)).toMatchObject({ kind: 'conflict', code: 'LIMIT-25' })
      await expect(allowanceOf(api, id, retailer)).resolves.toEqual(mine)
    })

    test('a policy of another datacenter is refused in the words of the platform', async () => {
      const { api } = await enter(newBench, 'cloudadmin')
      const [london, barcelona] = [await datacenterCalled(api, 'London'), await datacenterCalled(api, 'Barcelona')]
      const mine = await allowanceOf(api, london.id, retailer)
      const foreign = await offerCalled(api, barcelona.id, 'Nightly')
      const change = api.changeAllowance(mine.id, { allow: [foreign.id], withdraw: [] })
      expect(await refusal(change)).toMatchObject({ code: 'LIMIT-24' })
    })

    test('changes for nobody without the privilege', async () => {
      const { api } = await enter(newBench, 'dcadmin')
      const { id } = await datacenterCalled(api, 'London')
      const own = await allowanceOf(api, id, 'Meridian Hosting')
      const vault = await offerCalled(api, id, 'Vault')
      const change = api.changeAllowance(own.id, { allow: [], withdraw: [vault.id] })
      expect(await refusal(change)).toMatchObject({ kind: 'forbidden', code: 'GEN-15' })
    })

    test.each(['before', 'after'] as const)('an answer lost %s it was done: sent once, nobody knows', async (when) => {
      const bench = await enter(newBench, 'cloudadmin')
      const { api, loseWrites } = bench
      const { id } = await datacenterCalled(api, 'London')
      const mine = await allowanceOf(api, id, retailer)
      const vault = await offerCalled(api, id, 'Vault')
      await loseWrites(when)
      const change = api.changeAllowance(mine.id, { allow: [vault.id], withdraw: [] })
      expect(await refusal(change)).toMatchObject({ kind: 'unknown-outcome' })
      expect(writes(bench)).toBe(1)
      const { policyIds } = await allowanceOf(api, id, retailer)
      expect(policyIds.includes(vault.id)).toBe(when === 'after')
    })

    test.each(['999', '2-999', 'x', '../login'])('there is none with the id %j', async (id) => {
      const { api } = await enter(newBench, 'cloudadmin')
      expect(await refusal(api.changeAllowance(id, { allow: [], withdraw: [] }))).toMatchObject({ kind: 'not-found' })
    })
  })
})
