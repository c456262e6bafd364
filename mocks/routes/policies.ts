import { membersOf } from '../body'
import { type Call, created, get, nothing, ok, type Reply, type Route, seesAll } from '../call'
import { recordAdministration } from '../events'
import { listed } from '../lists'
import type { Datacenter, Policy, Tenant } from '../place-records'
import { meansTheSame, type PolicyDraft, readPolicy } from '../policy-draft'
import { refuse } from '../refusal'
import { allowedTo, backupAdministrators, placeInPath } from '../sites'
import { isInUse, keepPast } from '../usage'
import { policyHref, wirePolicy } from '../wire-objects/backup-side'
import type { Side } from '../wire-objects/link'
import { allowedPolicies, limitIn, policyOf, tenantOf, touchPlaces } from '../world'

const policiesIn = (call: Call, datacenter: Datacenter): readonly Policy[] =>
  [...call.world.policies.values()].filter(({ datacenterId }) => datacenterId === datacenter.id)

/** An administrator sees all policies of the datacenter, a tenant those that it is allowed. */
function policiesOf(call: Call, side: Side): readonly Policy[] {
  const datacenter = placeInPath(call, side)
  const all = policiesIn(call, datacenter)
  if (side === 'admin') return all
  const allowed = allowedPolicies(call.world, call.person.tenantId, datacenter.id)
  return all.filter(({ id }) => allowed.includes(id))
}

const listPolicies = (call: Call, side: Side): Reply =>
  listed(call, policiesOf(call, side), {
    by: {
      name: ({ name }) => name.toLowerCase(),
      id: ({ id }) => id,
      code: ({ code }) => code.toLowerCase(),
    },
    text: ({ name, code }) => `${name}\n${code}`,
    wire: (policy) => wirePolicy(call, side, policy),
  })

function readOne(call: Call, side: Side): Reply {
  const policy = policyOf(call.world, call.param('policy'))
  // Several tenants' VMs are in an administrator's sight, so on the tenant side too every policy is.
  const readable = seesAll(call.person) ? [...call.world.policies.values()] : policiesOf(call, side)
  if (!readable.includes(policy) || policy.datacenterId !== placeInPath(call, side).id) throw refuse('BC-23')
  return ok(call, wirePolicy(call, side, policy))
}

/** BC-23: the policy of the path, in the datacenter of the path. */
function policyInPath(call: Call): { readonly datacenter: Datacenter; readonly policy: Policy } {
  const datacenter = placeInPath(call, 'admin')
  const policy = policyOf(call.world, call.param('policy'))
  if (policy.datacenterId !== datacenter.id) throw refuse('BC-23')
  return { datacenter, policy }
}

function record(call: Call, policy: Policy, action: string, done: string, tenant?: Tenant): void {
  const datacenter = call.world.datacenters.get(policy.datacenterId)
  recordAdministration(call.world, {
    at: call.now,
    person: call.person,
    component: 'BACKUP_POLICY',
    action,
    datacenterId: policy.datacenterId,
    ...(tenant ? { tenantId: tenant.id } : {}),
    text: `Backup policy '${policy.name}' of datacenter '${datacenter?.name ?? ''}' was ${done}`,
  })
  touchPlaces(call.world)
}

export const recordAllowed = (call: Call, policy: Policy, tenant: Tenant): void =>
  record(call, policy, 'ALLOW', `allowed to enterprise '${tenant.name}'`, tenant)

export const recordRestricted = (call: Call, policy: Policy, tenant: Tenant): void =>
  record(call, policy, 'RESTRICT', `restricted for enterprise '${tenant.name}'`, tenant)

/** BC-24: the code of another policy of the datacenter, in any letter case. */
function checkCode(others: readonly Policy[], { code }: PolicyDraft): void {
  if (others.some((one) => one.code.toLowerCase() === code.toLowerCase())) throw refuse('BC-24')
}

/** What the plug-in can do is not asked: a policy may hold what no backup of the datacenter will ever follow. */
function createPolicy(call: Call): Reply {
  const { world, person } = call
  const datacenter = placeInPath(call, 'admin')
  const draft = readPolicy(membersOf(call.body))
  checkCode(policiesIn(call, datacenter), draft)
  const policy: Policy = { id: world.nextPlaceId, datacenterId: datacenter.id, ...draft }
  world.nextPlaceId += 1
  world.policies.set(policy.id, policy)
  record(call, policy, 'CREATE', 'created')
  // Its maker's tenant may use it at once, and no other.
  const limit = limitIn(world, person.tenantId, datacenter.id)
  if (limit) {
    limit.policyIds.push(policy.id)
    recordAllowed(call, policy, tenantOf(world, person.tenantId))
  }
  return created(call, wirePolicy(call, 'admin', policy), policyHref(call.base, 'admin', policy))
}

/** BC-29: while VMs use it only what it is called may change. */
function changePolicy(call: Call): Reply {
  const { datacenter, policy } = policyInPath(call)
  const draft = readPolicy(membersOf(call.body))
  checkCode(
    policiesIn(call, datacenter).filter(({ id }) => id !== policy.id),
    draft,
  )
  const other = !meansTheSame(policy, draft)
  if (other && isInUse(call.world, policy.id)) throw refuse('BC-29')
  if (other) keepPast(call.world, policy)
  Object.assign(policy, draft)
  record(call, policy, 'MODIFY', 'changed')
  return ok(call, wirePolicy(call, 'admin', policy))
}

/** BC-25: not while VMs use it. No tenant may use it afterwards. */
function deletePolicy(call: Call): Reply {
  const { world } = call
  const { policy } = policyInPath(call)
  if (isInUse(world, policy.id)) throw refuse('BC-25', policy.name)
  keepPast(world, policy)
  world.policies.delete(policy.id)
  for (const limit of world.limits.values()) limit.policyIds = limit.policyIds.filter((id) => id !== policy.id)
  record(call, policy, 'DELETE', 'deleted')
  return nothing
}

/** Who allows policies to tenants must see which there are. */
const readers = allowedTo('PHYS_DC_ALLOW_BACKUP_CONFIG', 'USERS_MANAGE_ENTERPRISE')

const cloud = '/cloud/locations/:datacenter/backuppolicies'
const admin = '/admin/datacenters/:datacenter/backuppolicies'
const takes = ['backuppolicy']

export const policyRoutes: readonly Route[] = [
  get(cloud, 'backuppolicies', (call) => listPolicies(call, 'cloud')),
  get(`${cloud}/:policy`, 'backuppolicy', (call) => readOne(call, 'cloud')),
  get(
    admin,
    'backuppolicies',
    readers((call) => listPolicies(call, 'admin')),
  ),
  { method: 'POST', path: admin, offers: takes, takes, answer: backupAdministrators(createPolicy) },
  get(
    `${admin}/:policy`,
    'backuppolicy',
    readers((call) => readOne(call, 'admin')),
  ),
  { method: 'PUT', path: `${admin}/:policy`, offers: takes, takes, answer: backupAdministrators(changePolicy) },
  { method: 'DELETE', path: `${admin}/:policy`, offers: takes, answer: backupAdministrators(deletePolicy) },
]
