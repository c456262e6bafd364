import type { Clock } from '#mocks/clock'
import type { ConfigurationValues } from '~/domain/assignment'
import type { TrailEvent } from '~/domain/event'

import type { Platform } from '../port'
import type { Credentials } from '../port-sign-in'
import type { Chance } from './night-chance.bench'

/** What people do in a night. */
export type DeedName =
  | 'back up'
  | 'take back'
  | 'restore'
  | 'restore as new'
  | 'delete a backup'
  | 'assign'
  | 'unassign'
  | 'edit a policy'
  | 'switch'
  | 'back up many'
  | 'go on with many'
  | 'a neighbour backs up'
  | 'look'

/** What stands on the pages of a tenant, page by page. */
export const pagesOfTenant = [
  ['how backups ended of late', 'what runs now', 'all policies'],
  ['a VM', 'its tasks', 'its results', 'its policies', 'all policies'],
  ['the failures of the day', 'how backups ended of late', 'the calendar'],
] as const

/** Where a page's platform is on the line. */
export const place = 'https://cloud.example'
/** Where somebody with a good line finds the same. */
export const nextDoor = 'https://neighbour.example'

/** What a platform refuses on the line besides its own refusals. */
export type RefusedStatus = 401 | 403 | 404 | 409

/** How requests of a platform are read and answered on the line. */
export interface NightWire {
  /** Where a write goes, told apart from all others of it; null for what changes nothing that counts. */
  readonly writeOf: (request: Request, body: string) => string | null
  /** Whether an answer says that a write was done. */
  readonly wasDone: (answer: Response) => Promise<boolean>
  /** A refusal as the platform words it. */
  readonly refusal: (status: RefusedStatus) => Response
  /** The same answer, in which something is of another type than the platform gives. */
  readonly garbled: (answer: Response, dice: Chance) => Promise<Response>
}

/** A platform with its simulator, and what people do there in a night. */
export interface NightStage {
  readonly wire: NightWire
  readonly server: (clock: Clock) => (request: Request) => Promise<Response>
  /** A console of it; `at` is `place` or `nextDoor`. */
  readonly console: (at: string) => Platform
  readonly credentialsOf: (nick: string) => Credentials
  /** Who sits at the page. */
  readonly me: string
  /** Where all that is sent about a VM begins, or about one of its backups. */
  readonly placeOf: (vmId: string, backupId?: string) => string
  /** What is entered for a policy; null for one that nobody adds in a night. */
  readonly valuesOf: (policyId: string) => readonly ConfigurationValues[] | null
  /** A policy that other VMs have in common: nobody changes the plan of those that it holds. */
  readonly untouched: (policyId: string) => boolean
  /** Somebody's work in the evening, before the line goes bad. */
  readonly prepare?: (colleague: Platform) => Promise<void>
  /** What the trail says of an event to whoever reads it, whatever was read before. */
  readonly saysOfEvent: (event: TrailEvent) => unknown
  /** A write that asks for a backup of one of many VMs. */
  readonly isBackup: (path: string) => boolean
  readonly deeds: readonly DeedName[]
  /** What is open together, beside the list of VMs. */
  readonly pages: readonly (readonly string[])[]
}
