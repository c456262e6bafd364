import { people } from '../people'
import { between } from '../random'
import type { Vm } from '../records'
import type { Origin, World } from '../world'
import { type Ground, buildVm } from './build'
import type { Draft } from './draft'
import { fleetDraft, fleetVapps, fleetVdcs } from './fleet'
import { addHistory } from './history'
import { others } from './other-tenants'
import { datacenters, limitsFor, tenants, vapps, vdcs } from './places'
import { seededPolicies } from './policies'
import { retailerBarcelona } from './retailer-barcelona'
import { retailerLisbon } from './retailer-lisbon'
import { retailerLondon } from './retailer-london'
import { seededRoles } from './roles'

const byId = <T extends { readonly id: number }>(items: readonly T[]): Map<number, T> =>
  new Map(items.map((item) => [item.id, item]))

const firstVm = 1_001
const firstFleetVm = 2_001
const longBackupSince = 40 * 60_000

/** A time of day in UTC, as policies carry it. */
const timeAt = (at: number): string => `${new Date(at).toISOString().slice(11, 16)}:00 +0000`

/** VMs belong to those who see VMs. */
const owner = (tenantId: number, id: number): number => {
  const rolesWithVms = new Set(
    seededRoles().flatMap((role) => (role.privileges.includes('VDC_ENUMERATE') ? role.id : [])),
  )
  const own = people.filter((person) => person.tenantId === tenantId && rolesWithVms.has(person.roleId))
  return own[between(0, Math.max(0, own.length - 1), 'owner', id)]?.id ?? 1
}

function machines(ground: Ground, drafts: readonly Draft[], first: number): readonly Vm[] {
  return drafts.map((draft, at) => {
    const id = first + at
    const tenantId = ground.vdcs.get(ground.vapps.get(draft.vappId)?.vdcId ?? 0)?.tenantId ?? 0
    return buildVm(ground, id, draft, owner(tenantId, id))
  })
}

/** The provider-like world that every simulator starts with; `origin` decides all of it. */
export function seedWorld(origin: Origin): World {
  const drafts = [
    ...retailerBarcelona(timeAt(origin.anchor - longBackupSince)),
    ...retailerLondon,
    ...others,
    ...retailerLisbon,
  ]
  const more = Math.max(0, origin.fleet - drafts.length)
  const policies = seededPolicies()
  const allVdcs = byId(more > 0 ? [...vdcs, ...fleetVdcs] : vdcs)
  const allVapps = byId([...vapps, ...fleetVapps(more)])
  const ground: Ground = {
    seed: origin.seed,
    anchor: origin.anchor,
    policies: new Map(policies.map((policy) => [policy.code, policy])),
    vapps: allVapps,
    vdcs: allVdcs,
  }
  const fleet = Array.from({ length: more }, (_, index) => fleetDraft(index))
  const world: World = {
    origin,
    checkDelay: 60_000,
    schedulerTells: false,
    early: false,
    kept: 0,
    held: [],
    tenants: byId(tenants),
    vdcs: allVdcs,
    vapps: allVapps,
    datacenters: byId(datacenters()),
    policies: byId(policies),
    limits: byId(limitsFor(policies)),
    roles: byId(seededRoles()),
    vms: byId([...machines(ground, drafts, firstVm), ...machines(ground, fleet, firstFleetVm)]),
    busy: new Set(),
    events: [],
    changedVms: new Set(),
    deletedVms: new Set(),
    placesChanged: false,
    nextPlaceId: 201,
    dirty: false,
    nextEventId: 5_001,
    firstOwnEventId: 5_001,
    advancedTo: origin.anchor,
  }
  addHistory(world)
  world.firstOwnEventId = world.nextEventId
  world.changedVms.clear()
  world.dirty = false
  return world
}
