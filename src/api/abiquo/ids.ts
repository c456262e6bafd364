import { ApiError } from '../error'
import { assumed } from './assumed'

/**
 * Ids as the rest of the console sees them: opaque texts made from the path that the platform gave, short where the path
 * has the usual form, and always reversible to that very path. They come back from the address bar, so they are checked.
 */
const number = '(0|[1-9]\\d{0,17})'
const machine = new RegExp(
  `^/cloud/virtualdatacenters/${number}/virtualappliances/${number}/virtualmachines/${number}$`,
)
const compact = new RegExp(`^${number}-${number}-${number}$`)

/** Paths whose numbers make a short id. */
const places = [
  new RegExp(`^/cloud/virtualdatacenters/${number}$`),
  new RegExp(`^/cloud/virtualdatacenters/${number}/virtualappliances/${number}$`),
  // A policy has one number, in the tenants' address and in the administrators'.
  new RegExp(`^/(?:cloud/locations|admin/datacenters)/${number}/backuppolicies/${number}$`),
  new RegExp(`^/(?:cloud/locations|admin/datacenters|admin/publiccloudregions)/${number}$`),
  new RegExp(`^/admin/datacenters/${number}/${assumed.managersPath}/${number}$`),
  new RegExp(`^/admin/enterprises/${number}$`),
  new RegExp(`^/admin/enterprises/${number}/limits/${number}$`),
  new RegExp(`^${assumed.rolesPath}/${number}$`),
]

/** Any path as text that is safe in an address: `~` and base64url of its UTF-8. */
const wrapped = (path: string): string => {
  const bytes = Array.from(new TextEncoder().encode(path), (byte) => String.fromCodePoint(byte)).join('')
  return `~${btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`
}

/** Segments of letters, digits and harmless signs; no dot segments, no query. */
const cleanPath = /^(?:\/(?!\.{1,2}(?:\/|$))[\w.:@~-]+)+$/

function unwrapped(id: string): string | null {
  if (!/^~[\w-]{1,2000}$/.test(id)) return null
  try {
    const bytes = atob(id.slice(1).replaceAll('-', '+').replaceAll('_', '/'))
    const path = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes, (c) => c.codePointAt(0) ?? 0))
    return cleanPath.test(path) && wrapped(path) === id ? path : null
  } catch {
    return null
  }
}

const noSuch = (what: string): ApiError => new ApiError('not-found', `This is no id of a ${what}`)

/** `4-9-77` for the usual path of a VM. */
export const vmId = (path: string): string => machine.exec(path)?.slice(1).join('-') ?? wrapped(path)

/** The same from the numbers of virtual datacenter, appliance and VM. */
export const placeVmId = (vdc: string, vapp: string, vm: string): string =>
  vmId(`/cloud/virtualdatacenters/${vdc}/virtualappliances/${vapp}/virtualmachines/${vm}`)

/** The path of a VM. Rejects what is no id of ours with `not-found`. */
export function vmPath(id: string): string {
  const found = compact.exec(id)
  if (found) return `/cloud/virtualdatacenters/${found[1]}/virtualappliances/${found[2]}/virtualmachines/${found[3]}`
  const path = unwrapped(id)
  if (path === null || !/\/virtualmachines\/[^/]+$/.test(path) || machine.test(path)) throw noSuch('VM')
  return path
}

const taskOfMachine = /^(.+)\/tasks\/([\w-]+)$/

/** `4-9-77.4f0c0a1e-…` for a task of a VM. */
export function taskId(path: string): string {
  const [, owner = '', task = ''] = taskOfMachine.exec(path) ?? []
  return machine.test(owner) ? `${vmId(owner)}.${task}` : wrapped(path)
}

/** The path of a task. Rejects what is no id of ours with `not-found`. */
export function taskPath(id: string): string {
  const [, owner = '', task = ''] = /^([\d-]+)\.([\w-]+)$/.exec(id) ?? []
  if (compact.test(owner)) return `${vmPath(owner)}/tasks/${task}`
  const path = unwrapped(id)
  if (path === null || !taskOfMachine.test(path) || taskId(path) !== id) throw noSuch('task')
  return path
}

const plain = new RegExp(`^${number}$`)

/** The number of a result below its VM's results; else the whole path. */
export function backupId(path: string, resultsPath: string): string {
  const end = path.startsWith(`${resultsPath}/`) ? path.slice(resultsPath.length + 1) : ''
  return plain.test(end) ? end : wrapped(path)
}

/** The path of a result. Rejects what is no id of ours with `not-found`. */
export function backupPath(id: string, resultsPath: string): string {
  if (plain.test(id)) return `${resultsPath}/${id}`
  const path = unwrapped(id)
  if (path === null) throw noSuch('backup')
  return path
}

/** The id of a place, tenant, policy, backup manager, limit or role: `2`, `4-9`, `2-14`. */
export function placeId(path: string): string {
  const found = places.map((pattern) => pattern.exec(path)).find((match) => match !== null)
  return found ? found.slice(1).join('-') : wrapped(path)
}

/** Leads from an id to the administrators' path. An unusual path must at least end as such a path does. */
const pathBack =
  (what: string, end: RegExp, numbers: RegExp, usual: (first: string, second: string) => string) =>
  (id: string): string => {
    const [, first = '', second = ''] = numbers.exec(id) ?? []
    if (first !== '') return usual(first, second)
    const path = unwrapped(id)
    if (path === null || !end.test(path) || placeId(path) !== id) throw noSuch(what)
    return path
  }

const pair = new RegExp(`^${number}-${number}$`)

/** The path of a datacenter. These all reject what is no id of ours with `not-found`. */
export const datacenterPath = pathBack('datacenter', /\/datacenters\/[^/]+$/, plain, (id) => `/admin/datacenters/${id}`)

/** Where administrators find the policy of an id. */
export const policyPath = pathBack(
  'policy',
  /\/backuppolicies\/[^/]+$/,
  pair,
  (datacenter, id) => `/admin/datacenters/${datacenter}/backuppolicies/${id}`,
)

/** Where the backup manager of an id is. */
export const managerPath = pathBack(
  'backup manager',
  new RegExp(`/${assumed.managersPath}/[^/]+$`),
  pair,
  (datacenter, id) => `/admin/datacenters/${datacenter}/${assumed.managersPath}/${id}`,
)

/** Where the tenant of an id is. */
export const tenantPath = pathBack('tenant', /\/enterprises\/[^/]+$/, plain, (id) => `/admin/enterprises/${id}`)

/** Where the limit of an id is: what one tenant may use of one datacenter. */
export const limitPath = pathBack(
  'limit',
  /\/limits\/[^/]+$/,
  pair,
  (tenant, id) => `/admin/enterprises/${tenant}/limits/${id}`,
)

/** Where the role of an id is. */
export const rolePath = pathBack('role', /\/roles\/[^/]+$/, plain, (id) => `${assumed.rolesPath}/${id}`)
