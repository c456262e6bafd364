import { assumed } from '~/api/abiquo/assumed'

import { foreignTo, isMembers, listOf, type Members, textOf } from '../body'
import { type Call, created, get, need, nothing, ok, type Reply, type Route } from '../call'
import type { Limit, Policy, Tenant } from '../place-records'
import { refuse, refuseMember } from '../refusal'
import { allowedTo, placeInPath } from '../sites'
import { usedByTenant } from '../usage'
import { limitHref, ownRels, wireLimit } from '../wire-objects/limit'
import { unpaged } from '../wire-objects/link'
import { limitIn, policyOf, touchPlaces } from '../world'
import { recordAllowed, recordRestricted } from './policies'
import { tenantInPath } from './tenants'

const limitsOf = (call: Call, tenant: Tenant): readonly Limit[] =>
  [...call.world.limits.values()].filter(({ tenantId }) => tenantId === tenant.id)

function listLimits(call: Call): Reply {
  const tenant = tenantInPath(call)
  need(call, 'USERS_VIEW')
  return ok(call, unpaged(limitsOf(call, tenant).map((limit) => wireLimit(call, limit))))
}

/** LIMIT-8: the limit of the path, of the tenant of the path. */
function limitInPath(call: Call): { readonly tenant: Tenant; readonly limit: Limit } {
  const tenant = tenantInPath(call)
  const limit = limitsOf(call, tenant).find(({ id }) => id === call.param('limit'))
  if (!limit) throw refuse('LIMIT-8')
  return { tenant, limit }
}

function readLimit(call: Call): Reply {
  const { limit } = limitInPath(call)
  need(call, 'USERS_VIEW')
  return ok(call, wireLimit(call, limit))
}

function limitsOfDatacenter(call: Call): Reply {
  const datacenter = placeInPath(call, 'admin')
  const enterprise = call.query.get('enterprise')
  const limits = [...call.world.limits.values()].filter(
    (limit) => limit.datacenterId === datacenter.id && (enterprise === null || String(limit.tenantId) === enterprise),
  )
  return ok(call, unpaged(limits.map((limit) => wireLimit(call, limit))))
}

const adminPolicy = /\/admin\/datacenters\/(\d+)\/backuppolicies\/(\d+)$/

/** LIMIT-24: links of policies, in the administrator's form and of the limit's own datacenter. */
function readPolicies(call: Call, links: readonly Members[], datacenterId: number): readonly Policy[] {
  const policies = links
    .filter(({ rel }) => rel === 'backuppolicy')
    .map((link) => {
      const found = adminPolicy.exec(textOf(link['href']) ?? '')
      const policy = call.world.policies.get(Number(found?.[2]))
      if (!policy || policy.datacenterId !== datacenterId || Number(found?.[1]) !== datacenterId)
        throw refuse('LIMIT-24')
      return policy
    })
  return [...new Set(policies)]
}

const known: ReadonlySet<string> = new Set(['id', 'links'])

function sent(call: Call): { readonly body: Members; readonly links: readonly Members[] } {
  if (!isMembers(call.body)) throw refuse('400-BAD-REQUEST')
  return { body: call.body, links: listOf(call.body['links']) }
}

const keptLinks = (links: readonly Members[]): Members[] => links.filter(({ rel }) => !ownRels.has(rel))

/** The whole limit: the policies whose links are sent are those that the tenant may use from then on. LIMIT-25. */
function changeLimit(call: Call): Reply {
  const { world } = call
  const { tenant, limit } = limitInPath(call)
  const { body, links } = sent(call)
  const policies = readPolicies(call, links, limit.datacenterId)
  const ids = policies.map(({ id }) => id)
  const restricted = limit.policyIds.filter((id) => !ids.includes(id)).map((id) => policyOf(world, id))
  const used = usedByTenant(world, tenant.id)
  const needed = restricted.find(({ id }) => used.has(id))
  if (needed) throw refuse('LIMIT-25', needed.name)
  const allowed = policies.filter(({ id }) => !limit.policyIds.includes(id))
  Object.assign(limit, { policyIds: ids, links: keptLinks(links), foreign: foreignTo(known, body) })
  for (const policy of allowed) recordAllowed(call, policy, tenant)
  for (const policy of restricted) recordRestricted(call, policy, tenant)
  touchPlaces(world)
  return ok(call, wireLimit(call, limit))
}

/** The datacenter that a new limit is for; its link had the other name in older versions. */
function datacenterOfLinks(call: Call, links: readonly Members[]): number {
  const href = textOf(links.find(({ rel }) => rel === 'location' || rel === 'datacenter')?.['href'])
  const id = Number(/\/(?:admin\/datacenters|cloud\/locations)\/(\d+)$/.exec(href ?? '')?.[1])
  if (Number.isNaN(id)) throw refuseMember('location')
  if (!call.world.datacenters.has(id)) throw refuse('DC-0')
  return id
}

/** A tenant gets a datacenter. LIMIT-7 when it has it. */
function createLimit(call: Call): Reply {
  const { world } = call
  const tenant = tenantInPath(call)
  const { body, links } = sent(call)
  const datacenterId = datacenterOfLinks(call, links)
  if (limitIn(world, tenant.id, datacenterId)) throw refuse('LIMIT-7')
  const policies = readPolicies(call, links, datacenterId)
  const limit: Limit = {
    id: world.nextPlaceId,
    tenantId: tenant.id,
    datacenterId,
    policyIds: policies.map(({ id }) => id),
    links: keptLinks(links),
    foreign: foreignTo(known, body),
  }
  world.nextPlaceId += 1
  world.limits.set(limit.id, limit)
  for (const policy of policies) recordAllowed(call, policy, tenant)
  touchPlaces(world)
  return created(call, wireLimit(call, limit), limitHref(call.base, limit))
}

/** LIMIT-11: not while the tenant has a virtual datacenter there. */
function deleteLimit(call: Call): Reply {
  const { world } = call
  const { tenant, limit } = limitInPath(call)
  const { datacenterId, policyIds } = limit
  if ([...world.vdcs.values()].some((vdc) => vdc.tenantId === tenant.id && vdc.datacenterId === datacenterId))
    throw refuse('LIMIT-11')
  world.limits.delete(limit.id)
  for (const id of policyIds) recordRestricted(call, policyOf(world, id), tenant)
  touchPlaces(world)
  return nothing
}

const managers = allowedTo('USERS_MANAGE_ENTERPRISE')
const limits = '/admin/enterprises/:tenant/limits'
const limit = `${limits}/:limit`
const takes = ['limit']

export const limitRoutes: readonly Route[] = [
  get(limits, 'limits', listLimits),
  { method: 'POST', path: limits, offers: takes, takes, answer: managers(createLimit) },
  get(limit, 'limit', readLimit),
  { method: 'PUT', path: limit, offers: takes, takes, answer: managers(changeLimit) },
  { method: 'DELETE', path: limit, offers: takes, answer: managers(deleteLimit) },
  get(
    `/admin/datacenters/:datacenter/${assumed.limitsPath}`,
    'limits',
    allowedTo('PHYS_DC_ENUMERATE')(limitsOfDatacenter),
  ),
]
