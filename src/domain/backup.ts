import type { Ref } from './ref'

/** In this order columns of numbers hold an outcome by its place. */
export const outcomes = ['good', 'running', 'failed', 'unknown'] as const

/** How a backup or a restore ended, by the platform's word read in any letter case. `unknown` is never taken for success. */
export type Outcome = (typeof outcomes)[number]

/** A restore of a backup, as the platform recorded it. */
export interface Restore {
  readonly id: string
  readonly outcome: Outcome
  readonly statusText: string
  readonly startedAt: Date | null
  readonly by: string | null
  /** The platform's own text of a failure. */
  readonly message: string | null
}

/** Backups that build on each other, by the platform's name for the whole. */
export interface BackupChain {
  readonly id: string
  readonly name: string
  /** At least two. */
  readonly length: number
}

/** One result of the backup system for a VM: a recovery point, or the record of a failure. */
export interface Backup {
  readonly id: string
  /** The name that the backup system gave it. */
  readonly name: string
  readonly outcome: Outcome
  /** The platform's own word for the status. */
  readonly statusText: string
  /** The platform's own word for the type. */
  readonly typeText: string | null
  readonly sizeMb: number | null
  /** Its size as the platform writes it, where nobody knows in what unit. */
  readonly sizeText?: string
  readonly createdAt: Date | null
  readonly expiresAt: Date | null
  readonly policy: Ref | null
  /**
   * Ids of the policies of its VM that it may be of, by where it lies: there where the platform tells of no backup by which
   * policy it was made. Which one it is of, and whether it was made by hand, only its time says.
   */
  readonly mayBeOf?: readonly string[]
  /** Where it lies, by the platform's name; left out where the platform does not say, or says it by the type. */
  readonly place?: string
  readonly restores: readonly Restore[]
  /** It is being deleted: what it held is going away. */
  readonly leaving?: boolean
  /** Later backups need earlier ones: those of one chain are deleted together or not at all. */
  readonly chain?: BackupChain
}

/** The end of a backup, as the platform's trail tells it. */
export interface TrailEnd {
  readonly outcome: Outcome
  readonly at: Date
  /** The trail says that someone asked for it, so no plan did. Left out: it does not say so. */
  readonly requested?: boolean
}

/** The rules of runs take results: of an end in the trail neither policy nor type is known. */
export const backupOfEnd = ({ outcome, at }: TrailEnd, id = at.toISOString()): Backup => ({
  id,
  name: id,
  outcome,
  statusText: '',
  typeText: null,
  sizeMb: null,
  createdAt: at,
  expiresAt: null,
  policy: null,
  restores: [],
})

/** Newest first, or oldest first; those without a date come last either way. */
export const byDate = (backups: readonly Backup[], oldestFirst = false): readonly Backup[] =>
  backups.toSorted((a, b) => {
    if (a.createdAt === null || b.createdAt === null) return Number(a.createdAt === null) - Number(b.createdAt === null)
    const older = a.createdAt.getTime() - b.createdAt.getTime()
    return oldestFirst ? older : -older
  })

/** It ended well and has not expired: what a VM can go back to. */
export const isUsable = ({ outcome, expiresAt }: Pick<Backup, 'outcome' | 'expiresAt'>, now: Date): boolean =>
  outcome === 'good' && (expiresAt === null || expiresAt > now)

/** The newest result that ended so, or null. Takes results newest first, as every platform's adapter gives them. */
export const newestOf = (backups: readonly Backup[], outcome: Outcome): Backup | null =>
  backups.find((backup) => backup.outcome === outcome) ?? null

/**
 * The newest failure, with its moment where that is known: one that is among the results, or one that only the trail tells of, since it left none.
 * @param told How the newest backup of the VM ended by the trail; null where nobody knows.
 */
export function lastFailure(backups: readonly Backup[], told: TrailEnd | null): { readonly at: Date | null } | null {
  const kept = newestOf(backups, 'failed')
  const at = told?.outcome === 'failed' ? told.at : null
  if (!kept) return at && { at }
  return at && (kept.createdAt === null || at > kept.createdAt) ? { at } : { at: kept.createdAt }
}

/**
 * The platform's word says that a part of it is missing or that something went wrong on the way: neither good nor failed.
 * No source lists such a word; backup systems behind the platform use these.
 */
export const isPartial = ({ outcome, statusText }: Pick<Backup, 'outcome' | 'statusText'>): boolean =>
  outcome === 'unknown' && /partial|incomplete|warn/iu.test(statusText)
