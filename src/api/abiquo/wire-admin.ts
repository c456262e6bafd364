import * as z from 'zod/mini'

import { collection, links, maybeId, maybeText, maybeTruth, nested, text } from './wire-read'

/**
 * Abiquo's answers to administrators, as we read them; by the same rules as those in `wire.ts`. What is sent back is
 * read as it came, with everything that it holds.
 */

/** `datacenter`, as `/admin/datacenters/{id}` shows it. */
export const datacenter = z.looseObject({ name: maybeText, location: maybeText, links })
export const datacenters = collection(datacenter)
export type Datacenter = z.output<typeof datacenter>

/** `backupmanager`; its password is never shown. */
export const backupManager = z.looseObject({
  id: maybeId,
  name: maybeText,
  type: maybeText,
  endpoint: maybeText,
  user: maybeText,
  links,
})
export const backupManagers = collection(backupManager)
export type BackupManager = z.output<typeof backupManager>

/** `enterprise`: a tenant. */
export const enterprise = z.looseObject({ name: maybeText, links })
export const enterprises = collection(enterprise)
export type Enterprise = z.output<typeof enterprise>

/** `limit`: what a tenant may use of a datacenter. All that counts here is in its links. */
export const limit = z.looseObject({ links })
export const limits = collection(limit)
export type Limit = z.output<typeof limit>

/** `role`; a blocked one cannot be changed. */
export const role = z.looseObject({ name: maybeText, blocked: maybeTruth, links })
export const roles = collection(role)
export type Role = z.output<typeof role>

/** `eventtypes`: the actions that the trail knows. */
export const eventTypes = z.looseObject({ actions: nested(text) })

/** What counts of an entity that was saved: its own address. */
export const saved = z.looseObject({ links })
