import type { Outcome } from './backup'
import type { Run } from './schedule'
import type { Task } from './task'

/** In the order in which they are looked at: where several are true, the first one counts. */
export const protectionStates = [
  'restoring',
  'running',
  'not-protected',
  'failed',
  'overdue',
  'at-risk',
  'unknown',
  'protected',
  'scheduled',
] as const

/**
 * What the badge of a VM says. `overdue`: a planned run has passed, and nothing was heard of it. `at-risk`: something
 * that one knows of will keep it from being protected. `scheduled`: planned, nothing was due yet, as far as one knows.
 */
export type ProtectionState = (typeof protectionStates)[number]

/**
 * The version of the rule that judges protection, for what leaves the console. It counts up whenever the same facts
 * could give another state, or the published words of a state say something else.
 */
export const protectionRuleVersion = 2

/** In this order columns of numbers hold a reason by its place. */
export const protectionReasons = [
  'not-deployed',
  'outcome-unclear',
  'values-missing',
  'schedule-unreadable',
  'no-further-run',
  'policies-untold',
  'policies-unseen',
  'outcomes-unknown',
  'maybe-running',
  'not-heard',
  'by-hand-old',
] as const

/** Why a VM is at risk, or why its protection is not known. */
export type ProtectionReason = (typeof protectionReasons)[number]

/** A planned run that decides. */
export interface ExpectedRun {
  readonly policyName: string
  readonly run: Run
  /** Until then something must be heard of it. */
  readonly deadline: Date
}

/** The protection of a VM, and what decided it. */
export interface Protection {
  readonly state: ProtectionState
  readonly reason: ProtectionReason | null
  /** The first run that was planned after the newest known backup, where one can know it. */
  readonly expected: ExpectedRun | null
  /** When it turns overdue if nothing is heard until then. */
  readonly worseAt: Date | null
}

/** What the trail told of all VMs. */
export interface TrailKnowledge {
  /** Whether the absence of an outcome means that there is none. */
  readonly complete: boolean
  /** Since when nothing of it is missing; null when this person may not read all of it. */
  readonly wholeSince: Date | null
  /** When it was read. */
  readonly asOf: Date
  /** Where each VM is known by itself: the ids of those of which nothing is. What is missing of them is missing of no other. */
  readonly unseen?: readonly string[]
}

/** What is known of a VM beside itself. */
export interface Evidence {
  /** How the newest known backup ended, and when. */
  readonly outcome: { readonly outcome: Outcome; readonly at: Date } | null
  /** The work that runs on it. */
  readonly task: Task | null
  /** When its plan last changed or came into force, as far as one knows: runs before that are not expected. */
  readonly plannedAt: Date | null
}
