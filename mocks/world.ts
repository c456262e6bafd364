import type {
  Datacenter,
  Limit,
  Person,
  Policy,
  Properties,
  Role,
  Tenant,
  User,
  VirtualAppliance,
  VirtualDatacenter,
} from './place-records'
import type { heldTypes, Vm, WorldEvent } from './records'
import { refuse } from './refusal'

/** What makes a world: the same three always make the same one. */
export interface Origin {
  readonly seed: number
  /** How many VMs in all; never fewer than the seeded ones. */
  readonly fleet: number
  /** When it was created; weeks of results end just before. Epoch milliseconds. */
  readonly anchor: number
}

/** Everything the platform knows. Records change in place, through `touch`; what is derived from time is not kept. */
export interface World {
  readonly origin: Origin
  /** How often the backup system is polled, in milliseconds of simulator time. */
  checkDelay: number
  /** Scheduled backups are told under the action of the scheduler that places VMs. */
  schedulerTells: boolean
  /** It answers as 3.10 did, before 4.0. */
  early: boolean
  /** So many results of one VM (`longestHistory` in results.ts) are kept beside those of its schedule. */
  kept: number
  /** The kinds of work that wait until a person lets them go on. */
  held: readonly (typeof heldTypes)[number][]
  readonly tenants: ReadonlyMap<number, Tenant>
  readonly vdcs: ReadonlyMap<number, VirtualDatacenter>
  readonly vapps: ReadonlyMap<number, VirtualAppliance>
  readonly datacenters: Map<number, Datacenter>
  readonly policies: Map<number, Policy>
  readonly limits: Map<number, Limit>
  readonly roles: Map<number, Role>
  readonly vms: Map<number, Vm>
  /** VMs with a task that has not ended. */
  readonly busy: Set<number>
  /** In the order in which they happened. Those of scheduled backups are not here: they follow from the schedule. */
  readonly events: WorldEvent[]
  /** What differs from the seeded world. */
  readonly changedVms: Set<number>
  readonly deletedVms: Set<number>
  placesChanged: boolean
  /** For managers, policies and limits alike; no id is given twice. */
  nextPlaceId: number
  /** Something is to be kept since the last save. */
  dirty: boolean
  nextEventId: number
  /** Lines with lesser ids come with the seeded world. */
  firstOwnEventId: number
  /** Everything up to this instant has happened. */
  advancedTo: number
}

export function touch(world: World, vm: Vm): void {
  world.changedVms.add(vm.id)
  world.dirty = true
}

/** Something of the datacenters, tenants or roles changed. */
export function touchPlaces(world: World): void {
  world.placesChanged = true
  world.dirty = true
}

const found = <T>(item: T | undefined, code: Parameters<typeof refuse>[0]): T => {
  if (item === undefined) throw refuse(code)
  return item
}

export const datacenterOf = (world: World, id: number): Datacenter => found(world.datacenters.get(id), 'DC-0')
export const vdcOf = (world: World, id: number): VirtualDatacenter => found(world.vdcs.get(id), 'VDC-0')
export const vappOf = (world: World, id: number): VirtualAppliance => found(world.vapps.get(id), 'VAPP-0')
export const tenantOf = (world: World, id: number): Tenant => found(world.tenants.get(id), 'EN-0')
export const roleOf = (world: World, id: number): Role => found(world.roles.get(id), 'ROLE-0')
export const policyOf = (world: World, id: number): Policy => found(world.policies.get(id), 'BC-23')

export const siteOf = (world: World, vm: Vm): Datacenter => datacenterOf(world, vdcOf(world, vm.vdcId).datacenterId)

/** What Abiquo calls the VM inside, in events and in the hypervisor; people read the label. */
export const platformName = (vm: Vm): string => `ABQ_${vm.uuid}`

/** A person with what the role allows now. */
export function userOf(world: World, person: Person): User {
  const { name, privileges } = roleOf(world, person.roleId)
  return { ...person, role: name, privileges: new Set(privileges) }
}

/** What a tenant may use of a datacenter; `undefined` when it may not use it. */
export const limitIn = (world: World, tenantId: number, datacenterId: number): Limit | undefined =>
  [...world.limits.values()].find((limit) => limit.tenantId === tenantId && limit.datacenterId === datacenterId)

export const allowedPolicies = (world: World, tenantId: number, datacenterId: number): readonly number[] =>
  limitIn(world, tenantId, datacenterId)?.policyIds ?? []

/** Bends a datacenter's switches or its manager; for tests and for the administrator's calls. */
export function changeDatacenter(
  world: World,
  name: string,
  change: { readonly properties?: Partial<Properties>; readonly manager?: Datacenter['manager'] },
): void {
  const datacenter = found(
    [...world.datacenters.values()].find((one) => one.name === name),
    'DC-0',
  )
  datacenter.properties = { ...datacenter.properties, ...change.properties }
  if (change.manager !== undefined) datacenter.manager = change.manager
  touchPlaces(world)
}
