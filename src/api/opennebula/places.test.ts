import { afterEach, describe, expect, test, vi } from 'vitest'

import { nameProblem } from '~/domain/backup-ways'

import { periods } from './ids'
import { enterNebula } from './opennebula.bench'

afterEach(() => vi.unstubAllGlobals())

describe('what a release has', () => {
  test.each([
    [
      '6.0',
      { interrupts: true, cancel: true, settings: false, ways: ['new-vm'], places: ['private-http', 'private-s3'] },
    ],
    [
      '6.6',
      {
        interrupts: false,
        cancel: false,
        settings: true,
        ways: ['new-vm'],
        places: ['backups-rsync', 'backups-restic'],
      },
    ],
    [
      '6.10',
      {
        interrupts: false,
        cancel: true,
        settings: true,
        ways: ['in-place', 'new-vm'],
        places: ['backups-rsync', 'backups-restic'],
      },
    ],
  ] as const)('%s is told before anybody tries', async (version, { ways, places, ...rest }) => {
    const { api } = await enterNebula(version, 'cloudadmin')
    const site = await api.getSite('2')
    expect(site.ways).toMatchObject(rest)
    expect(site.ways.restores.map(({ way }) => way)).toEqual(ways)
    expect(site.ways.places.map(({ name }) => name)).toEqual(places)
  })

  test('a chain of increments has the one place where it goes on', async () => {
    const { api } = await enterNebula()
    const { ways } = await api.getSite('1')
    expect(ways.places.map(({ name }) => name)).toEqual(['backups-restic'])
  })

  test('a restore onto the VM says that its snapshots go', async () => {
    const { api } = await enterNebula('6.10', 'cloudadmin')
    const { ways } = await api.getSite('2')
    expect(ways.restores[0]).toEqual({ way: 'in-place', dropsSnapshots: true })
  })

  test('a name that the platform would refuse is known before it is sent', async () => {
    const { api } = await enterNebula()
    const { ways } = await api.getSite('1')
    expect(nameProblem(ways, `it's <fine>`)).toEqual({ signs: "' < >" })
    expect(nameProblem(ways, 'a'.repeat(129))).toEqual({ most: 128 })
    expect(nameProblem(ways, 'größer (2)')).toBeNull()
  })

  test('policies are jobs, own schedules to each datastore, or marketplaces', async () => {
    const { api } = await enterNebula()
    const { rows } = await api.listPoliciesInSight()
    expect(rows.map(({ id }) => id)).toEqual([
      'job-0',
      ...['100', '101'].flatMap((id) => periods.map((period) => `store-${id}.${period}`)),
    ])
    expect(rows[0]?.configurations).toMatchObject([
      { timing: { every: 'daily', time: { by: 'policy', value: { hour: 1 } } }, typeText: 'FULL' },
    ])
    const legacy = await enterNebula('6.4')
    await expect(legacy.api.listPolicies('1')).resolves.toMatchObject({
      rows: [
        { id: 'market-100', configurations: [{ timing: { every: 'hourly', most: 8_760 } }] },
        { id: 'market-101' },
      ],
    })
  })

  test.each([
    ['6.4', 'image-disks'],
    ['6.10', 'every-disk'],
  ] as const)('none of %s leaves to the platform which disks are backed up', async (version, content) => {
    const { api } = await enterNebula(version)
    const { rows } = await api.listPoliciesInSight()
    const contents = rows.flatMap(({ configurations }) => configurations.map((one) => one.content))
    expect(new Set(contents)).toEqual(new Set([content]))
  })
})
