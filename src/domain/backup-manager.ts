import type { BackupSystem } from './capability'

/** Fields of the connection to a backup system. */
const connectionFields = ['endpoint', 'user', 'password'] as const
/** A field of the connection; which of them are asked for is told by the plug-in (section 6.15). */
export type ConnectionField = (typeof connectionFields)[number]

/** Whether a plug-in asks for a field; `null` when it does not say, and then the field is offered and not demanded. */
export type Need = 'required' | 'optional' | 'unused'

/** A kind of backup system that the platform has a plug-in for. */
export interface BackupSystemType extends BackupSystem {
  readonly needs: Readonly<Record<ConnectionField, Need | null>>
  /** Versions of the backup system that the plug-in works with, in the platform's words. */
  readonly versions: string | null
}

/** The connection of a datacenter to its backup system; the platform allows one for each datacenter (BC-39). */
export interface BackupManager {
  readonly id: string
  readonly name: string
  /** The plug-in's type in the platform's words, e.g. `VEEAM10`; it cannot change once saved. */
  readonly type: string
  readonly endpoint: string | null
  readonly user: string | null
  /** A stamp of what was read; a save compares it. */
  readonly revision: string
}

/** A backup manager to be saved. */
export interface ManagerDraft {
  readonly name: string
  readonly type: string
  readonly endpoint: string
  readonly user: string
  /** `null`: the one that the platform holds stays; it is never shown, and an empty one is never sent. */
  readonly password: string | null
}
