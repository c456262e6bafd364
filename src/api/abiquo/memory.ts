import type { Privilege } from '~/domain/privilege'
import type { Ref } from '~/domain/ref'

import type { Failures, RecentOutcome } from '../port-trail'

/**
 * What the answers of one session told by the way, so that it need not be asked again. Nothing here is shown; forgetting
 * it costs requests only.
 */
export interface Memory {
  /** VM ids by the number that the trail names a VM with. */
  readonly machines: Map<string, string>
  /** Datacenters by the path of a virtual datacenter; null: it names none. */
  readonly locations: Map<string, Location | null>
  /** From when on it helps to ask all virtual datacenters in sight where they lie, in epoch milliseconds; `Infinity`: they told. */
  locationsFrom: number
  /** Where the results of a VM lie, by its id. */
  readonly results: Map<string, string>
  /** VMs that were locked when last read, by id, each with the path of its tenant. */
  readonly locked: Map<string, string>
  /** Where work in progress is listed for this person, widest first. */
  pendingTasks: readonly string[]
  /** Ends of backups, and changes of plans, as far as the trail was read; by the actions that tell of them. */
  endings: Map<readonly string[], ReadTrail & { readonly ends: readonly Endings[] }>
  /** Failed backups, in the same way. */
  failures: Map<readonly string[], ReadTrail & Omit<Failures, 'since'>>
  /** What this person may do. */
  may: ReadonlySet<Privilege>
}

/** A datacenter as its tenants address it. */
export interface Location {
  readonly ref: Ref
  readonly path: string
}

/** How much of the trail was read. */
interface ReadTrail {
  readonly since: Date
  /** When it was asked: what came later is not among it. */
  readonly until: Date
}

/** What was read of the trail about one action. */
export interface Endings {
  readonly outcomes: readonly RecentOutcome[]
  /** Nothing was left out. */
  readonly complete: boolean
  /** Nothing was left out of what came after this; null when one cannot tell. */
  readonly wholeSince: Date | null
}

/** An empty one, as a session begins with it. */
export const memory = (): Memory => ({
  machines: new Map(),
  locations: new Map(),
  locationsFrom: 0,
  results: new Map(),
  locked: new Map(),
  pendingTasks: [],
  endings: new Map(),
  failures: new Map(),
  may: new Set(),
})

/** Empties it when a session ends: the next person may see other things. */
export function forget(remembered: Memory): void {
  remembered.machines.clear()
  remembered.locations.clear()
  remembered.locationsFrom = 0
  remembered.results.clear()
  remembered.locked.clear()
  remembered.endings = new Map()
  remembered.failures = new Map()
  remembered.pendingTasks = []
  remembered.may = new Set()
}
