import type { DateText } from './dates'
import type { OffsetTime } from './iso-value'
import type { Weekday } from './policy'

/** What a configuration backs up on this VM. `all`: every disk, also those added later. `system`: not ours to say. */
export type Content =
  | { readonly kind: 'all' }
  | { readonly kind: 'disks'; readonly ids: readonly string[] }
  | { readonly kind: 'paths'; readonly paths: readonly string[] }

/** The values that a VM gives to one configuration of a policy; absent members are the policy's or the system's. */
export interface ConfigurationValues {
  /** The key of the policy's configuration. */
  readonly key: string
  /** ISO 8601 with offset; for a defined hour. */
  readonly at?: string
  /** Hours between runs, 1 to 23. */
  readonly hours?: number
  readonly time?: OffsetTime
  readonly days?: readonly Weekday[]
  /** Days of a month or of a year. */
  readonly dates?: readonly DateText[]
  /** Nothing runs after this, where the platform has an end of the schedule. Nobody enters it: it stays. */
  readonly until?: Date
  readonly content: Content
}

/**
 * A schedule of the VM itself that no policy stands for, so that it can be kept or taken away only. `no-place`: it says
 * nowhere where its backups go, so each of its runs fails.
 */
export interface OddSchedule {
  readonly why: 'no-place' | 'as-written'
  /** As the platform has it. */
  readonly text: string
}

/** One policy on one VM. */
export interface Assignment {
  readonly policyId: string
  /** As the platform names it on the VM; the policy itself may be out of this person's sight. */
  readonly policyName: string
  readonly values: readonly ConfigurationValues[]
  readonly odd?: OddSchedule
  /** When it runs next, where the platform says so of a schedule that alone does not tell. */
  readonly next?: Date
}
