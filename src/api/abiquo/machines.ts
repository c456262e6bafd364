import type { VirtualMachine } from '~/domain/virtual-machine'

import type { Platform } from '../port'
import type { Connection } from './connection'
import { locationsPath, vmsPath } from './first-questions'
import { vmPath } from './ids'
import { linkOf, ownPathOfLink, pathOfLink } from './links'
import type { Location, Memory } from './memory'
import { isBeyondEnd, orNothing, readAll, toPageUnhurried, usable } from './read-all'
import { refOf, toVm } from './to-vm'
import * as wire from './wire'

/** A VM as it is now, with the address that a write needs. */
export interface Fresh {
  readonly machine: wire.VirtualMachine
  readonly path: string
}

/** Milliseconds until what was refused is asked for once more. */
const restAfterRefusal = 60_000

/** Reads about VMs, and what the other parts of the adapter need of them. */
export function machines(
  connection: Connection,
  remembered: Memory,
  timeZoneOf: (datacenter: string) => string | null,
) {
  const { addresses, read } = connection

  const fresh = async (id: string, signal?: AbortSignal): Promise<Fresh> => {
    const path = vmPath(id)
    return { path, machine: await read(path, 'virtualmachine', wire.virtualMachine, signal) }
  }

  const locationIn = (links: readonly wire.Link[]): Location | null => {
    const path = pathOfLink(addresses, links, 'location')
    const ref = refOf(addresses, links, 'location')
    return path !== null && ref ? { path, ref } : null
  }

  const remember = (path: string, { links }: { readonly links: readonly wire.Link[] }): Location | null => {
    const location = locationIn(links)
    remembered.locations.set(path, location)
    return location
  }

  /** Where a VM lies: its own link, else that of its virtual datacenter. */
  const locationOf = async ({ links }: wire.VirtualMachine, signal?: AbortSignal): Promise<Location | null> => {
    const own = locationIn(links)
    const vdc = pathOfLink(addresses, links, 'virtualdatacenter')
    if (own || vdc === null) return own
    const known = remembered.locations.get(vdc)
    if (known !== undefined) return known
    return remember(vdc, await read(vdc, 'virtualdatacenter', wire.virtualDatacenter, signal))
  }

  /** The virtual datacenter of a VM that names no datacenter itself. */
  const homeOf = ({ links }: wire.VirtualMachine): string | null =>
    linkOf(links, 'location') ? null : ownPathOfLink(addresses, links, 'virtualdatacenter')

  /** Learns where all virtual datacenters in sight lie. Who may not see them may later: it is asked again, seldom. */
  const askLocations = async (signal?: AbortSignal): Promise<void> => {
    remembered.locationsFrom = Infinity
    const found = await readAll(connection, locationsPath, 'virtualdatacenters', wire.virtualDatacenters, signal).catch(
      orNothing(null),
    )
    if (found === null) remembered.locationsFrom = Date.now() + restAfterRefusal
    for (const vdc of found?.rows ?? []) {
      const path = ownPathOfLink(addresses, vdc.links, 'edit') ?? ownPathOfLink(addresses, vdc.links, 'self')
      if (path !== null) usable([vdc], (one) => remember(path, one))
    }
  }

  const isRefused = (): boolean => remembered.locationsFrom < Infinity

  /** A list of VMs whose virtual datacenters are new to us costs one more request, whatever its length, unless it is asked already. */
  const learnLocations = async (
    rows: readonly wire.VirtualMachine[],
    asked: Promise<void> | null,
    signal?: AbortSignal,
  ): Promise<void> => {
    const unknown = new Set(rows.map(homeOf).filter((path) => path !== null && !remembered.locations.has(path)))
    if (unknown.size === 0 || (asked === null && isRefused())) return
    await (asked ?? askLocations(signal))
    if (isRefused()) return
    for (const path of unknown) if (path && !remembered.locations.has(path)) remembered.locations.set(path, null)
  }

  const toMachine = (machine: wire.VirtualMachine): VirtualMachine => {
    const home = homeOf(machine)
    const datacenter = (home === null ? null : remembered.locations.get(home)?.ref) ?? null
    const vm = toVm(addresses, machine, { datacenter, timeZoneOf })
    if (machine.id !== null) remembered.machines.set(machine.id, vm.id)
    const tenant = vm.state === 'locked' ? ownPathOfLink(addresses, machine.links, 'enterprise') : null
    if (tenant === null) remembered.locked.delete(vm.id)
    else remembered.locked.set(vm.id, tenant)
    return vm
  }

  /** Follows a link of the VM, or takes the usual end of its address where an older version names none. */
  const pathTo = ({ machine, path }: Fresh, rel: string, end: string): string =>
    pathOfLink(addresses, machine.links, rel) ?? `${path}/${end}`

  const platform = {
    listVms: async (query, signal) => {
      // Nearly every list has VMs that do not say where they lie: what tells it is asked beside the first list, not after it.
      const asked = Date.now() < remembered.locationsFrom ? null : askLocations(signal)
      // Where no VM needs it, nobody wants to know what became of it.
      asked?.catch(() => null)
      const page = await read(vmsPath(query), 'virtualmachines', wire.virtualMachines, signal)
      if (isBeyondEnd(query.offset, page)) return { rows: [], total: page.total, unreadable: 0 }
      await learnLocations(page.rows, asked, signal)
      return toPageUnhurried(page, toMachine)
    },
    getVm: async (id, signal) => {
      const { machine } = await fresh(id, signal)
      await locationOf(machine, signal).catch(orNothing(null))
      return toMachine(machine)
    },
  } satisfies Partial<Platform>

  return { fresh, locationOf, pathTo, platform }
}

/** The part of the port that the list of VMs asks. */
export type Machines = ReturnType<typeof machines>
