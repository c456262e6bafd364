import { afterEach, describe, expect, test, vi } from 'vitest'

import { benches, enter } from './fixture.bench'
import { vmNamed } from './seeded.bench'

afterEach(() => vi.unstubAllGlobals())

describe.each(benches)('%s', (_, newBench) => {
  describe('a datacenter', () => {
    test('says what its backup system can do, and which switches it has', async () => {
      const { api } = await enter(newBench)
      const site = await api.getSite((await vmNamed(api, 'erp-app-01')).id)
      expect(site).toMatchObject({
        datacenter: { name: 'London' },
        timeZone: 'Europe/London',
        rules: { manualBackup: true, severalPolicies: true, changeWhileDeployed: true, severalRestores: true },
        system: { type: 'AVAMAR', name: 'Avamar' },
      })
      expect(site.system?.can).toEqual({
        'on-demand': true,
        schedule: true,
        replication: true,
        restore: true,
        'choose-disks': true,
        'several-policies': true,
        'change-while-deployed': true,
        'set-at-deploy': true,
        'restore-while-on': false,
      })
      expect(site.system?.periodicities?.get('snapshot')).toEqual(['hourly', 'daily', 'weekly-planned', 'monthly'])
      const other = await api.getSite((await vmNamed(api, 'web-frontend-01')).id)
      expect(other).toMatchObject({ timeZone: null, rules: { severalPolicies: false, severalRestores: false } })
      expect(other.system?.can).toMatchObject({ 'on-demand': false, 'choose-disks': false, 'restore-while-on': true })
    })

    test('offers the policies that the tenant may use, of every type, periodicity and field mode', async () => {
      const { api } = await enter(newBench)
      const { rows, total, unreadable } = await api.listPolicies((await vmNamed(api, 'erp-app-01')).id)
      expect(rows.map(({ name }) => name)).not.toContain('Vault')
      expect({ total, unreadable }).toEqual({ total: rows.length, unreadable: 0 })
      const configurationsOf = (name: string) => rows.find((row) => row.name === name)?.configurations
      expect(configurationsOf('Platinum with a second site')).toEqual([
        {
          key: 'COMPLETE/DAILY',
          type: 'complete',
          typeText: 'COMPLETE',
          timing: { every: 'daily', time: { by: 'policy', value: { hour: 23, minute: 30, second: 0, offset: 0 } } },
          content: 'vm',
        },
        {
          key: 'SNAPSHOT/HOURLY',
          type: 'snapshot',
          typeText: 'SNAPSHOT',
          timing: { every: 'hourly', hours: { by: 'policy', value: 4 } },
          content: 'vm',
        },
      ])
      expect(configurationsOf('Files on days of your own')).toMatchObject([
        { type: 'filesystem', timing: { every: 'weekly-planned', days: { by: 'vm' }, time: { by: 'vm' } } },
      ])
      expect(configurationsOf('Snapshots on two days')).toMatchObject([
        { timing: { every: 'weekly-planned', days: { by: 'policy', value: ['tuesday', 'thursday'] } } },
      ])
      expect(configurationsOf('Weekly when it suits the backup system')).toMatchObject([
        { timing: { days: { by: 'system' }, time: { by: 'vm' } } },
      ])
      expect(configurationsOf('Year end')).toMatchObject([
        {
          timing: { every: 'defined-hour', at: { by: 'policy', value: '2026-12-31T22:00:00+00:00' } },
          content: 'system',
        },
      ])
      expect(configurationsOf('Monthly, three kinds')).toMatchObject([
        { timing: { every: 'monthly', time: { by: 'vm' } }, content: 'vm' },
        { timing: { every: 'monthly', time: { by: 'system' } }, content: 'system' },
        { type: 'filesystem', content: 'vm' },
      ])
      expect(rows.find(({ name }) => name === 'Platinum with a second site')?.replication).toBe(true)
    })

    test('together offer all policies in sight, at a request for each and one for their list', async () => {
      const { api, sent } = await enter(newBench)
      const before = sent.length
      const { rows, unreadable } = await api.listPoliciesInSight()
      expect(sent.length - before).toBe(1 + 3)
      expect(unreadable).toBe(0)
      const ofVms = await Promise.all(
        ['erp-app-01', 'web-frontend-01'].map(async (name) => api.listPolicies((await vmNamed(api, name)).id)),
      )
      expect(rows.map(({ id }) => id).toSorted()).toEqual(
        ofVms.flatMap((page) => page.rows.map(({ id }) => id)).toSorted(),
      )
      const { assignments } = await vmNamed(api, 'erp-app-01')
      expect(rows.map(({ id }) => id)).toContain(assignments?.[0]?.policyId)
    })
  })
})
