import type { DateText } from './dates'
import type { OffsetTime } from './iso-value'

/**
 * The types of backups that the platform names: all of a VM, what changed since the last one, folders inside the
 * guest.
 */
export const backupTypes = ['complete', 'snapshot', 'filesystem'] as const
/** One of those; a type with another word stays as the platform writes it. */
export type BackupType = (typeof backupTypes)[number]

/** How often a policy of Abiquo can run, in the order in which forms list it. */
export const periodicities = ['defined-hour', 'hourly', 'daily', 'weekly-planned', 'monthly'] as const
/** One of those; other platforms have more, which `Timing` adds. */
export type Periodicity = (typeof periodicities)[number]

/** The week begins on Monday, as in ISO 8601. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
/** A day of the week of the clock that a schedule goes by, which is that of its offset. */
export type Weekday = (typeof weekdays)[number]

/**
 * Who sets a value: the policy (`fixed`), the person who protects the VM (`vm`), or the backup system (`system`).
 * `unread`: the policy fixes it in words that we cannot read; it is shown as it is and never sent back changed.
 */
export type Field<T> =
  | { readonly by: 'policy'; readonly value: T }
  | { readonly by: 'vm' }
  | { readonly by: 'system' }
  | { readonly by: 'unread'; readonly text: string }

/** The most hours between two runs that platforms take; what they have already may stay, a daily backup says it better. */
export const mostHours = 24

/** When a configuration runs, field by field. Offsets are fixed: the wire knows no summer time. */
export type Timing =
  /** Once, at a date and time with an offset: an ISO 8601 text such as `2026-03-29T02:30:00+01:00`. */
  | { readonly every: 'defined-hour'; readonly at: Field<string> }
  /**
   * Every N hours, from a start that only the backup system knows. A VM may give whole numbers from 1 to `most`, which is
   * 23 where nothing else is said; a platform that counts seconds may name parts of an hour.
   */
  | { readonly every: 'hourly'; readonly hours: Field<number>; readonly most?: number }
  | { readonly every: 'daily'; readonly time: Field<OffsetTime> }
  | { readonly every: 'weekly-planned'; readonly days: Field<readonly Weekday[]>; readonly time: Field<OffsetTime> }
  /** Each month at a time, on days of it; once, on a day that the backup system picks, where none are named. */
  | { readonly every: 'monthly'; readonly time: Field<OffsetTime>; readonly dates?: Field<readonly DateText[]> }
  /** Each year at a time, on days of it. */
  | { readonly every: 'yearly'; readonly time: Field<OffsetTime>; readonly dates: Field<readonly DateText[]> }
  | { readonly every: 'unknown'; readonly text: string }

/** One line of a policy: what is backed up and when. Unique in its policy by type and periodicity. */
export interface BackupConfiguration {
  /** Type and periodicity in the platform's words; unique within the policy. */
  readonly key: string
  readonly type: BackupType | 'unknown'
  /** The platform's own word for the type, shown when we do not know it. */
  readonly typeText: string
  readonly timing: Timing
  /** Nothing runs after this. */
  readonly until?: Date
  /**
   * Whether the VM may name disks or paths (`vm`), the backup system decides (`system`), or it is all disks, volatile ones
   * only where the settings of the VM say so (`every-disk`), or never (`image-disks`).
   */
  readonly content: 'vm' | 'system' | 'every-disk' | 'image-disks'
}

/** A named offer of the administrators to tenants. */
export interface BackupPolicy {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly description: string | null
  readonly replication: boolean | null
  readonly configurations: readonly BackupConfiguration[]
}

/** A policy to be saved. */
export type PolicyDraft = Omit<BackupPolicy, 'id'>

/** A policy as its administrators read it. */
export interface OfferedPolicy extends BackupPolicy {
  /** A stamp of what was read; a save compares it. */
  readonly revision: string
}
