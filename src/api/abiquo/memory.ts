import type { Ref } from '~/domain/ref'

/**
 * What the answers of one session told by the way, so that it need not be asked again. Nothing here is shown; forgetting
 * it costs requests only.
 */
export interface Memory {
  /** VM ids by the number that the trail names a VM with. */
  readonly machines: Map<string, string>
  /** Datacenters by the path of a virtual datacenter; null: it names none. */
  readonly locations: Map<string, Location | null>
  /** Where work in progress is listed for this person, widest first. */
  pendingTasks: readonly string[]
  /** Whether this person receives the ends of all backups. */
  seesEndings: boolean
}

/** A datacenter as its tenants address it. */
export interface Location {
  readonly ref: Ref
  readonly path: string
}

export const memory = (): Memory => ({
  machines: new Map(),
  locations: new Map(),
  pendingTasks: [],
  seesEndings: false,
})

export function forget(remembered: Memory): void {
  remembered.machines.clear()
  remembered.locations.clear()
  remembered.pendingTasks = []
  remembered.seesEndings = false
}
