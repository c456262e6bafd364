import type { BackupBlock } from '~/domain/backup-ways'
import type { Page } from '~/domain/page'
import type { Disk, VirtualMachine } from '~/domain/virtual-machine'

import type { Platform, VmQuery } from '../port'
import type { Connection } from './connection'
import { type Generation, mostRows } from './generation'
import { numberOf } from './ids'
import type { Memory } from './memory'
import type { CloudCixOptions } from './options'
import type { Copy, Machine } from './records'
import { vmStateOf } from './states'

const nowhere = { id: '', name: '' }

/** Failed backups count as known so long, in milliseconds. */
const freshFor = 10_000

/** What can be read of a guest's system. */
function familyOf({ system }: Machine): VirtualMachine['os'] {
  if (/windows/iu.test(system)) return 'windows'
  return /linux|ubuntu|debian|centos|rhel|red hat|rocky|alma|suse|fedora/iu.test(system) ? 'linux' : 'unknown'
}

/** VMs as the console knows them. */
export function fleet({ write }: Connection, generation: Generation, remembered: Memory, options: CloudCixOptions) {
  const failed = (): Promise<readonly Copy[]> => {
    const known = remembered.failed
    if (known && Date.now() - known.at < freshFor) return known.found
    const found = generation.failed()
    remembered.failed = { at: Date.now(), found }
    found.catch(() => {
      if (remembered.failed?.found === found) remembered.failed = null
    })
    return found
  }

  const blockOf = (machine: Machine, broken: readonly Copy[]): BackupBlock | null => {
    const { self } = remembered
    if (self && machine.address !== null && machine.address !== self.address.id) return { cause: 'others' }
    if (self?.is_private) return { cause: 'private' }
    if (machine.graphics > 0) return { cause: 'graphics' }
    const backup = broken.find(({ vm }) => vm === machine.id)
    return backup ? { cause: 'failed-backup', backup: backup.name || `${backup.id}` } : null
  }

  const regionOf = ({ region }: Machine): VirtualMachine['datacenter'] =>
    region === null ? null : { id: `${region}`, name: options.regions?.get(`${region}`) ?? `${region}` }

  const tenantOf = ({ address }: Machine): VirtualMachine['tenant'] => {
    if (address === null) return null
    const own = remembered.self?.address
    return { id: `${address}`, name: own?.id === address && own.name !== '' ? own.name : `${address}` }
  }

  const toVm = (machine: Machine, broken: readonly Copy[]): VirtualMachine => {
    remembered.machines.set(machine.id, machine.name)
    const datacenter = regionOf(machine)
    const { disks } = machine
    return {
      id: `${machine.id}`,
      uuid: '',
      name: machine.name,
      platformName: machine.name,
      description: null,
      state: vmStateOf(machine.state),
      stateText: machine.state,
      guard: null,
      cpu: machine.cpu,
      memoryMb: machine.memoryMb,
      diskMb: disks && disks.reduce((sum, { sizeMb }) => sum + sizeMb, 0),
      diskCount: disks && disks.length,
      datacenter,
      timeZone: datacenter && (options.timeZoneOf?.(datacenter.name) ?? null),
      virtualDatacenter: machine.project ? { id: `${machine.project.id}`, name: machine.project.name } : nowhere,
      virtualAppliance: nowhere,
      tenant: tenantOf(machine),
      os: familyOf(machine),
      assignments: [],
      byHand: true,
      block: blockOf(machine, broken),
      revision: '',
    }
  }

  /** The platform counts in pages, the console in rows: the pages that a window touches are read, and cut to it. */
  const listVms = async (
    { offset, limit, text, descending }: VmQuery,
    signal?: AbortSignal,
  ): Promise<Page<VirtualMachine>> => {
    const isOnePage = limit <= mostRows && offset % limit === 0
    const size = isOnePage ? limit : mostRows
    const first = Math.floor(offset / size)
    const last = Math.max(first, Math.ceil((offset + limit) / size) - 1)
    const reading = failed()
    const head = await generation.machines({ page: first, limit: size, text, descending }, signal)
    const end = Math.min(last, Math.ceil((head.total ?? Infinity) / size) - 1)
    const further = Array.from({ length: Math.max(0, end - first) }, (_, place) => first + 1 + place)
    const rest = await Promise.all(
      further.map((page) => generation.machines({ page, limit: size, text, descending }, signal)),
    )
    const pages = [head, ...rest]
    const broken = await reading
    const rows = pages.flatMap((page) => page.rows).slice(offset - first * size, offset - first * size + limit)
    return {
      rows: rows.map((machine) => toVm(machine, broken)),
      total: head.total,
      unreadable: pages.reduce((sum, { unreadable }) => sum + unreadable, 0),
    }
  }

  const machine = (id: string, signal?: AbortSignal): Promise<Machine> => generation.machine(numberOf(id, 'VM'), signal)

  return {
    machine,
    regionOf,
    /** Learns the names of VMs that nobody read yet. */
    learnNames: async (ids: readonly number[], signal?: AbortSignal): Promise<void> => {
      const unknown = [...new Set(ids)].filter((id) => !remembered.machines.has(id)).slice(0, mostRows)
      if (unknown.length === 0) return
      for (const { id, name } of await generation.named(unknown, signal)) remembered.machines.set(id, name)
    },
    platform: {
      listVms,
      getVm: async (id, signal) => {
        const [found, broken] = await Promise.all([machine(id, signal), failed()])
        return toVm(found, broken)
      },
      listDisks: async (id, signal): Promise<readonly Disk[]> =>
        ((await machine(id, signal)).disks ?? []).map(({ id: disk, name, sizeMb, primary }) => ({
          id: disk,
          name,
          sizeMb,
          boot: primary,
          kind: 'disk',
        })),
      setPower: async (id, power) => {
        await write(generation.power(numberOf(id, 'VM'), power))
        return { task: null }
      },
    } satisfies Partial<Platform>,
  }
}

/** Reads of VMs and backups that several parts of the adapter share. */
export type Fleet = ReturnType<typeof fleet>
