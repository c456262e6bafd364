import * as z from 'zod/mini'

import { collection, links, maybeId, maybeText, maybeTruth, nested, text } from './wire-read'

/**
 * Abiquo's answers to administrators, as we read them; by the same rules as those in `wire.ts`. What is sent back is
 * read as it came, with everything that it holds.
 */

/** `datacenter`, as `/admin/datacenters/{id}` shows it. */
export const datacenter = z.looseObject({ name: maybeText, location: maybeText, links })
/** All datacenters that this administrator may enumerate (contract, 4.2). */
export const datacenters = collection(datacenter)
/** A datacenter as it was read; managers, properties and policies are in its links. */
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
/** The connections of a datacenter: none or one (BC-39), in a list all the same. */
export const backupManagers = collection(backupManager)
/** The connection to a backup system as it was read; what can be changed of it says section 6.15 of the contract. */
export type BackupManager = z.output<typeof backupManager>

/** `enterprise`: a tenant. */
export const enterprise = z.looseObject({ name: maybeText, links })
/** All tenants of the platform. */
export const enterprises = collection(enterprise)
/** A tenant as it was read. */
export type Enterprise = z.output<typeof enterprise>

/** `limit`: what a tenant may use of a datacenter. All that counts here is in its links. */
export const limit = z.looseObject({ links })
/** What tenants may use: of a datacenter one for each tenant, of a tenant one for each datacenter. */
export const limits = collection(limit)
/** Its links of policies are what the tenant may use there (contract, 6). */
export type Limit = z.output<typeof limit>

/** `role`; a blocked one cannot be changed. */
export const role = z.looseObject({ name: maybeText, blocked: maybeTruth, links })
/** All roles of the platform, without their privileges. */
export const roles = collection(role)
/** A role as it was read; what it may is asked by its link. */
export type Role = z.output<typeof role>

/** `eventtypes`: the actions that the trail knows. */
export const eventTypes = z.looseObject({ actions: nested(text) })

/** What counts of an entity that was saved: its own address. */
export const saved = z.looseObject({ links })
