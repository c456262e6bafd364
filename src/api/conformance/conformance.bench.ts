import type { Platform } from '../port'

/** What a test may do to answers on their way. */
export type Tampering =
  | 'a broken row'
  | 'a hostile address'
  | 'unknown words'
  | 'unknown members'
  | 'lists without end'
  | 'HTML for data'

/** A request as it went out. */
export interface Sent {
  readonly method: string
  /** Below the base, without the query. */
  readonly path: string
  readonly headers: Headers
  readonly body: unknown
}

/** The switches of a datacenter and its backup system, in the simulator's words. */
export interface SiteChange {
  readonly severalPolicies?: boolean
  readonly changeWhileDeployed?: boolean
  readonly severalRestores?: boolean
  readonly manualBackup?: boolean
  readonly plugin?: string | null
  readonly pluginLoaded?: boolean
}

/** One adapter with a simulated platform behind it, all in one process. The world is the same behind each dialect. */
export interface Bench {
  readonly api: Platform
  /** To be put in the place of the global one. */
  readonly fetch: (address: string | URL | Request, init?: RequestInit) => Promise<Response>
  /** What the adapter sent so far. */
  readonly sent: readonly Sent[]
  readonly tamper: (how: Tampering | null) => void
  /** Lets the platform's time run, in milliseconds. */
  readonly skip: (milliseconds: number) => Promise<void>
  /** From now on no write is answered: lost on the way there, or done and its answer lost. */
  readonly loseWrites: (when: 'before' | 'after') => Promise<void>
  /** From now on changes of deployed VMs wait until a person lets them go on. */
  readonly holdChanges: () => Promise<void>
  readonly endSessions: () => Promise<void>
  readonly change: (datacenter: string, how: SiteChange) => Promise<void>
}
