import type { Ref } from '~/domain/ref'

import type { RecentOutcome } from '../port'

/**
 * What the answers of one session told by the way, so that it need not be asked again. Nothing here is shown; forgetting
 * it costs requests only.
 */
export interface Memory {
  /** VM ids by the number that the trail names a VM with. */
  readonly machines: Map<string, string>
  /** Datacenters by the path of a virtual datacenter; null: it names none. */
  readonly locations: Map<string, Location | null>
  /** VMs that were locked when last read, by id, each with the path of its tenant. */
  readonly locked: Map<string, string>
  /** Where work in progress is listed for this person, widest first. */
  pendingTasks: readonly string[]
  /** Ends of backups, and changes of plans, by action, as far as the trail was read. */
  endings: Map<string, Endings>
  /** Whether this person receives the ends of all backups. */
  seesEndings: boolean
}

/** A datacenter as its tenants address it. */
export interface Location {
  readonly ref: Ref
  readonly path: string
}

/** What was read of the trail about one action. */
export interface Endings {
  readonly since: Date
  /** The newest moment of which the trail was read. */
  readonly until: Date
  readonly outcomes: readonly RecentOutcome[]
  /** Nothing was left out. */
  readonly complete: boolean
  /** Nothing was left out of what came after this; null when one cannot tell. */
  readonly wholeSince: Date | null
}

export const memory = (): Memory => ({
  machines: new Map(),
  locations: new Map(),
  locked: new Map(),
  pendingTasks: [],
  endings: new Map(),
  seesEndings: false,
})

export function forget(remembered: Memory): void {
  remembered.machines.clear()
  remembered.locations.clear()
  remembered.locked.clear()
  remembered.endings = new Map()
  remembered.pendingTasks = []
  remembered.seesEndings = false
}
