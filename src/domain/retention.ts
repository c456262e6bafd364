import type { Backup } from './backup'

/** How long backups of one kind are kept. */
export interface Kept {
  /** Name of the policy that made them; null: none is named. */
  readonly policy: string | null
  /** The platform's own word for the type; null: it names none. */
  readonly type: string | null
  /** From their making to their end, in milliseconds. */
  readonly kept: number
}

/**
 * How long backups are kept, by policy and type. No platform tells the rule: the newest good backup of each kind tells
 * which one holds now. What has no end tells nothing.
 * @param backups Newest first.
 */
export function keptFor(backups: readonly Backup[]): readonly Kept[] {
  const kinds = new Map<string, Kept>()
  for (const { outcome, createdAt, expiresAt, policy, typeText: type } of backups) {
    if (outcome !== 'good' || createdAt === null || expiresAt === null) continue
    const key = JSON.stringify([policy?.id, type])
    if (!kinds.has(key))
      kinds.set(key, { policy: policy?.name ?? null, type, kept: expiresAt.getTime() - createdAt.getTime() })
  }
  return [...kinds.values()]
}
