import { type Call, get, need, ok, type Reply, type Route, seesAll } from '../call'
import { listed } from '../lists'
import { type Datacenter, type Policy } from '../place-records'
import { pluginOf, plugins } from '../plugins'
import { subtypes } from '../records'
import { refuse } from '../refusal'
import { unpaged } from '../wire-objects/link'
import {
  type Side,
  wireDatacenter,
  wireLocation,
  wireManager,
  wirePlugin,
  wirePolicy,
  wireProperties,
} from '../wire-objects/place'
import { allowedPolicies, datacenterOf, policyOf } from '../world'

const byName = {
  name: ({ name }: { readonly name: string }) => name.toLowerCase(),
  id: ({ id }: { readonly id: number }) => id,
}
const policyOrder = { ...byName, code: ({ code }: Policy) => code.toLowerCase() }
const placeOrder = { ...byName, location: ({ location }: Datacenter) => location.toLowerCase() }

/** Datacenters that the caller's tenant has limits in. */
const locations = (call: Call): readonly Datacenter[] =>
  [...call.world.datacenters.values()].filter(
    ({ id }) =>
      seesAll(call.person) ||
      [...call.world.limits.values()].some(
        (limit) => limit.tenantId === call.person.tenantId && limit.datacenterId === id,
      ),
  )

function placeInPath(call: Call, side: Side): Datacenter {
  const datacenter = datacenterOf(call.world, call.param('datacenter'))
  if (side === 'cloud' && !locations(call).includes(datacenter)) throw refuse('DC-0')
  return datacenter
}

/** An administrator sees all policies of the datacenter, a tenant those that it is allowed. */
function policiesOf(call: Call, side: Side): readonly Policy[] {
  const datacenter = placeInPath(call, side)
  const all = [...call.world.policies.values()].filter(({ datacenterId }) => datacenterId === datacenter.id)
  if (side === 'admin') return all
  const allowed = allowedPolicies(call.world, call.person.tenantId, datacenter.id)
  return all.filter(({ id }) => allowed.includes(id))
}

const listPolicies = (call: Call, side: Side): Reply =>
  listed(call, policiesOf(call, side), {
    by: policyOrder,
    text: ({ name, code }) => `${name}\n${code}`,
    wire: (policy) => wirePolicy(call, side, policy),
  })

function policyInPath(call: Call, side: Side): Reply {
  const policy = policyOf(call.world, call.param('policy'))
  // Several tenants' VMs are in an administrator's sight, so on the tenant side too every policy is.
  const readable = seesAll(call.person) ? [...call.world.policies.values()] : policiesOf(call, side)
  if (!readable.includes(policy) || policy.datacenterId !== placeInPath(call, side).id) throw refuse('BC-23')
  return ok(call, wirePolicy(call, side, policy))
}

/** Reads of the administrator's side need the privilege for a datacenter's backup configuration. */
const asAdmin =
  (answer: Route['answer']): Route['answer'] =>
  (call) => {
    need(call, 'PHYS_DC_ALLOW_BACKUP_CONFIG')
    return answer(call)
  }

const inInfrastructure =
  (answer: Route['answer']): Route['answer'] =>
  (call) => {
    need(call, 'PHYS_DC_ENUMERATE')
    return answer(call)
  }

const managersOf = ({ manager }: Datacenter) => (manager ? [manager] : [])

function oneManager(call: Call): Reply {
  const datacenter = placeInPath(call, 'admin')
  const manager = managersOf(datacenter).find(({ id }) => id === call.param('manager'))
  if (!manager) throw refuse('BC-40')
  return ok(call, wireManager(call, datacenter, manager))
}

function onePlugin(call: Call): Reply {
  const plugin = pluginOf(call.text('type').toUpperCase())
  if (!plugin) throw refuse('404-NOT-FOUND')
  return ok(call, wirePlugin(call, plugin))
}

const backupTypes = { COMPLETE: subtypes, SNAPSHOT: subtypes, FILESYSTEM: subtypes, OPTIONS: ['REPLICATION'] }

const cloud = '/cloud/locations'
const admin = '/admin/datacenters'

export const placeRoutes: readonly Route[] = [
  get(cloud, ['datacenters', 'publiccloudregions'], (call) =>
    listed(call, call.choice.entity === 'datacenters' ? locations(call) : [], {
      by: placeOrder,
      text: ({ name }) => name,
      wire: (datacenter) => wireLocation(call, datacenter),
    }),
  ),
  get(`${cloud}/:datacenter`, 'datacenter', (call) => ok(call, wireLocation(call, placeInPath(call, 'cloud')))),
  get(`${cloud}/:datacenter/backuppolicies`, 'backuppolicies', (call) => listPolicies(call, 'cloud')),
  get(`${cloud}/:datacenter/backuppolicies/:policy`, 'backuppolicy', (call) => policyInPath(call, 'cloud')),
  get(`${cloud}/:datacenter/backupproperties`, 'backupdatacenterproperties', (call) =>
    ok(call, wireProperties(call, 'cloud', placeInPath(call, 'cloud'))),
  ),
  get(
    admin,
    'datacenters',
    inInfrastructure((call) =>
      listed(call, [...call.world.datacenters.values()], {
        by: placeOrder,
        text: ({ name }) => name,
        wire: (datacenter) => wireDatacenter(call, datacenter),
      }),
    ),
  ),
  get(
    `${admin}/:datacenter`,
    'datacenter',
    inInfrastructure((call) => ok(call, wireDatacenter(call, placeInPath(call, 'admin')))),
  ),
  get(
    `${admin}/:datacenter/backuppolicies`,
    'backuppolicies',
    asAdmin((call) => listPolicies(call, 'admin')),
  ),
  get(
    `${admin}/:datacenter/backuppolicies/:policy`,
    'backuppolicy',
    asAdmin((call) => policyInPath(call, 'admin')),
  ),
  get(
    `${admin}/:datacenter/backupproperties`,
    'backupdatacenterproperties',
    asAdmin((call) => ok(call, wireProperties(call, 'admin', placeInPath(call, 'admin')))),
  ),
  get(
    `${admin}/:datacenter/backupmanagers`,
    'backupmanagers',
    asAdmin((call) => {
      const datacenter = placeInPath(call, 'admin')
      return ok(call, unpaged(managersOf(datacenter).map((manager) => wireManager(call, datacenter, manager))))
    }),
  ),
  get(`${admin}/:datacenter/backupmanagers/:manager`, 'backupmanager', asAdmin(oneManager)),
  get('/config/backupplugintypes', 'backupplugintypes', (call) =>
    ok(call, unpaged(plugins.map((plugin) => wirePlugin(call, plugin)))),
  ),
  get('/config/backupplugintypes/:type', 'backupplugintype', onePlugin),
  get('/config/backuptypes', 'backuptypes', (call) => ok(call, { backupTypes, links: [] })),
]
