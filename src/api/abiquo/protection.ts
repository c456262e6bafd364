import { type BackupWays, platformDecides } from '~/domain/backup-ways'
import type { BackupSite } from '~/domain/capability'

import { ApiError } from '../error'
import type { Platform } from '../port'
import { assumed } from './assumed'
import type { Connection } from './connection'
import { fromAssignments } from './from-assignment'
import { backupPath, vmPath } from './ids'
import { keptResults } from './kept-results'
import { pathOfLink, selfOf } from './links'
import type { Fresh, Machines } from './machines'
import type { Location, Memory } from './memory'
import { newKey } from './new-key'
import { orNothing, readAll, type Rows, toPage, usable } from './read-all'
import { asRestore } from './restore-record'
import { results } from './results'
import { stale } from './stale'
import { revisionOf } from './to-assignment'
import { toPolicy } from './to-policy'
import { toRules, toSystem } from './to-site'
import * as wire from './wire'
import * as work from './wire-work'

/** What the deployment says of a datacenter by its name, and the platform does not. */
export interface Places {
  readonly timeZoneOf: (datacenter: string) => string | null
  /** The platform's word for the type of its backup system. */
  readonly systemOf: (datacenter: string) => string | null
}

/** Before 4.0 a backup does not lock its VM, and there is no replication. */
const earlyWays: BackupWays = { ...platformDecides, holds: false, replicates: false }

/** Policies, backups and restores of VMs. */
export function protection(
  connection: Connection,
  fleet: Machines,
  remembered: Memory,
  { timeZoneOf, systemOf }: Places,
) {
  const { addresses, early, read, write } = connection
  const { fresh, locationOf, pathTo } = fleet

  const locationOfVm = async ({ machine }: Fresh, signal?: AbortSignal): Promise<Location> => {
    const location = await locationOf(machine, signal)
    if (!location) throw new ApiError('contract', 'The platform does not say in which datacenter the VM is')
    return location
  }

  const policiesAt = (
    path: string,
    { links }: work.Location,
    signal?: AbortSignal,
  ): Promise<Rows<work.BackupPolicy>> => {
    const list = pathOfLink(addresses, links, 'backuppolicies') ?? `${path}/backuppolicies`
    return readAll(connection, list, 'backuppolicies', work.backupPolicies, signal)
  }

  /** Policies that this tenant may use in a datacenter. */
  const policiesIn = async ({ path }: Location, signal?: AbortSignal): Promise<Rows<work.BackupPolicy>> =>
    policiesAt(path, await read(path, 'datacenter', work.location, signal), signal)

  const siteAt = async ({ path, ref }: Location, signal?: AbortSignal): Promise<BackupSite> => {
    const { links, name } = await read(path, 'datacenter', work.location, signal)
    const properties = pathOfLink(addresses, links, 'backupproperties') ?? `${path}/backupproperties`
    const plugin = pathOfLink(addresses, links, assumed.rel.pluginType)
    const [rules, system] = await Promise.all([
      read(properties, 'backupdatacenterproperties', work.backupProperties, signal).catch(orNothing(null)),
      plugin === null ? null : read(plugin, 'backupplugintype', work.backupPluginType, signal).catch(orNothing(null)),
    ])
    const datacenter = { id: ref.id, name: name ?? ref.name }
    return {
      datacenter,
      timeZone: timeZoneOf(datacenter.name),
      rules: toRules(rules),
      system: toSystem(system, systemOf(datacenter.name)),
      ways: early ? earlyWays : platformDecides,
    }
  }

  const resultsOf = (vm: Fresh): string => pathTo(vm, assumed.rel.results, assumed.resultsPath)

  const restore: Platform['restore'] = async (vmId, backupId) => {
    const vm = await fresh(vmId)
    const path = backupPath(backupId, resultsOf(vm))
    const result = await read(path, 'backupresult', work.backupResult)
    const own = pathOfLink(addresses, result.links, assumed.rel.restore)
    const ofVm = own === null ? pathOfLink(addresses, vm.machine.links, 'restorebackup') : null
    return write({
      method: 'POST',
      path: own ?? ofVm ?? `${path}/${assumed.restorePath}`,
      ...(ofVm !== null && { entity: 'restore', body: asRestore(result) }),
      idempotencyKey: newKey(),
    })
  }

  return {
    getSite: async (vmId, signal) => siteAt(await locationOfVm(await fresh(vmId, signal), signal), signal),
    listPolicies: async (vmId, signal) => {
      const found = await policiesIn(await locationOfVm(await fresh(vmId, signal), signal), signal)
      return toPage(found, (policy) => toPolicy(addresses, policy))
    },
    listPoliciesInSight: async (signal) => {
      const places = await readAll(connection, '/cloud/locations', 'datacenters', work.locations, signal)
      const lists = await Promise.allSettled(
        usable(places.rows, (place) => ({ place, ...selfOf(addresses, place.links, 'datacenter') })).map(
          async ({ place, path }) => {
            const page = toPage(await policiesAt(path, place, signal), (one) => toPolicy(addresses, one))
            return { path, page }
          },
        ),
      )
      const [first] = lists
      // One datacenter that refuses or breaks leaves the others; when all do, there is nothing to show.
      if (first?.status === 'rejected' && lists.every(({ status }) => status === 'rejected')) throw first.reason
      const pages = lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : []))
      return {
        rows: pages.flatMap(({ page }) => page.rows),
        total: null,
        told: new Map(pages.map(({ path, page }) => [path, page.rows.map(({ id }) => id)])),
        unreadable: pages.reduce(
          (sum, { page }) => sum + page.unreadable,
          places.unreadable + places.rows.length - pages.length,
        ),
      }
    },
    saveProtection: async (vmId, change) => {
      const path = vmPath(vmId)
      const entity = await read(path, 'virtualmachine', wire.entity)
      const machine = wire.virtualMachine.parse(entity)
      if (revisionOf(addresses, machine.backupPolicies) !== change.basedOn) throw stale('the policies of this VM')
      const location = await locationOfVm({ machine, path })
      const policies = await policiesIn(location)
      const known = new Map(usable(policies.rows, (policy) => [toPolicy(addresses, policy).id, policy] as const))
      const existing = Array.isArray(entity['backupPolicies']) ? entity['backupPolicies'] : []
      const backupPolicies = fromAssignments(addresses, existing, change.assignments, known)
      return write({ method: 'PUT', path, entity: 'virtualmachine', body: { ...entity, backupPolicies } })
    },
    backUpNow: async (vmId, { replicate }) =>
      write({
        method: 'POST',
        path: pathTo(await fresh(vmId), assumed.rel.requestBackup, assumed.requestBackupPath),
        entity: 'ondemandbackup',
        // A text, not a truth value: the platform says so.
        body: replicate ? { replication: 'true' } : {},
        idempotencyKey: newKey(),
      }),
    ...(early
      ? keptResults(connection, fleet)
      : { ...results(connection, remembered, async (vmId, signal) => resultsOf(await fresh(vmId, signal))), restore }),
  } satisfies Partial<Platform>
}

/** The part of the port about policies, backups and restores of one VM. */
export type Protection = ReturnType<typeof protection>
