import type { BackupManager } from '~/domain/backup-manager'
import type { BackupPlace, BackupWays, RestoreWay } from '~/domain/backup-ways'
import type { BackupRules, BackupSite, BackupSystem } from '~/domain/capability'
import type { Page } from '~/domain/page'

import { ApiError } from '../error'
import type { Platform } from '../port'
import type { Capabilities } from './capabilities'
import type { Connection } from './connection'
import type { Fleet } from './fleet'
import { isUnread } from './gone'
import { numberOf } from './ids'
import { takesBackups } from './market-record'
import type { Memory } from './memory'
import { nameRule } from './names'
import { mayAdminister } from './to-vm'
import * as wire from './wire'

const rules: BackupRules = {
  manualBackup: true,
  severalPolicies: true,
  changeWhileDeployed: true,
  severalRestores: true,
}

function systemOf({ version, native, inPlace }: Capabilities): BackupSystem {
  return {
    type: native ? 'NATIVE' : 'MARKETPLACE',
    name: `OpenNebula ${version}`,
    fixed: true,
    can: {
      'on-demand': true,
      // Before 6.6 a script on the front-end runs them, and nobody here knows whether it does.
      schedule: native ? true : null,
      replication: false,
      restore: true,
      'choose-disks': false,
      'several-policies': native,
      'change-while-deployed': true,
      'set-at-deploy': false,
      'restore-while-on': !inPlace,
    },
    periodicities: null,
  }
}

/** The roomiest first: it is the one to suggest. */
const toPlaces = (
  rows: readonly { readonly ID: number; readonly NAME: string; readonly FREE_MB: number | null }[],
): readonly BackupPlace[] =>
  rows
    .toSorted((a, b) => (b.FREE_MB ?? -1) - (a.FREE_MB ?? -1) || a.ID - b.ID)
    .map(({ ID, NAME, FREE_MB }) => ({ id: `${ID}`, name: NAME, freeMb: FREE_MB }))

const kinds = { images: 0, backups: 3 } as const

/** A datastore of no cluster is of all. */
const isOf = ({ CLUSTERS }: wire.Datastore, cluster: number): boolean =>
  CLUSTERS.length === 0 || CLUSTERS.includes(cluster)

const endpointOf = ({ TEMPLATE }: wire.Datastore): string | null =>
  TEMPLATE.RSYNC_HOST || TEMPLATE.RESTIC_SFTP_SERVER || null

function toManager(store: wire.Datastore): BackupManager {
  const endpoint = endpointOf(store)
  const user = store.TEMPLATE.RSYNC_USER || store.TEMPLATE.RESTIC_SFTP_USER || null
  const { ID, NAME, DS_MAD } = store
  return {
    id: `${ID}`,
    name: NAME,
    type: DS_MAD,
    endpoint,
    user,
    revision: JSON.stringify([ID, NAME, DS_MAD, endpoint, user]),
  }
}

/**
 * For who may administer a VM only by rules that nobody can read here, if at all: in place is refused to others, after the
 * VM was switched off for it, so it is not what is suggested.
 */
const perhaps = ([first, ...more]: BackupWays['restores']): BackupWays['restores'] => {
  const [beside] = more
  return first.way === 'in-place' && beside ? [beside, { ...first, unsure: true }] : [first, ...more]
}

/** Clusters, groups, datastores and marketplaces. */
export function places(
  { read }: Connection,
  remembered: Memory,
  fleet: Fleet,
  timeZoneOf: (datacenter: string) => string | null,
) {
  const datastores = async (type: number, signal?: AbortSignal): Promise<readonly wire.Datastore[]> => {
    const { rows } = await read('one.datastorepool.info', [], wire.datastorePool, signal)
    return rows.filter(({ TYPE, STATE }) => TYPE === type && STATE === 0).toSorted((a, b) => a.ID - b.ID)
  }

  const markets = async (signal?: AbortSignal): Promise<readonly wire.Marketplace[]> => {
    const { rows } = await read('one.marketpool.info', [], wire.marketplacePool, signal)
    return rows.filter(takesBackups).toSorted((a, b) => a.ID - b.ID)
  }

  const waysOf = async (can: Capabilities, signal?: AbortSignal): Promise<BackupWays> => {
    const [stores, images, shops] = await Promise.all([
      can.native ? datastores(kinds.backups, signal) : [],
      datastores(kinds.images, signal),
      can.market ? markets(signal) : [],
    ])
    const beside: RestoreWay = { way: 'new-vm', places: toPlaces(images) }
    return {
      places: toPlaces(can.native ? stores : shops),
      ...nameRule,
      interrupts: can.market,
      holds: true,
      policies: true,
      replicates: false,
      typeSays: 'kind',
      onlyWhileOn: false,
      cancel: can.cancel || can.market,
      changes: can.native ? new Set(['rename', 'delete']) : new Set(),
      settings: can.native,
      restores: can.inPlace ? [{ way: 'in-place', dropsSnapshots: true }, beside] : [beside],
    }
  }

  /** A chain of increments goes on where it lies, whichever place is named. Null where there is none, or it is out of sight. */
  const chainPlace = async ({ BACKUPS }: wire.VirtualMachine, signal?: AbortSignal): Promise<number | null> => {
    const { MODE, INCREMENTAL_BACKUP_ID: chain } = BACKUPS.BACKUP_CONFIG
    if (MODE !== 'INCREMENT' || chain === null || chain < 0) return null
    const found = await read('one.image.info', [chain, false], wire.image, signal).catch((error: unknown) => {
      if (isUnread(error)) return null
      throw error
    })
    return found?.DATASTORE_ID ?? null
  }

  const groups = async (signal?: AbortSignal): Promise<Page<{ readonly id: string; readonly name: string }>> => {
    const { rows, unreadable } = await read('one.grouppool.info', [], wire.groupPool, signal)
    return { rows: rows.map(({ ID, NAME }) => ({ id: `${ID}`, name: NAME })), total: rows.length, unreadable }
  }

  return {
    waysOf,
    datastores: (signal?: AbortSignal) => datastores(kinds.backups, signal),
    markets,
    platform: {
      getSite: async (vmId, signal): Promise<BackupSite> => {
        const [can, row] = await Promise.all([fleet.capabilities(), fleet.machine(vmId, signal)])
        const [vm, ways, chain] = await Promise.all([
          fleet.toMachine(row, signal),
          waysOf(can, signal),
          chainPlace(row, signal),
        ])
        const datacenter = vm.datacenter ?? { id: '', name: '' }
        const open = chain === null ? ways.places : ways.places.filter(({ id }) => id === `${chain}`)
        const { self } = remembered
        const restores = self && !mayAdminister(row, self) ? perhaps(ways.restores) : ways.restores
        const own = { ...ways, places: open, restores }
        return { datacenter, timeZone: vm.timeZone, rules, system: systemOf(can), ways: own }
      },
      listDatacenters: async (signal) => {
        const can = await fleet.capabilities()
        const [{ rows, unreadable }, stores, shops] = await Promise.all([
          read('one.clusterpool.info', [], wire.clusterPool, signal),
          can.native ? datastores(kinds.backups, signal) : [],
          can.market ? markets(signal) : [],
        ])
        const found = rows.map(({ ID, NAME }) => ({
          id: `${ID}`,
          name: NAME,
          location: null,
          timeZone: timeZoneOf(NAME),
          // A marketplace serves all clusters.
          places: toPlaces([...stores.filter((store) => isOf(store, ID)), ...shops]),
        }))
        return { rows: found, total: found.length, unreadable }
      },
      listSystemTypes: async () => {
        const can = await fleet.capabilities()
        return [{ ...systemOf(can), needs: { endpoint: null, user: null, password: null }, versions: null }]
      },
      getManager: async (datacenterId, signal) => {
        const cluster = numberOf(datacenterId, 'cluster')
        const can = await fleet.capabilities()
        const found = can.native ? await datastores(kinds.backups, signal) : []
        const [first] = found.filter((store) => isOf(store, cluster)).toSorted((a, b) => a.ID - b.ID)
        return first ? toManager(first) : null
      },
      getProperties: () => Promise.resolve({ rules, revision: '' }),
      listTenants: groups,
      listAllowances: () => Promise.resolve({ rows: [], total: 0, unreadable: 0 }),
      listTenantAllowances: () => Promise.resolve({ rows: [], total: 0, unreadable: 0 }),
    } satisfies Partial<Platform>,
  }
}

/** The part of the port about datacenters, systems and tenants. */
export type Places = ReturnType<typeof places>

const refuse = (what: string) => (): Promise<never> =>
  Promise.reject(new ApiError('unsupported', `OpenNebula's administrators ${what} with its own tools`))

/** What its own tools do, and this console does not. */
export const elsewhere = {
  createManager: refuse('make datastores'),
  changeManager: refuse('change datastores'),
  deleteManager: refuse('delete datastores'),
  changeProperties: refuse('change the server'),
  createPolicy: refuse('make backup jobs'),
  changePolicy: refuse('change backup jobs'),
  deletePolicy: refuse('delete backup jobs'),
  changeAllowance: refuse('give rights'),
  listRoles: refuse('keep groups'),
  getRolePrivileges: refuse('give rights'),
  changeRole: refuse('give rights'),
} satisfies Partial<Platform>
