import type { BackupManager, BackupSystemType, ManagerDraft, Need } from '~/domain/backup-manager'
import type { Datacenter } from '~/domain/datacenter'

import { ApiError } from '../error'
import { assumed } from './assumed'
import { placeId } from './ids'
import { type Addresses, pathOfLink, selfOf } from './links'
import { toSystem } from './to-site'
import type { BackupManager as Manager, Datacenter as Place } from './wire-admin'
import type { BackupPluginType } from './wire-work'

/** Throws `ApiError` (`link`, `contract`) when the datacenter has no address that we may use. */
export function toDatacenter(
  places: Addresses,
  place: Place,
  timeZoneOf: (datacenter: string) => string | null,
): Datacenter {
  const { path, title } = selfOf(places, place.links, 'datacenter')
  const name = place.name || title
  return {
    id: placeId(path),
    name,
    location: place.location || null,
    timeZone: timeZoneOf(name),
  }
}

const needs: ReadonlyMap<string, Need> = new Map([
  [assumed.need.required, 'required'],
  [assumed.need.optional, 'optional'],
  [assumed.need.unused, 'unused'],
])

/** Throws `ApiError` (`contract`) for a plug-in without a type: nobody could choose it. */
export function toSystemType(plugin: BackupPluginType): BackupSystemType {
  if (!plugin.type) throw new ApiError('contract', 'A plug-in without a type')
  const said = (key: string): string => {
    const word = plugin.constraints?.[key]
    return typeof word === 'string' ? word.trim() : ''
  }
  const needOf = (key: string): Need | null => needs.get(said(key).toUpperCase()) ?? null
  const { endpoint, user, password, versions } = assumed.constraints
  return {
    ...toSystem(plugin),
    needs: { endpoint: needOf(endpoint), user: needOf(user), password: needOf(password) },
    versions: said(versions) || null,
  }
}

/**
 * @param listPath Where the datacenter's managers are listed, for a manager that has an id and no link.
 * Throws `ApiError` (`link`, `contract`) when nothing tells which one it is, or of what type.
 */
export function toManager(places: Addresses, manager: Manager, listPath: string): BackupManager {
  const self = pathOfLink(places, manager.links, 'edit') ?? pathOfLink(places, manager.links, 'self')
  const path = self ?? (manager.id === null ? null : `${listPath}/${manager.id}`)
  if (path === null || !manager.type) throw new ApiError('contract', 'A backup manager without id or type')
  return {
    id: placeId(path),
    name: manager.name ?? '',
    type: manager.type,
    endpoint: manager.endpoint || null,
    user: manager.user || null,
    revision: managerRevision(manager),
  }
}

/** A stamp of what a person can see of a manager. */
export const managerRevision = ({ name, type, endpoint, user }: Manager): string =>
  JSON.stringify([name ?? '', type ?? '', endpoint || null, user || null])

type Entity = Readonly<Record<string, unknown>>

/** Without one nothing is said of a password, and the platform keeps its own. */
const withPassword = (password: string | null): Entity => (password ? { password } : {})

/** A new manager; fields that the plug-in has no use for are not sent. */
export const newManager = ({ name, type, endpoint, user, password }: ManagerDraft): Entity => ({
  name,
  type,
  ...(endpoint !== '' && { endpoint }),
  ...(user !== '' && { user }),
  ...withPassword(password),
})

/**
 * A manager with new values, and all else that the platform keeps in it. The type cannot change. A password that came
 * along, empty or as stars, is not sent back: it would become the password.
 */
export function changedManager({ password: _shown, ...entity }: Entity, known: Manager, draft: ManagerDraft): Entity {
  return {
    ...entity,
    name: draft.name,
    ...((known.endpoint ?? '') !== draft.endpoint && { endpoint: draft.endpoint }),
    ...((known.user ?? '') !== draft.user && { user: draft.user }),
    ...withPassword(draft.password),
  }
}
