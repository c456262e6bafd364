import type { Choice } from './media'
import type { User, VirtualAppliance, VirtualDatacenter } from './place-records'
import type { Task, Vm } from './records'
import { refuse } from './refusal'
import { openTask } from './state'
import { vappOf, vdcOf, type World } from './world'

/** One authenticated request, as its handler sees it. */
export interface Call {
  readonly world: World
  /** Epoch milliseconds of simulator time. */
  readonly now: number
  readonly person: User
  readonly method: string
  /** Address of the API, e.g. `http://host/api`; every link starts with it. */
  readonly base: string
  /** Address of what was asked for, without its query. */
  readonly self: string
  readonly query: URLSearchParams
  /** Path parameters by name. */
  readonly param: (name: string) => number
  readonly text: (name: string) => string
  readonly body: unknown
  readonly choice: Choice
}

export interface Reply {
  readonly status: number
  /** Media type; `null` for an answer without a body. */
  readonly entity: string | null
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export const ok = (call: Call, body: unknown): Reply => ({ status: 200, entity: call.choice.entity, body })
/** 201, with the new entity and its address. */
export const created = (call: Call, body: unknown, location: string): Reply => ({
  status: 201,
  entity: call.choice.entity,
  body,
  headers: { location },
})
export const nothing: Reply = { status: 204, entity: null, body: null }

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** `:name` takes one segment. */
  readonly path: string
  /** Entities that it answers with; the first is the default. */
  readonly offers: readonly string[]
  /** Entities that its body may be. */
  readonly takes?: readonly string[]
  /** Since 4.0. */
  readonly later?: boolean
  readonly answer: (call: Call) => Reply
}

export const get = (path: string, offers: string | readonly string[], answer: Route['answer']): Route => ({
  method: 'GET',
  path,
  offers: typeof offers === 'string' ? [offers] : offers,
  answer,
})

/** Routes that there are since 4.0. */
export const sinceFour = (...routes: readonly Route[]): readonly Route[] =>
  routes.map((route) => Object.assign({}, route, { later: true }))

/** 403 GEN-15 unless the person holds the privilege. */
export function need(call: Call, privilege: string): void {
  if (!call.person.privileges.has(privilege)) throw refuse('GEN-15')
}

/** 403 GEN-15 unless the person holds one of the privileges. */
export function needOne(call: Call, ...privileges: readonly string[]): void {
  if (!privileges.some((privilege) => call.person.privileges.has(privilege))) throw refuse('GEN-15')
}

export const seesAll = (person: User): boolean => person.privileges.has('ENTERPRISE_ADMINISTER_ALL')

const mayUse = (person: User, vdc: VirtualDatacenter): boolean =>
  vdc.tenantId === person.tenantId && (person.vdcIds === null || person.vdcIds.includes(vdc.id) || vdc.id > 30)

export const seesVdc = (person: User, vdc: VirtualDatacenter): boolean =>
  person.privileges.has('VDC_ENUMERATE') && (seesAll(person) || mayUse(person, vdc))

const orders = new WeakMap<World, readonly Vm[]>()

/** All VMs by the platform's name, which never changes; sorted again only after one came or went. */
function byName(world: World): readonly Vm[] {
  const known = orders.get(world)
  if (known?.length === world.vms.size && known.every((vm) => world.vms.get(vm.id) === vm)) return known
  const order = [...world.vms.values()].toSorted((a, b) => (a.uuid < b.uuid ? -1 : 1))
  orders.set(world, order)
  return order
}

/** The VMs in a person's sight, by the platform's name. */
export function visibleVms(world: World, person: User): readonly Vm[] {
  const all = byName(world)
  if (seesAll(person) && person.privileges.has('VDC_ENUMERATE')) return all
  const seen = new Set([...world.vdcs.values()].filter((vdc) => seesVdc(person, vdc)).map(({ id }) => id))
  return all.filter((vm) => seen.has(vm.vdcId))
}

/** The virtual datacenter of the path; 404 for one out of sight, as if it were not there. */
export function vdcInPath(call: Call): VirtualDatacenter {
  need(call, 'VDC_ENUMERATE')
  const vdc = vdcOf(call.world, call.param('vdc'))
  if (!seesVdc(call.person, vdc)) throw refuse('VDC-0')
  return vdc
}

export function vappInPath(call: Call): VirtualAppliance {
  const vdc = vdcInPath(call)
  const vapp = vappOf(call.world, call.param('vapp'))
  if (vapp.vdcId !== vdc.id) throw refuse('VAPP-0')
  return vapp
}

export function vmInPath(call: Call): Vm {
  const vapp = vappInPath(call)
  const vm = call.world.vms.get(call.param('vm'))
  if (!vm || vm.vappId !== vapp.id) throw refuse('VM-1')
  return vm
}

export const vmHref = (base: string, vm: Vm): string =>
  `${base}/cloud/virtualdatacenters/${vm.vdcId}/virtualappliances/${vm.vappId}/virtualmachines/${vm.id}`

/** 202, with the link to follow. The link carries no type. */
export function accepted(call: Call, vm: Vm, task: Task | null = openTask(vm)): Reply {
  const href = `${vmHref(call.base, vm)}/tasks${task ? `/${task.id}` : ''}`
  return {
    status: 202,
    entity: 'acceptedrequest',
    body: { links: [{ rel: 'status', href }], entity: 'You can keep track of the progress in the link' },
  }
}
