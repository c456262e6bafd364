import type { VirtualMachine } from '~/domain/virtual-machine'

import { ApiError } from '../error'
import type { Capabilities } from './capabilities'
import { capabilitiesOf } from './capabilities'
import type { Connection } from './connection'
import { isUnread } from './gone'
import { numberOf } from './ids'
import { recordOf } from './market-record'
import type { Memory } from './memory'
import { datastoreOf } from './schedules'
import { toVm } from './to-vm'
import * as wire from './wire'

/** All that this person may see; every state but DONE. */
export const mine = { all: -2, alive: -1 } as const

/** A page of whole bodies: two megabytes at most. */
const page = 200
/** For so many VMs of one list their scheduled actions are asked for, each alone, since no pool tells them. */
const mostActions = 200
/** Scheduled actions count as known so long, in milliseconds. */
const actionsLast = 120_000
/** A pool that never ends, ends here. */
const mostPages = 1_000
const mostRows = mostPages * page
/** So long the VMs of all that were read count as all that there are, in milliseconds. */
const wholeFor = 300_000

/** VMs that could be read, and how many could not. */
export interface Rows {
  readonly rows: readonly wire.VirtualMachine[]
  readonly unreadable: number
}

/** Reads of VMs that several parts of the adapter share. */
export function fleet(connection: Connection, remembered: Memory, timeZoneOf: (datacenter: string) => string | null) {
  const { read, ask } = connection

  const capabilities = async (): Promise<Capabilities> => {
    if (remembered.capabilities) return remembered.capabilities
    const version = await ask('one.system.version', [])
    remembered.capabilities = capabilitiesOf(typeof version === 'string' ? version : '')
    return remembered.capabilities
  }

  const learnClusters = async (rows: readonly wire.VirtualMachine[], signal?: AbortSignal): Promise<void> => {
    const known = rows.every(({ HISTORY_RECORDS }) => {
      const cluster = HISTORY_RECORDS.HISTORY.at(-1)?.CID ?? null
      return cluster === null || remembered.clusters.has(cluster)
    })
    if (known) return
    const { clusters } = remembered
    const { rows: found } = await read('one.clusterpool.info', [], wire.clusterPool, signal)
    for (const { ID, NAME } of found) clusters.set(ID, NAME)
  }

  const readJobs = async (signal?: AbortSignal): Promise<readonly wire.BackupJob[]> => {
    const { jobs } = remembered
    if (!(await capabilities()).jobs) return []
    const { rows } = await read('one.backupjobpool.info', [mine.all, -1, -1], wire.backupJobPool, signal)
    for (const { ID, NAME } of rows) jobs.set(ID, NAME)
    return rows
  }

  const learnJobs = async (rows: readonly wire.VirtualMachine[], signal?: AbortSignal): Promise<void> => {
    const named = rows.map(({ BACKUPS }) => BACKUPS.BACKUP_CONFIG.BACKUP_JOB_ID).filter((job) => job !== null)
    if (named.some((job) => !remembered.jobs.has(job))) await readJobs(signal)
  }

  const info = async (id: number, signal?: AbortSignal): Promise<wire.VirtualMachine> => {
    const { machines, actions } = remembered
    const machine = await read('one.vm.info', [id, false], wire.virtualMachine, signal)
    if (machine.STATE === 6) throw new ApiError('not-found', 'The VM is done')
    machines.set(id, machine)
    const ids = machine.SCHED_ACTIONS.join(',')
    actions.set(machine.ID, { ids, at: Date.now(), actions: machine.TEMPLATE.SCHED_ACTION })
    return machine
  }

  const actionsOf = ({ ID, SCHED_ACTIONS }: wire.VirtualMachine): readonly wire.SchedAction[] | null => {
    if (SCHED_ACTIONS.length === 0) return []
    const known = remembered.actions.get(ID)
    return known?.ids === SCHED_ACTIONS.join(',') && Date.now() - known.at < actionsLast ? known.actions : null
  }

  const learnActions = async (rows: readonly wire.VirtualMachine[], signal?: AbortSignal): Promise<void> => {
    const unknown = rows.filter((row) => actionsOf(row) === null).slice(0, mostActions)
    await Promise.all(
      unknown.map(({ ID }) =>
        info(ID, signal).catch((error: unknown) => {
          // One that went away meanwhile, or may only be listed, keeps the list no longer.
          if (isUnread(error)) return
          throw error
        }),
      ),
    )
  }

  /** Names of the places that schedules and records name by number; where nobody may read them numbers do. */
  const learnPlaces = async (rows: readonly wire.VirtualMachine[], signal?: AbortSignal): Promise<void> => {
    const { stores, markets } = remembered
    const datastores = rows.flatMap((row) => (actionsOf(row) ?? []).map(datastoreOf)).filter((id) => id !== null)
    if (datastores.some((id) => !stores.has(id))) {
      const found = await read('one.datastorepool.info', [], wire.datastorePool, signal)
      for (const { ID, NAME } of found.rows) stores.set(ID, NAME)
    }
    const marketplaces = rows.map((row) => recordOf(row)?.market ?? null).filter((id) => id !== null)
    if (marketplaces.some((id) => !markets.has(id))) {
      const found = await read('one.marketpool.info', [], wire.marketplacePool, signal)
      for (const { ID, NAME } of found.rows) markets.set(ID, NAME)
    }
  }

  const translate = async (
    rows: readonly wire.VirtualMachine[],
    signal?: AbortSignal,
  ): Promise<readonly VirtualMachine[]> => {
    await Promise.all([learnClusters(rows, signal), learnJobs(rows, signal), learnActions(rows, signal)])
    await learnPlaces(rows, signal)
    return rows.map((row) => toVm(row, { remembered, actions: actionsOf(row), timeZoneOf }))
  }

  /** A window of whole bodies, by row offset, in the platform's order: newest first. */
  const readWindow = async (offset: number, limit: number, signal?: AbortSignal): Promise<Rows> => {
    const size = Math.min(page, limit)
    if (size <= 0) return { rows: [], unreadable: 0 }
    // A page of one would be a range of ids.
    const params = [mine.all, offset, -Math.max(2, size), mine.alive]
    const { machines } = remembered
    const got = await read('one.vmpool.infoextended', params, wire.vmPool, signal)
    const rows = got.rows.slice(0, size)
    for (const row of rows) machines.set(row.ID, row)
    if (got.rows.length + got.unreadable < size) return { rows, unreadable: got.unreadable }
    const rest = await readWindow(offset + size, limit - size, signal)
    return { rows: [...rows, ...rest.rows], unreadable: got.unreadable + rest.unreadable }
  }

  /** A window of a list that is read from its beginning on: at its end all VMs are known. */
  const readOn = async (offset: number, limit: number, signal?: AbortSignal): Promise<Rows> => {
    const { machines, reading } = remembered
    const got = await readWindow(offset, limit, signal)
    const size = got.rows.length + got.unreadable
    if (offset === 0) reading.seen = new Set()
    if (offset !== 0 && offset !== reading.covered) return got
    reading.covered = offset + size
    for (const { ID } of got.rows) reading.seen.add(ID)
    if (size === limit) return got
    // The end: whoever was not among them is no more.
    for (const id of machines.keys()) if (!reading.seen.has(id)) machines.delete(id)
    reading.wholeAt = Date.now()
    return got
  }

  /** All VMs, as they were a few minutes ago at most. Whoever asks while they are being read waits for the same answer. */
  const known = async (): Promise<readonly wire.VirtualMachine[]> => {
    const { machines, reading } = remembered
    if (reading.wholeAt === null || Date.now() - reading.wholeAt > wholeFor) {
      reading.now ??= readOn(0, mostRows).finally(() => {
        reading.now = null
      })
      await reading.now
    }
    return [...machines.values()]
  }

  /** All VMs in short: enough to find them by their names. */
  const readShort = async (signal?: AbortSignal): Promise<Rows> => {
    const further = async (at: number): Promise<Rows> => {
      const got = await read('one.vmpool.info', [mine.all, at * 500, -500, mine.alive], wire.vmPool, signal)
      if (got.rows.length + got.unreadable < 500 || at >= mostPages) return got
      const rest = await further(at + 1)
      return { rows: [...got.rows, ...rest.rows], unreadable: got.unreadable + rest.unreadable }
    }
    return further(0)
  }

  /** Whole bodies of certain VMs, in the order of their ids as they are given. */
  const readSet = async (ids: readonly number[], signal?: AbortSignal): Promise<Rows> => {
    if (ids.length === 0) return { rows: [], unreadable: 0 }
    const { machines } = remembered
    const got = await read('one.vmpool.infoset', [ids.join(','), true], wire.vmPool, signal)
    const byId = new Map(got.rows.filter(({ STATE }) => STATE !== 6).map((row) => [row.ID, row]))
    for (const row of byId.values()) machines.set(row.ID, row)
    return { rows: ids.flatMap((id) => byId.get(id) ?? []), unreadable: got.unreadable }
  }

  const isThere = async (place: number, signal?: AbortSignal): Promise<boolean> => {
    const got = await read('one.vmpool.info', [mine.all, place, -2, mine.alive], wire.vmPool, signal)
    return got.rows.length + got.unreadable > 0
  }

  /** The platform counts nothing: the end is looked for in steps that double, then halve. At least `least` rows are known. */
  const count = async (least: number, signal?: AbortSignal): Promise<number> => {
    const widen = async (low: number, step: number): Promise<readonly [low: number, high: number]> =>
      (await isThere(low + step, signal)) ? widen(low + step, step * 2) : [low, low + step]
    const narrow = async (low: number, high: number): Promise<number> => {
      if (high - low <= 1) return high
      const middle = Math.floor((low + high) / 2)
      return (await isThere(middle, signal)) ? narrow(middle, high) : narrow(low, middle)
    }
    if (!(await isThere(least, signal))) return least
    return narrow(...(await widen(least, 256)))
  }

  return {
    capabilities,
    count,
    info,
    known,
    readJobs,
    readOn,
    readSet,
    readShort,
    readWindow,
    translate,
    /** A VM with everything, by the id that the console knows. */
    machine: (id: string, signal?: AbortSignal) => info(numberOf(id, 'VM'), signal),
    toMachine: async (row: wire.VirtualMachine, signal?: AbortSignal): Promise<VirtualMachine> => {
      const [vm] = await translate([row], signal)
      if (!vm) throw new ApiError('contract', 'The VM came in an unknown shape')
      return vm
    },
  }
}

/** What `fleet` gives to the parts of the adapter. */
export type Fleet = ReturnType<typeof fleet>
