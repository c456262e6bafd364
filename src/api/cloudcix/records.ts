import type { CopyPhase } from './states'

/** A VM of either generation, without what must never be kept: `userdata` and the credentials of addresses. */
export interface Machine {
  readonly id: number
  readonly name: string
  /** The platform's word. */
  readonly state: string
  readonly cpu: number
  readonly memoryMb: number
  readonly graphics: number
  /** Null where the platform does not list them. */
  readonly disks:
    | readonly { readonly id: string; readonly name: string; readonly sizeMb: number; readonly primary: boolean }[]
    | null
  readonly system: string
  readonly project: { readonly id: number; readonly name: string } | null
  /** The address that it belongs to: the tenant. */
  readonly address: number | null
  readonly region: number | null
}

/** A change of state of a backup. */
export interface Step {
  readonly at: Date
  readonly state: string
  readonly by: number | null
}

/** A backup of either generation. */
export interface Copy {
  readonly id: number
  readonly vm: number
  readonly vmName: string
  readonly name: string
  readonly state: string
  readonly phase: CopyPhase
  /** 1 primary, 2 secondary; null where the platform does not say. */
  readonly repository: number | null
  /** The moment that it represents. */
  readonly validAt: Date | null
  readonly createdAt: Date | null
  readonly updatedAt: Date | null
  /** Newest first; empty where the platform keeps none. */
  readonly steps: readonly Step[]
}

/** A line of the history of backups. */
export interface HistoryLine extends Step {
  readonly copy: number
  readonly vm: number | null
}
