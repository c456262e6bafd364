import { describe, expect, test } from 'vitest'

import { type Answer, bench, type Bench, chosen, hrefOf, origin, policyIds } from './bench'
import { listOf, type Members } from './body'

const limit = (tenant: number, id: number): string => `/admin/enterprises/${tenant}/limits/${id}`
/** The retailer in Barcelona and in London. */
const barcelona = limit(2, 20)
const london = limit(2, 21)
const as = 'tenantmanager'

const policyLink = (datacenter: number, policy: number): Members => ({
  rel: 'backuppolicy',
  href: `${origin}/api/admin/datacenters/${datacenter}/backuppolicies/${policy}`,
})

const idsOf = (body: Members): readonly number[] =>
  listOf(body['links'])
    .filter(({ rel }) => rel === 'backuppolicy')
    .map(({ href }) => Number(String(href).split('/').at(-1)))

const otherLinks = (body: Members): readonly Members[] =>
  listOf(body['links']).filter(({ rel }) => rel !== 'backuppolicy')

/** Sends the limit back with other policies. */
async function allow(
  world: Bench,
  path: string,
  change: (ids: readonly number[]) => readonly number[],
): Promise<Answer> {
  const { body } = await world.call(path, { as })
  const datacenter = Number(hrefOf(body, 'location').split('/').at(-1))
  const links = [...otherLinks(body), ...change(idsOf(body)).map((id) => policyLink(datacenter, id))]
  return world.call(path, { method: 'PUT', body: { ...body, links }, as })
}

const without =
  (id: number) =>
  (ids: readonly number[]): readonly number[] =>
    ids.filter((one) => one !== id)

const linesOf = async (world: Bench): Promise<readonly Members[]> => {
  const path = '/events?component=BACKUP_POLICY&limit=0&datefrom=2026-03-02T08:00:00Z&by=id&asc=true'
  return (await world.call(path, { as: 'cloudadmin' })).rows
}

describe('what a tenant may use of a datacenter', () => {
  test('has the links of the captures, in their order', async () => {
    const { body } = await bench().call(london, { as })
    expect(listOf(body['links']).map(({ rel }) => rel)).toEqual([
      'enterprise',
      'hypervisors',
      'edit',
      'externalnetworks',
      'action',
      'location',
      'datastoretier',
      ...idsOf(body).map(() => 'backuppolicy'),
    ])
  })

  test('is the set of policies that is sent; each change is told, with its tenant', async () => {
    const world = bench()
    const put = await allow(world, barcelona, (ids) => [
      ...without(policyIds.bcnOldWeek)(ids),
      policyIds.bcnProviderOnly,
      policyIds.bcnProviderOnly,
    ])
    expect(put.status).toBe(200)
    expect(idsOf(put.body)).toContain(policyIds.bcnProviderOnly)
    expect(idsOf(put.body)).not.toContain(policyIds.bcnOldWeek)
    expect(new Set(idsOf(put.body)).size).toBe(idsOf(put.body).length)
    const seen = (await world.call('/cloud/locations/1/backuppolicies?limit=0')).rows.map(({ id }) => id)
    expect(seen).toContain(policyIds.bcnProviderOnly)
    expect(seen).not.toContain(policyIds.bcnOldWeek)
    const told = { enterprise: 'Costa Verde Retail', performedBy: 'Henrik Dahl', datacenter: 'Barcelona' }
    expect(await linesOf(world)).toMatchObject([
      { ...told, actionPerformed: 'BACKUP_POLICY_ALLOW', stacktrace: expect.stringContaining('Management gold') },
      { ...told, actionPerformed: 'BACKUP_POLICY_RESTRICT', stacktrace: expect.stringContaining('Costa Verde Retail') },
    ])
  })

  test('tells nothing when nothing changes, and comes back as it was', async () => {
    const world = bench()
    const before = await world.call(london, { as })
    expect((await allow(world, london, (ids) => ids)).body).toEqual(before.body)
    expect(await linesOf(world)).toEqual([])
  })

  test('keeps every other member and link that was sent', async () => {
    const world = bench()
    const { body } = await world.call(london, { as })
    const odd = { rel: 'hardwareprofile', title: 'Small', href: `${origin}/api/admin/datacenters/2/hardwareprofiles/3` }
    const sent = {
      ...body,
      cpuCountHardLimit: 64,
      enabledHardwareProfiles: true,
      links: [odd, ...listOf(body['links'])],
    }
    const put = await world.call(london, { method: 'PUT', body: sent, as })
    expect(put.body).toMatchObject({ cpuCountHardLimit: 64, enabledHardwareProfiles: true })
    const rels = otherLinks(put.body).map(({ rel }) => rel)
    expect(rels).toEqual([
      ...otherLinks(body)
        .map(({ rel }) => rel)
        .slice(0, -1),
      'hardwareprofile',
      'datastoretier',
    ])
    expect(listOf(put.body['links'])).toContainEqual(odd)
    expect((await world.call(london, { as })).body).toEqual(put.body)
  })

  test.each([
    ['of another datacenter', policyLink(2, policyIds.ldnSilver)],
    ['that says another datacenter', policyLink(2, policyIds.bcnNightly)],
    ['of no policy', policyLink(1, 99)],
    ['in the form of tenants', { rel: 'backuppolicy', href: `${origin}/api/cloud/locations/1/backuppolicies/21` }],
    ['without an address', { rel: 'backuppolicy' }],
  ])('takes no link %s', async (_, link) => {
    const world = bench()
    const before = await world.call(barcelona, { as })
    const body = { ...before.body, links: [...listOf(before.body['links']), link] }
    expect(await world.call(barcelona, { method: 'PUT', body, as })).toMatchObject({ code: 'LIMIT-24', status: 400 })
    expect((await world.call(barcelona, { as })).body).toEqual(before.body)
  })

  test('gives up no policy that a VM of the tenant has, deployed or not', async () => {
    const world = bench()
    const refused = await allow(world, london, without(policyIds.ldnSilver))
    expect(refused).toMatchObject({ code: 'LIMIT-25', status: 409 })
    expect(refused.rows[0]?.['message']).toContain("'Silver'")
    expect(await linesOf(world)).toEqual([])
    // Another tenant whose VMs do not have it gives it up.
    expect((await allow(world, limit(3, 31), without(policyIds.ldnSilver))).status).toBe(200)
  })

  test('gives up none that a change which still runs will use', async () => {
    const world = bench()
    const values = { type: 'COMPLETE', subtype: 'WEEKLY_PLANNED', time: '03:00:00 +0000', days: ['MONDAY'] }
    const backupPolicies = [chosen(1, policyIds.bcnOldWeek, values)]
    const body = { ...(await world.vm('cache-redis-01')), backupPolicies }
    expect((await world.call(await world.pathOf('cache-redis-01'), { method: 'PUT', body })).status).toBe(202)
    expect((await allow(world, barcelona, without(policyIds.bcnOldWeek))).code).toBe('LIMIT-25')
  })

  test('stays quick with ten thousand VMs', async () => {
    const world = bench({ fleet: 10_000 })
    await world.call('/login')
    const before = performance.now()
    expect((await allow(world, london, without(policyIds.ldnSilver))).code).toBe('LIMIT-25')
    expect(performance.now() - before).toBeLessThan(2_000)
  })

  test('that another one has changed meanwhile is a fault to be asked for', async () => {
    const world = bench()
    const rule = { method: 'PUT', path: '/admin/enterprises/*/limits/*', status: 409 }
    await world.control('faults', { rules: [{ ...rule, code: '409-CONFLICT-StaleObject' }] })
    expect(await allow(world, london, (ids) => ids)).toMatchObject({ status: 409, code: '409-CONFLICT-StaleObject' })
  })
})

const give = (world: Bench, links: readonly object[], tenant = 3): Promise<Answer> =>
  world.call(`/admin/enterprises/${tenant}/limits`, { method: 'POST', body: { links }, as })
const lisbon = { rel: 'location', href: `${origin}/api/admin/datacenters/3` }

describe('a datacenter for a tenant', () => {
  test('is given with a bare link, and its policies with it', async () => {
    const world = bench()
    const made = await world.call('/admin/datacenters/3/backuppolicies', {
      method: 'POST',
      body: { code: 'A', name: 'A', backupConfigurations: [] },
      as: 'dcadmin',
    })
    const answer = await give(world, [lisbon, policyLink(3, Number(made.body['id']))])
    expect(answer.status).toBe(201)
    expect(answer.headers.get('location')).toBe(hrefOf(answer.body, 'edit'))
    expect(idsOf(answer.body)).toEqual([made.body['id']])
    expect(listOf(answer.body['links']).at(-1)).toMatchObject({
      title: 'A',
      type: 'application/vnd.abiquo.backuppolicy+json',
    })
    expect((await linesOf(world)).at(-1)).toMatchObject({
      actionPerformed: 'BACKUP_POLICY_ALLOW',
      enterprise: 'Northgate Legal',
    })
  })

  test.each([
    ['that it has', 2, [lisbon], 'LIMIT-7', 409],
    ['that is none', 3, [{ rel: 'location', href: `${origin}/api/admin/datacenters/9` }], 'DC-0', 404],
    ['that is not named', 3, [], '400-BAD-REQUEST', 400],
    ["with another one's policy", 3, [lisbon, policyLink(1, policyIds.bcnNightly)], 'LIMIT-24', 400],
    ['when there is no such tenant', 9, [lisbon], 'EN-0', 404],
  ])('is not given %s', async (_, tenant, links, code, status) => {
    expect(await give(bench(), links, tenant)).toMatchObject({ code, status })
  })

  test('is taken away, with all of its policies', async () => {
    const world = bench()
    const { body } = await give(world, [lisbon])
    expect((await world.call(hrefOf(body, 'edit'), { method: 'DELETE', as })).status).toBe(204)
    expect((await world.call(hrefOf(body, 'edit'), { as })).code).toBe('LIMIT-8')
    const provider = limit(1, 11)
    const { length } = idsOf((await world.call(provider, { as })).body)
    expect((await world.call(provider, { method: 'DELETE', as })).status).toBe(204)
    expect((await linesOf(world)).map((line) => line['actionPerformed'])).toEqual(
      Array.from({ length }, () => 'BACKUP_POLICY_RESTRICT'),
    )
  })

  test('is not taken away while the tenant has a virtual datacenter there', async () => {
    const world = bench()
    expect(await world.call(london, { method: 'DELETE', as })).toMatchObject({ code: 'LIMIT-11', status: 409 })
    expect((await world.call(london, { as })).status).toBe(200)
  })

  test('names the tenants that have it', async () => {
    const world = bench()
    const names = async (datacenter: number): Promise<readonly unknown[]> =>
      (await world.call(`/admin/datacenters/${datacenter}/action/enterprises`, { as: 'dcadmin' })).rows.map(
        ({ name }) => name,
      )
    expect(await names(3)).toEqual(['Costa Verde Retail', 'Meridian Hosting'])
    expect(await names(1)).toContain('Northgate Legal')
    const limits = await world.call('/admin/datacenters/3/action/getlimits', { as: 'dcadmin' })
    expect(limits.rows.map(({ id }) => id)).toEqual([12, 22])
  })
})
