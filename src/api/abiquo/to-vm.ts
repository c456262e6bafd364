import type { Ref } from '~/domain/ref'
import type { VirtualMachine, VmState } from '~/domain/virtual-machine'

import { placeId, vmId } from './ids'
import { type Addresses, linkOf, ownPathOfLink, selfOf } from './links'
import { revisionOf, toAssignments } from './to-assignment'
import type { Link, VirtualMachine as Machine } from './wire'

const states: ReadonlyMap<string, VmState> = new Map([
  ['NOT_ALLOCATED', 'not-deployed'],
  ['ALLOCATED', 'allocated'],
  ['CONFIGURED', 'configured'],
  ['ON', 'on'],
  ['PAUSED', 'paused'],
  ['OFF', 'off'],
  ['LOCKED', 'locked'],
])

/** Of each platform the things that its links name, by address and title. */
const named = new WeakMap<Addresses, Map<string, Ref>>()

/**
 * A thing that a link names, one for all links that say the same: thousands of VMs stand in a few places. A link that leads
 * elsewhere still has a title worth showing.
 */
export function refOf(places: Addresses, links: readonly Link[], rel: string): Ref | null {
  const link = linkOf(links, rel)
  if (!link) return null
  const all = named.get(places) ?? new Map<string, Ref>()
  named.set(places, all)
  const name = link.title ?? ''
  const said = `${link.href}\n${name}`
  const known = all.get(said)
  if (known) return known
  const path = ownPathOfLink(places, links, rel)
  const ref = { id: path === null ? name : placeId(path), name }
  all.set(said, ref)
  return ref
}

/** Disks and volumes hang on numbered links, `disk0` to `diskN`, with their size in MB. */
function disksOf(links: readonly Link[]): Pick<VirtualMachine, 'diskMb' | 'diskCount'> {
  const disks = links.filter(({ rel }) => /^disk\d+$/.test(rel))
  if (disks.length === 0) return { diskMb: null, diskCount: null }
  const sizes = disks.map(({ length }) => Number(length ?? Number.NaN))
  const whole = sizes.every((size) => Number.isFinite(size))
  return { diskMb: whole ? sizes.reduce((sum, size) => sum + size, 0) : null, diskCount: disks.length }
}

const windows = /\bwin(?:dows|20\d\d)?\b/i
const linux = /linux|ubuntu|debian|centos|red ?hat|\brhel|fedora|suse|\bsles|rocky|\balma|oracle ?l/i

/** The VM does not name its guest; the title of its template often does. Two answers at once are none. */
function osOf(links: readonly Link[]): VirtualMachine['os'] {
  const title = linkOf(links, 'virtualmachinetemplate')?.title ?? ''
  if (windows.test(title) === linux.test(title)) return 'unknown'
  return windows.test(title) ? 'windows' : 'linux'
}

const nowhere: Ref = { id: '', name: '' }

/** What the machine itself does not carry. */
export interface Surroundings {
  /** Where its virtual datacenter lies: a third of VMs, those that no host holds, carry no `location` link. */
  readonly datacenter: Ref | null
  /** IANA zone of a datacenter by its name. */
  readonly timeZoneOf: (datacenter: string) => string | null
}

/** Throws `ApiError` (`link`, `contract`) when the VM has no address of its own that we may use. */
export function toVm(places: Addresses, machine: Machine, around: Surroundings): VirtualMachine {
  const { links } = machine
  const datacenter = refOf(places, links, 'location') ?? around.datacenter
  const { path, title } = selfOf(places, links, 'VM')
  const stateText = machine.state ?? linkOf(links, 'state')?.title ?? ''
  const name = machine.label || machine.name || title
  return {
    id: vmId(path),
    uuid: machine.uuid ?? '',
    name,
    platformName: machine.name ?? name,
    description: machine.description || null,
    state: states.get(stateText) ?? 'unknown',
    stateText,
    guard: machine.protected ? { cause: machine.protectedCause || null } : null,
    cpu: machine.cpu ?? 0,
    memoryMb: machine.ram ?? 0,
    ...disksOf(links),
    datacenter,
    timeZone: datacenter && around.timeZoneOf(datacenter.name),
    virtualDatacenter: refOf(places, links, 'virtualdatacenter') ?? nowhere,
    virtualAppliance: refOf(places, links, 'virtualappliance') ?? nowhere,
    tenant: refOf(places, links, 'enterprise'),
    os: osOf(links),
    assignments: toAssignments(places, machine.backupPolicies),
    block: null,
    revision: revisionOf(places, machine.backupPolicies),
  }
}
