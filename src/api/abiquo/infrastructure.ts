import type { ManagerDraft } from '~/domain/backup-manager'

import { ApiError } from '../error'
import { parsed } from '../in-shape'
import type { Platform } from '../port'
import { withoutSecret } from '../without-secret'
import { assumed } from './assumed'
import type { Connection, Save } from './connection'
import { datacenterParts } from './datacenter-parts'
import { managerPath } from './ids'
import { readAll, toPage, usable } from './read-all'
import { stale } from './stale'
import { changedManager, managerRevision, newManager, toDatacenter, toManager, toSystemType } from './to-manager'
import { fromRules, rulesRevision, toRules } from './to-site'
import { entity } from './wire'
import { backupManager, backupManagers, datacenters } from './wire-admin'
import { backupPluginTypes, backupProperties } from './wire-work'

/** Datacenters, and how each is connected to its backup system. */
export function infrastructure(connection: Connection, timeZoneOf: (datacenter: string) => string | null) {
  const { addresses, read, save, remove } = connection
  const partOf = datacenterParts(connection)

  const managersOf = (datacenterId: string, signal?: AbortSignal): Promise<string> =>
    partOf(datacenterId, assumed.rel.managers, assumed.managersPath, signal)

  const propertiesOf = (datacenterId: string, signal?: AbortSignal): Promise<string> =>
    partOf(datacenterId, 'backupproperties', 'backupproperties', signal)

  const saveManager = (request: Omit<Save, 'entity'>, { password }: ManagerDraft): Promise<unknown> =>
    save({ ...request, entity: 'backupmanager' }).catch((error: unknown) => {
      throw withoutSecret(error, password)
    })

  return {
    listDatacenters: async (signal) => {
      const found = await readAll(connection, '/admin/datacenters', 'datacenters', datacenters, signal)
      return toPage(found, (place) => toDatacenter(addresses, place, timeZoneOf))
    },
    listSystemTypes: async (signal) => {
      const found = await readAll(connection, assumed.pluginTypesPath, 'backupplugintypes', backupPluginTypes, signal)
      return usable(found.rows, toSystemType)
    },
    getManager: async (datacenterId, signal) => {
      const path = await managersOf(datacenterId, signal)
      const nothing = { rows: [], unreadable: 0 }
      const { rows, unreadable } = await read(path, 'backupmanagers', backupManagers, signal).catch(
        (error: unknown) => {
          if (error instanceof ApiError && error.kind === 'not-found') return nothing
          throw error
        },
      )
      const [first] = usable(rows, (manager) => toManager(addresses, manager, path))
      // One that cannot be read is not none: a second one could not be made.
      if (!first && rows.length + unreadable > 0)
        throw new ApiError('contract', 'The backup manager came in an unknown shape')
      return first ?? null
    },
    createManager: async (datacenterId, draft) => {
      const path = await managersOf(datacenterId)
      await saveManager({ method: 'POST', path, body: newManager(draft) }, draft)
    },
    changeManager: async (_datacenterId, managerId, draft, basedOn) => {
      const path = managerPath(managerId)
      const before = await read(path, 'backupmanager', entity)
      const known = parsed(backupManager, before, 'backupmanager')
      if (managerRevision(known) !== basedOn) throw stale('the connection of this datacenter')
      await saveManager({ method: 'PUT', path, body: changedManager(before, known, draft) }, draft)
    },
    deleteManager: (_datacenterId, managerId) => remove(managerPath(managerId)),
    getProperties: async (datacenterId, signal) => {
      const path = await propertiesOf(datacenterId, signal)
      const properties = await read(path, 'backupdatacenterproperties', backupProperties, signal)
      return { rules: toRules(properties), revision: rulesRevision(properties) }
    },
    changeProperties: async (datacenterId, rules, basedOn) => {
      const path = await propertiesOf(datacenterId)
      const before = await read(path, 'backupdatacenterproperties', backupProperties)
      if (rulesRevision(before) !== basedOn) throw stale('the switches of this datacenter')
      await save({ method: 'PUT', path, entity: 'backupdatacenterproperties', body: fromRules(before, rules) })
    },
  } satisfies Partial<Platform>
}
