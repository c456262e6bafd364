import { describe, expect, test } from 'vitest'
import type * as z from 'zod/mini'

import * as wire from '~/api/abiquo/wire'
import * as administration from '~/api/abiquo/wire-admin'
import { metadata } from '~/api/abiquo/wire-metadata'
import * as work from '~/api/abiquo/wire-work'

import { bench, type Bench } from './bench'
import { listOf, membersOf } from './body'

const readable = async (schema: z.ZodMiniType, answer: unknown): Promise<unknown> => {
  const { success, data, error } = await schema.safeParseAsync(answer)
  expect(error).toBeUndefined()
  return success ? data : null
}

const lists: readonly (readonly [string, z.ZodMiniType])[] = [
  ['/cloud/virtualmachines?limit=0', wire.virtualMachines],
  ['/cloud/virtualdatacenters', wire.virtualDatacenters],
  ['/cloud/locations', work.locations],
  ['/cloud/locations/1/backuppolicies', work.backupPolicies],
  ['/cloud/locations/2/backuppolicies', work.backupPolicies],
  ['/admin/datacenters/2/backuppolicies', work.backupPolicies],
  ['/admin/datacenters', administration.datacenters],
  ['/admin/enterprises', administration.enterprises],
  ['/admin/datacenters/3/action/enterprises', administration.enterprises],
  ['/admin/datacenters/2/backupmanagers', administration.backupManagers],
  ['/admin/datacenters/2/action/getlimits', administration.limits],
  ['/admin/enterprises/2/limits', administration.limits],
  ['/admin/roles', administration.roles],
  ['/admin/roles/5/action/privileges', wire.privileges],
  ['/config/privileges', wire.privileges],
  ['/config/backupplugintypes', work.backupPluginTypes],
  ['/events?limit=0', work.events],
  ['/admin/enterprises/2/action/pendingtasks', work.tasks],
]

const ofVm: readonly (readonly [string, z.ZodMiniType])[] = [
  ['', wire.virtualMachine],
  ['/state', work.virtualMachineState],
  ['/storage/disks', work.hardDisks],
  ['/storage/volumes', work.volumes],
  ['/tasks', work.tasks],
  ['/backup/results?limit=0', work.backupResults],
]

const ofEarlyVm: typeof ofVm = [
  ['', wire.virtualMachine],
  ['/tasks', work.tasks],
  ['/metadata', metadata],
]

/** Every row is readable, and a collection says so. */
function expectWhole(parsed: unknown): void {
  const { unreadable } = membersOf(parsed)
  expect(unreadable ?? 0).toBe(0)
}

describe('what the simulator says, the console can read', () => {
  test.each(lists)('%s', async (path, schema) => {
    const { body } = await bench().call(path, { as: 'cloudadmin' })
    expectWhole(await readable(schema, body))
    expect(listOf(body).length).toBeGreaterThan(0)
  })

  test.each([
    ...ofVm.map(([end, schema]) => [end, false, schema] as const),
    ...ofEarlyVm.map(([end, schema]) => [end, true, schema] as const),
  ])('of each VM: %s (before 4.0: %s)', async (end, early, schema) => {
    const world: Bench = bench()
    await world.settings({ early })
    const { rows } = await world.call('/cloud/virtualmachines?limit=0', { as: 'cloudadmin' })
    const answers = await Promise.all(
      rows.map(async ({ label }) => world.call(`${await world.pathOf(String(label))}${end}`, { as: 'cloudadmin' })),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    const read = await Promise.all(answers.map(({ body }) => readable(schema, body)))
    for (const one of read) expectWhole(one)
  })

  test('the person, the plug-in, the properties, an error, an accepted request', async () => {
    const { call, pathOf } = bench()
    await readable(wire.user, (await call('/login?expand=privileges')).body)
    await readable(work.backupPluginType, (await call('/config/backupplugintypes/AVAMAR')).body)
    await readable(work.backupProperties, (await call('/cloud/locations/1/backupproperties')).body)
    await readable(work.errors, (await call('/cloud/locations/9')).body)
    const accept = 'application/vnd.abiquo.eventtypes+json'
    await readable(administration.eventTypes, (await call('/events', { headers: { accept } })).body)
    const path = await pathOf('erp-app-02')
    const { body } = await call(`${path}/action/undeploy`, { method: 'POST' })
    await readable(wire.acceptedRequest, body)
    expect(listOf(body['links'])).toEqual([{ rel: 'status', href: expect.stringMatching(/\/tasks\/[\da-f-]{36}$/) }])
  })
})

describe('the seeded world', () => {
  test('has every state, policies of every type and periodicity, and results of every kind', async () => {
    const world = bench()
    const { rows } = await world.call('/cloud/virtualmachines?limit=0', { as: 'cloudadmin' })
    expect(new Set(rows.map(({ state }) => state))).toEqual(
      new Set(['NOT_ALLOCATED', 'ALLOCATED', 'CONFIGURED', 'ON', 'PAUSED', 'OFF', 'LOCKED', 'UNKNOWN']),
    )
    expect(rows.length).toBeGreaterThan(30)
    const policies = await Promise.all(
      [1, 2].map(
        async (id) => (await world.call(`/admin/datacenters/${id}/backuppolicies?limit=0`, { as: 'cloudadmin' })).rows,
      ),
    )
    const lines = policies.flat().flatMap((policy) => listOf(policy['backupConfigurations']))
    expect(new Set(lines.map(({ type }) => type))).toEqual(new Set(['COMPLETE', 'SNAPSHOT', 'FILESYSTEM']))
    expect(new Set(lines.map(({ subtype }) => subtype)).size).toBe(5)
    const times = lines.map(({ time }) => time)
    expect(times).toEqual(expect.arrayContaining(['NOT_APPLY', 'DEFINED_IN_VM', undefined, '6']))
    const results = await Promise.all(
      rows.map(async ({ label }) => {
        const path = await world.pathOf(String(label))
        return (await world.call(`${path}/backup/results?limit=0`, { as: 'cloudadmin' })).rows
      }),
    )
    const words = new Set(results.flat().map(({ status }) => status))
    for (const word of ['DONE', 'COMPLETED', 'FAILED', 'PROGRESS', 'UNKNOWN', 'VERIFYING'])
      expect(words).toContain(word)
    const restores = results.flat().flatMap((result) => listOf(result['restores']))
    expect(new Set(restores.map(({ status }) => status))).toEqual(new Set(['DONE', 'FAILED', 'PROGRESS']))
    expect(
      results.flat().some(({ expirationDate }) => typeof expirationDate === 'string' && expirationDate < '2026-03-02'),
    ).toBe(true)
  })

  test('is the same whenever it is made anew, and larger on demand', async () => {
    const [one, other] = await Promise.all([bench(), bench()].map(({ call }) => call('/cloud/virtualmachines?limit=0')))
    expect(one?.body).toEqual(other?.body)
    const large = bench({ fleet: 10_000 })
    expect((await large.call('/cloud/virtualmachines?limit=1', { as: 'cloudadmin' })).body['totalSize']).toBe(10_000)
  })

  test('shows each person the own tenant, and restricted parts to few', async () => {
    const { call } = bench()
    const labelsFor = async (as: string) =>
      (await call('/cloud/virtualmachines?limit=0', { as })).rows.map(({ label }) => label)
    const [viewer, operator, admin] = await Promise.all(['viewer', 'operator', 'cloudadmin'].map(labelsFor))
    expect(viewer).not.toContain('payroll-db-01')
    expect(operator).toContain('payroll-db-01')
    expect(operator).not.toContain('dns-01')
    expect(admin).toContain('dns-01')
    expect(viewer?.length).toBeGreaterThan(25)
  })
})
