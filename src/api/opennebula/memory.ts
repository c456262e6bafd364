import type { FoundOutcome } from '../port-trail'
import type { Capabilities } from './capabilities'
import { offsetBy } from './times'
import type { Image, SchedAction, VirtualMachine } from './wire'

/** The person who is signed in, as far as rights go. */
export interface Self {
  readonly id: number
  readonly name: string
  readonly groups: readonly number[]
  readonly admin: boolean
}

/** How far the reading of all VMs got. */
export interface Reading {
  /** So many rows from the first on were read one after the other. */
  covered: number
  /** Which VMs were among them. */
  seen: Set<number>
  /** When all of them were known at last, in epoch milliseconds; null when they never were. */
  wholeAt: number | null
  /** They are being read now. */
  now: Promise<unknown> | null
  /** What became of backups, worked out at an instant in epoch milliseconds; a write makes it old. */
  outcomes: {
    readonly at: number
    readonly found: readonly FoundOutcome[]
    /** VMs whose newest backup is not in this person's sight. */
    readonly unseen: ReadonlySet<string>
  } | null
}

/**
 * What the answers of one session told by the way. Nothing here is a secret; forgetting it costs requests only. Tables are
 * those of one person: whoever awaits an answer takes them before, so that one that comes late is not kept for the next.
 */
export interface Memory {
  self: Self | null
  capabilities: Capabilities | null
  /** Minutes from UTC to the server's local time, by the newest backup that tells. */
  offset: number
  offsetAsOf: number
  readonly clusters: Map<number, string>
  readonly jobs: Map<number, string>
  /** Names of datastores and of marketplaces. */
  readonly stores: Map<number, string>
  readonly markets: Map<number, string>
  /** VMs with all but their scheduled actions, as last read. */
  readonly machines: Map<number, VirtualMachine>
  readonly reading: Reading
  /** Scheduled actions by VM, with the ids that they were read for. */
  readonly actions: Map<number, { readonly ids: string; readonly at: number; readonly actions: readonly SchedAction[] }>
}

/** An empty one, as a session begins with it. */
export const memory = (): Memory => ({
  self: null,
  capabilities: null,
  offset: 0,
  offsetAsOf: 0,
  clusters: new Map(),
  jobs: new Map(),
  stores: new Map(),
  markets: new Map(),
  machines: new Map(),
  reading: { covered: 0, seen: new Set(), wholeAt: null, now: null, outcomes: null },
  actions: new Map(),
})

/** Another person sits here now. */
export function forget(remembered: Memory): void {
  Object.assign(remembered, memory())
}

/** Learns the server's offset from the names of backups. */
export function learnOffset(remembered: Memory, images: readonly Image[]): void {
  for (const image of images) {
    const at = image.REGTIME?.getTime() ?? 0
    const offset = at > remembered.offsetAsOf ? offsetBy(image) : null
    if (offset !== null) {
      remembered.offset = offset
      remembered.offsetAsOf = at
    }
  }
}
