import { afterEach, describe, expect, test, vi } from 'vitest'

import { benches, datacenterCalled, day, enter, follow, offerCalled } from './fixture.bench'
import { vmNamed } from './seeded.bench'

afterEach(() => vi.unstubAllGlobals())

describe.each(benches)('%s', (_, newBench) => {
  describe('the trail', () => {
    test('of a VM comes newest first, in windows', async () => {
      const { api } = await enter(newBench)
      const vm = await vmNamed(api, 'erp-app-01')
      const first = await api.listVmEvents(vm, { offset: 0, limit: 10 })
      const second = await api.listVmEvents(vm, { offset: 10, limit: 10 })
      const rows = [...first.rows, ...second.rows]
      expect(new Set(rows.map(({ id }) => id)).size).toBe(20)
      expect(rows.every(({ vmName }) => vmName === vm.platformName)).toBe(true)
      const times = rows.map(({ at }) => at?.getTime() ?? 0)
      expect(times).toEqual(times.toSorted((a, b) => b - a))
      const beyond = await api.listVmEvents(vm, { offset: (first.total ?? 0) + 5, limit: 10 })
      expect(beyond.rows).toEqual([])
    })

    test('is filtered by severity, action and time', async () => {
      const { api } = await enter(newBench)
      const vm = await vmNamed(api, 'mail-store-01')
      const errors = await api.listVmEvents(vm, { offset: 0, limit: 50, severity: 'error' })
      expect(errors.rows.length).toBeGreaterThan(0)
      expect(errors.rows.every(({ severity }) => severity === 'error')).toBe(true)
      const from = new Date('2026-03-16T00:00:00Z')
      const to = new Date('2026-03-17T00:00:00Z')
      const action = 'VIRTUAL_MACHINE_SCHEDULED_BACKUP'
      const { rows } = await api.listVmEvents(vm, { offset: 0, limit: 50, action, from, to })
      expect(rows.length).toBeGreaterThan(0)
      expect(rows.every(({ at, ...row }) => row.action === action && at && at >= from && at <= to)).toBe(true)
      await expect(api.listVmEvents(vm, { offset: 0, limit: 50, action: 'NO_SUCH' })).resolves.toMatchObject({
        rows: [],
        total: 0,
      })
    })

    test('tells how the newest backup of each VM ended, under the ids of the VMs', async () => {
      const { api } = await enter(newBench)
      const since = new Date('2026-03-11T10:00:00Z')
      // Asked before any VM was listed: the join must not depend on it.
      const { outcomes, complete } = await api.recentOutcomes(since)
      expect(complete).toBe(true)
      expect(new Set(outcomes.map(({ vmId }) => vmId)).size).toBe(outcomes.length)
      const outcomeOf = async (name: string) => {
        const { id } = await vmNamed(api, name)
        return outcomes.find(({ vmId }) => vmId === id)
      }
      expect(await outcomeOf('web-frontend-01')).toMatchObject({ outcome: 'good' })
      expect(await outcomeOf('mail-store-01')).toMatchObject({ outcome: 'failed', text: expect.stringMatching(/\w/) })
      expect(await outcomeOf('cache-redis-01')).toBeUndefined()
      expect(outcomes.every(({ at }) => at >= since)).toBe(true)
    })

    test('tells when the plan of a VM last changed, and since when nothing is missing', async () => {
      const { api } = await enter(newBench)
      const since = new Date('2026-03-11T10:00:00Z')
      const { replanned, wholeSince } = await api.recentOutcomes(since)
      expect(wholeSince).toEqual(since)
      const { id } = await vmNamed(api, 'checkout-api-01')
      expect(replanned.filter(({ vmId }) => vmId === id)).toEqual([{ vmId: id, at: expect.any(Date) }])
      expect(replanned.every(({ at }) => at >= since)).toBe(true)
      const { api: viewer } = await enter(newBench, 'viewer')
      await expect(viewer.recentOutcomes(since)).resolves.toMatchObject({ wholeSince: null })
    })

    test('is read on: what ended since then takes the place of what was known, and the rest stays', async () => {
      const bench = await enter(newBench)
      const { api } = bench
      const since = new Date('2026-03-11T10:00:00Z')
      const vm = await vmNamed(api, 'erp-app-02')
      const before = await api.recentOutcomes(since)
      await follow(bench, await api.backUpNow(vm.id, { replicate: false }))
      const after = await api.recentOutcomes(since)
      const endOf = ({ outcomes }: typeof before) => outcomes.find(({ vmId }) => vmId === vm.id)?.at.getTime() ?? 0
      expect(endOf(after)).toBeGreaterThan(endOf(before))
      expect(after.complete).toBe(true)
      expect(after.outcomes.map(({ vmId }) => vmId)).toEqual(
        expect.arrayContaining(before.outcomes.map(({ vmId }) => vmId)),
      )
      const { outcomes } = await api.recentOutcomes(new Date(endOf(after) - 1))
      expect(outcomes.every(({ at }) => at.getTime() >= endOf(after) - 1)).toBe(true)
      await expect(api.recentOutcomes(since)).resolves.toEqual(after)
    })

    test('tells how all backups ended in some days, the newest first, and since when nothing is missing', async () => {
      const { api, sent } = await enter(newBench)
      const [from, to] = [new Date('2026-03-10T00:00:00Z'), new Date('2026-03-14T12:00:00.500Z')]
      const { id } = await vmNamed(api, 'web-frontend-01')
      const before = sent.length
      const found = await api.listOutcomes({ from, to })
      expect(sent.length - before).toBeLessThanOrEqual(6)
      expect(found).toMatchObject({ since: from, wholeSince: from, complete: true, rest: null })
      const times = found.outcomes.map(({ at }) => at.getTime())
      expect(times).toEqual(times.toSorted((a, b) => b - a))
      expect(found.outcomes.every(({ at }) => at >= from && at <= to)).toBe(true)
      expect(new Set(found.outcomes.map((one) => one.id)).size).toBe(found.outcomes.length)
      // A night each: not only the newest.
      expect(found.outcomes.filter(({ vmId }) => vmId === id).length).toBeGreaterThanOrEqual(4)
      const checkout = await vmNamed(api, 'checkout-api-01')
      expect(found.replanned.every(({ at }) => at >= from && at <= to)).toBe(true)
      const { replanned } = await api.listOutcomes({ from, to: new Date('2026-03-18T10:00:00Z') })
      expect(replanned.map(({ vmId }) => vmId)).toContain(checkout.id)
    })

    test('tells a backup that someone requested from one that a plan made', async () => {
      const bench = await enter(newBench)
      const { api } = bench
      const [asked, planned] = [await vmNamed(api, 'erp-app-02'), await vmNamed(api, 'web-frontend-01')]
      await follow(bench, await api.backUpNow(asked.id, { replicate: false }))
      const days = { from: new Date('2026-03-10T00:00:00Z'), to: new Date('2026-03-18T12:00:00Z') }
      const { outcomes } = await api.listOutcomes(days)
      expect(outcomes.find(({ vmId }) => vmId === asked.id)).toMatchObject({ outcome: 'good', requested: true })
      const made = outcomes.filter(({ vmId }) => vmId === planned.id)
      expect(made).not.toEqual([])
      expect(made.every(({ requested }) => requested === undefined)).toBe(true)
    })

    test('says nothing of whole days to who may not see all of it', async () => {
      const { api } = await enter(newBench, 'viewer')
      const days = { from: new Date('2026-03-10T00:00:00Z'), to: new Date('2026-03-14T00:00:00Z') }
      await expect(api.listOutcomes(days)).resolves.toMatchObject({ wholeSince: null, complete: false, rest: null })
    })

    test('is not complete for who may not see all of it', async () => {
      const { api } = await enter(newBench, 'viewer')
      await expect(api.recentOutcomes(new Date('2026-03-11T10:00:00Z'))).resolves.toMatchObject({ complete: false })
    })

    test('what runs now is known by VM', async () => {
      const { api } = await enter(newBench)
      const activity = await api.listActivity()
      const { id } = await vmNamed(api, 'erp-db-02')
      expect(activity.find(({ vmId }) => vmId === id)?.task).toMatchObject({ kind: 'restore', state: 'running' })
    })

    test('what runs now on VMs of other tenants is known to who sees them, at a request for each tenant', async () => {
      const { api, sent, skip } = await enter(newBench, 'cloudadmin')
      const { id } = await vmNamed(api, 'erp-db-02')
      const before = sent.length
      const activity = await api.listActivity()
      expect(activity.find(({ vmId }) => vmId === id)?.task).toMatchObject({ kind: 'restore', state: 'running' })
      expect(sent.length - before).toBeLessThanOrEqual(2)
      await skip(2 * day)
      await vmNamed(api, 'erp-db-02')
      await expect(api.listActivity()).resolves.not.toContainEqual(expect.objectContaining({ vmId: id }))
    })

    test('of the whole platform is filtered by place, tenant, person and words', async () => {
      const { api } = await enter(newBench, 'cloudadmin')
      const page = { offset: 0, limit: 50 }
      const all = await api.listEvents(page)
      const times = all.rows.map(({ at }) => at?.getTime() ?? 0)
      expect(times).toEqual(times.toSorted((a, b) => b - a))
      const { rows: london } = await api.listEvents({ ...page, datacenter: 'London' })
      expect(london.length).toBeGreaterThan(0)
      expect(london.every(({ datacenter }) => datacenter === 'London')).toBe(true)
      const { rows: legal } = await api.listEvents({ ...page, tenant: 'Northgate Legal', severity: 'error' })
      expect(legal.every(({ tenant, severity }) => tenant === 'Northgate Legal' && severity === 'error')).toBe(true)
      const vm = await vmNamed(api, 'erp-app-01')
      const { rows: ofVm } = await api.listEvents({ ...page, vm: vm.platformName, virtualAppliance: 'ERP core' })
      expect(ofVm).toEqual((await api.listVmEvents(vm, page)).rows)
      const { rows: hers } = await api.listEvents({ ...page, user: 'operator' })
      expect(hers.length).toBeGreaterThan(0)
      expect(hers.every(({ user }) => user === 'operator')).toBe(true)
      const { rows: none } = await api.listEvents({ ...page, component: 'NO_SUCH' })
      expect(none).toEqual([])
    })

    test('tells what administrators did, to who may see it', async () => {
      const { api } = await enter(newBench, 'dcadmin')
      const { id } = await datacenterCalled(api, 'London')
      const vault = await offerCalled(api, id, 'Vault')
      await api.createPolicy(id, { ...vault, name: 'Vault the second', code: 'VAULT-2' })
      const { rows } = await api.listEvents({ offset: 0, limit: 5, action: 'BACKUP_POLICY_CREATE' })
      expect(rows[0]).toMatchObject({
        severity: 'info',
        component: 'BACKUP_POLICY',
        user: 'dcadmin',
        datacenter: 'London',
        text: expect.stringContaining('Vault the second'),
      })
    })

    test('knows its own words', async () => {
      const { api } = await enter(newBench)
      const { actions } = await api.getTrailWords()
      expect(actions).toEqual(expect.arrayContaining(['VIRTUAL_MACHINE_SCHEDULED_BACKUP', 'BACKUP_POLICY_CREATE']))
      expect(new Set(actions).size).toBe(actions.length)
    })

    test('tells the failed backups of some time, with their place', async () => {
      const { api, sent } = await enter(newBench, 'cloudadmin')
      const since = new Date('2026-03-16T10:00:00Z')
      const before = sent.length
      const { failures, complete } = await api.recentFailures(since)
      expect(sent.length - before).toBe(3)
      expect(complete).toBe(true)
      expect(failures.length).toBeGreaterThan(0)
      expect(failures.every(({ at, datacenter }) => at >= since && datacenter !== null)).toBe(true)
      expect(new Set(failures.map(({ id }) => id)).size).toBe(failures.length)
      const { rows } = await api.listEvents({ offset: 0, limit: 1_000, severity: 'error', from: since })
      expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(failures.map(({ id }) => id)))
      const { api: viewer } = await enter(newBench, 'viewer')
      await expect(viewer.recentFailures(since)).resolves.toMatchObject({ complete: false })
    })
  })
})
