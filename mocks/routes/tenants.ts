import { type Call, get, need, ok, type Reply, type Route, seesAll } from '../call'
import { listed } from '../lists'
import type { Limit, Tenant } from '../place-records'
import { refuse } from '../refusal'
import { unpaged } from '../wire-objects/link'
import { wireLimit, wireTenant } from '../wire-objects/person'
import { datacenterOf, tenantOf } from '../world'

function tenantInPath(call: Call): Tenant {
  const tenant = tenantOf(call.world, call.param('tenant'))
  if (!seesAll(call.person) && tenant.id !== call.person.tenantId) throw refuse('EN-0')
  return tenant
}

function listTenants(call: Call): Reply {
  const tenants = [...call.world.tenants.values()]
  const seen = call.person.privileges.has('ENTERPRISE_ENUMERATE')
    ? tenants
    : tenants.filter(({ id }) => id === call.person.tenantId)
  return listed(call, seen, {
    by: { name: ({ name }) => name.toLowerCase(), id: ({ id }) => id },
    text: ({ name }) => name,
    wire: (tenant) => wireTenant(call, tenant),
  })
}

function limitsOf(call: Call): readonly Limit[] {
  const tenant = tenantInPath(call)
  need(call, 'USERS_VIEW')
  return [...call.world.limits.values()].filter(({ tenantId }) => tenantId === tenant.id)
}

function oneLimit(call: Call): Reply {
  const limit = limitsOf(call).find(({ id }) => id === call.param('limit'))
  if (!limit) throw refuse('LIMIT-8')
  return ok(call, wireLimit(call, limit))
}

function limitsOfDatacenter(call: Call): Reply {
  need(call, 'PHYS_DC_ENUMERATE')
  const datacenter = datacenterOf(call.world, call.param('datacenter'))
  const enterprise = call.query.get('enterprise')
  const limits = [...call.world.limits.values()].filter(
    (limit) => limit.datacenterId === datacenter.id && (enterprise === null || String(limit.tenantId) === enterprise),
  )
  return ok(call, unpaged(limits.map((limit) => wireLimit(call, limit))))
}

export const tenantRoutes: readonly Route[] = [
  get('/admin/enterprises', 'enterprises', listTenants),
  get('/admin/enterprises/:tenant', 'enterprise', (call) => ok(call, wireTenant(call, tenantInPath(call)))),
  get('/admin/enterprises/:tenant/limits', 'limits', (call) =>
    ok(call, unpaged(limitsOf(call).map((limit) => wireLimit(call, limit)))),
  ),
  get('/admin/enterprises/:tenant/limits/:limit', 'limit', oneLimit),
  get('/admin/datacenters/:datacenter/action/getlimits', 'limits', limitsOfDatacenter),
]
