import { describe, expect, test } from 'vitest'

import { bench, origin } from './bench'
import type { Members } from './body'

const manager: Members = { name: 'A', type: 'MERIDIAN_VAULT', endpoint: 'https://a.example/' }
const policy: Members = { code: 'A', name: 'A', backupConfigurations: [] }
const limitLinks: Members = { links: [{ rel: 'location', href: `${origin}/api/admin/datacenters/3` }] }

/** What the two administrators and a tenant's administrator are answered. */
const access: readonly (readonly [string, string, Members | undefined, number, number, number])[] = [
  ['GET', '/cloud/virtualmachines', undefined, 403, 403, 200],
  ['GET', '/cloud/virtualdatacenters', undefined, 403, 403, 200],
  ['GET', '/cloud/virtualdatacenters/17', undefined, 403, 403, 404],
  ['GET', '/cloud/locations', undefined, 200, 200, 200],
  ['GET', '/admin/datacenters', undefined, 200, 200, 403],
  ['GET', '/admin/datacenters/3', undefined, 200, 403, 403],
  ['GET', '/admin/datacenters/2/backuppolicies', undefined, 200, 200, 403],
  ['GET', '/admin/datacenters/2/backuppolicies/41', undefined, 200, 200, 403],
  ['POST', '/admin/datacenters/3/backuppolicies', policy, 201, 403, 403],
  ['PUT', '/admin/datacenters/1/backuppolicies/28', policy, 200, 403, 403],
  ['DELETE', '/admin/datacenters/1/backuppolicies/28', undefined, 204, 403, 403],
  ['GET', '/admin/datacenters/2/backupproperties', undefined, 200, 403, 403],
  ['PUT', '/admin/datacenters/2/backupproperties', {}, 200, 403, 403],
  ['GET', '/admin/datacenters/2/backupmanagers', undefined, 200, 403, 403],
  ['GET', '/admin/datacenters/2/backupmanagers/2', undefined, 200, 403, 403],
  ['POST', '/admin/datacenters/3/backupmanagers', manager, 201, 403, 403],
  ['PUT', '/admin/datacenters/2/backupmanagers/2', { name: 'A', endpoint: 'https://a', user: 'a' }, 200, 403, 403],
  ['DELETE', '/admin/datacenters/2/backupmanagers/2', undefined, 204, 403, 403],
  ['GET', '/admin/datacenters/2/action/getlimits', undefined, 200, 403, 403],
  ['GET', '/admin/datacenters/2/action/enterprises', undefined, 200, 403, 403],
  ['GET', '/admin/enterprises', undefined, 403, 200, 200],
  ['GET', '/admin/enterprises/3', undefined, 404, 200, 404],
  ['GET', '/admin/enterprises/3/limits', undefined, 404, 200, 404],
  ['GET', '/admin/enterprises/2/limits/20', undefined, 404, 200, 200],
  ['PUT', '/admin/enterprises/3/limits/30', { links: [] }, 403, 409, 403],
  ['POST', '/admin/enterprises/3/limits', limitLinks, 403, 201, 403],
  ['DELETE', '/admin/enterprises/1/limits/12', undefined, 403, 204, 403],
  ['GET', '/admin/roles', undefined, 403, 200, 200],
  ['PUT', '/admin/roles/5', { name: 'A' }, 403, 403, 403],
  ['GET', '/config/backupplugintypes', undefined, 200, 200, 200],
]

describe('who may what', () => {
  test.each(access)('%s %s', async (method, path, body, dcadmin, tenantmanager, tenantadmin) => {
    const statuses = await Promise.all(
      ['dcadmin', 'tenantmanager', 'tenantadmin'].map(
        async (as) => (await bench().call(path, { method, as, ...(body ? { body } : {}) })).status,
      ),
    )
    expect(statuses).toEqual([dcadmin, tenantmanager, tenantadmin])
  })

  test("who administers a datacenter's backups reads the trail of all datacenters, and nothing of VMs", async () => {
    const { call } = bench()
    const { rows } = await call('/events?limit=0', { as: 'dcadmin' })
    expect(new Set(rows.map(({ component }) => component))).toEqual(
      new Set(['BACKUP_MANAGER', 'BACKUP_POLICY', 'BACKUP_DATACENTER_PROPERTIES']),
    )
    expect((await call('/events?limit=0', { as: 'tenantmanager' })).rows).toEqual([])
    // The right to list them is there, and no VM is in sight.
    expect((await call('/admin/virtualmachines', { as: 'dcadmin' })).rows).toEqual([])
  })
})
