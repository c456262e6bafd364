import { afterEach, describe, expect, test, vi } from 'vitest'

import type { Page } from '~/domain/page'
import { allBackups } from '~/domain/samples'

import { benches, datacenterCalled, enter, offerCalled, writes } from './fixture.bench'
import { refusal } from './refusal.bench'
import { vmNamed } from './seeded.bench'

afterEach(() => vi.unstubAllGlobals())

describe.each(benches)('%s', (_, newBench) => {
  describe('odd answers', () => {
    test('a broken row is counted, and the others stand', async () => {
      const { api, tamper } = await enter(newBench)
      const whole = await api.listVms({ offset: 0, limit: 1_000 })
      tamper('a broken row')
      const page = await api.listVms({ offset: 0, limit: 1_000 })
      expect(page.rows).toEqual(whole.rows)
      expect(page.unreadable).toBe(3)
    })

    test('a link that leads elsewhere is refused, and nothing is sent there', async () => {
      const bench = await enter(newBench)
      const { api, tamper, sent } = bench
      const vm = await vmNamed(api, 'erp-app-02')
      tamper('a hostile address')
      await expect(api.getVm(vm.id)).resolves.toMatchObject({ id: vm.id })
      expect(await refusal(api.backUpNow(vm.id, { replicate: false }))).toMatchObject({ kind: 'link' })
      expect(writes(bench)).toBe(0)
      expect(sent.every(({ path }) => path.startsWith('/'))).toBe(true)
    })

    test('words that nobody knows are kept, and never taken for success', async () => {
      const { api, tamper } = await enter(newBench)
      const { id } = await vmNamed(api, 'erp-app-01')
      tamper('unknown words')
      const { rows } = await api.listVms({ offset: 0, limit: 1_000 })
      expect(rows.find((row) => row.id === id)).toMatchObject({ state: 'unknown', stateText: 'HIBERNATED' })
      const backups = await api.listBackups(id, allBackups)
      expect(backups.rows[0]).toMatchObject({ outcome: 'unknown', statusText: 'HIBERNATED' })
    })

    test('a page where data should be is no empty list', async () => {
      const { api, tamper } = await enter(newBench)
      tamper('HTML for data')
      expect(await refusal(api.listVms({ offset: 0, limit: 10 }))).toMatchObject({ kind: 'contract' })
    })

    test("a broken row never breaks an administrators' list", async () => {
      const { api, tamper, change } = await enter(newBench, 'cloudadmin')
      const { id } = await datacenterCalled(api, 'London')
      const manager = await api.getManager(id)
      const { rows: tenants } = await api.listTenants()
      const lists: readonly (() => Promise<Page<unknown>>)[] = [
        () => api.listDatacenters(),
        () => api.listOfferedPolicies(id),
        () => api.listTenants(),
        () => api.listAllowances(id),
        () => api.listTenantAllowances(tenants[0]?.id ?? ''),
        () => api.listRoles(),
      ]
      const whole = await Promise.all(lists.map((list) => list()))
      tamper('a broken row')
      const pages = await Promise.all(lists.map((list) => list()))
      expect(pages.map(({ rows }) => rows)).toEqual(whole.map(({ rows }) => rows))
      expect(pages.map(({ unreadable }) => unreadable)).toEqual(lists.map(() => 3))
      await expect(api.getManager(id)).resolves.toEqual(manager)
      await change('London', { plugin: null })
      // Only broken ones are not none: a second one could not be made.
      expect(await refusal(api.getManager(id))).toMatchObject({ kind: 'contract' })
    })

    test("an administrator's change is never sent to a link that leads elsewhere", async () => {
      const bench = await enter(newBench, 'dcadmin')
      const { api, tamper, sent } = bench
      const { id } = await datacenterCalled(api, 'London')
      const seen = await offerCalled(api, id, 'Vault')
      const { rules, revision } = await api.getProperties(id)
      tamper('a hostile address')
      const manager = { name: 'A', type: 'AVAMAR', endpoint: 'https://a.example/', user: 'a', password: 'secret' }
      const refused = await Promise.all(
        [
          api.getManager(id),
          api.createManager(id, manager),
          api.createPolicy(id, { ...seen, code: 'NEW' }),
          api.changeProperties(id, rules, revision),
          api.listAllowances(id),
        ].map(refusal),
      )
      for (const error of refused) expect(error).toMatchObject({ kind: 'link' })
      expect(writes(bench)).toBe(0)
      expect(sent.every(({ path }) => path.startsWith('/'))).toBe(true)
    })
  })
})
