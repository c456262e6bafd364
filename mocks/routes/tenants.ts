import { type Call, get, needOne, ok, type Reply, type Route, seesAll } from '../call'
import { listed } from '../lists'
import type { Tenant } from '../place-records'
import { refuse } from '../refusal'
import { allowedTo, placeInPath } from '../sites'
import { wireTenant } from '../wire-objects/person'
import { limitIn, tenantOf } from '../world'

const seesTenants = (call: Call): boolean => seesAll(call.person) || call.person.privileges.has('ENTERPRISE_ENUMERATE')

/** The tenant of the path: one's own, and any for who may list them. */
export function tenantInPath(call: Call): Tenant {
  const tenant = tenantOf(call.world, call.param('tenant'))
  if (!seesTenants(call) && tenant.id !== call.person.tenantId) throw refuse('EN-0')
  return tenant
}

const answerTenants = (call: Call, tenants: readonly Tenant[]): Reply =>
  listed(call, tenants, {
    by: { name: ({ name }) => name.toLowerCase(), id: ({ id }) => id },
    text: ({ name }) => name,
    wire: (tenant) => wireTenant(call, tenant),
  })

function listTenants(call: Call): Reply {
  needOne(call, 'ENTERPRISE_ENUMERATE', 'USERS_VIEW')
  const tenants = [...call.world.tenants.values()]
  return answerTenants(call, seesTenants(call) ? tenants : tenants.filter(({ id }) => id === call.person.tenantId))
}

/** The tenants that may use a datacenter. */
function tenantsOfDatacenter(call: Call): Reply {
  const { id } = placeInPath(call, 'admin')
  return answerTenants(
    call,
    [...call.world.tenants.values()].filter((tenant) => limitIn(call.world, tenant.id, id)),
  )
}

export const tenantRoutes: readonly Route[] = [
  get('/admin/enterprises', 'enterprises', listTenants),
  get('/admin/enterprises/:tenant', 'enterprise', (call) => ok(call, wireTenant(call, tenantInPath(call)))),
  get(
    '/admin/datacenters/:datacenter/action/enterprises',
    'enterprises',
    allowedTo('PHYS_DC_ENUMERATE')(tenantsOfDatacenter),
  ),
]
