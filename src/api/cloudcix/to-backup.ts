import type { Backup } from '~/domain/backup'
import type { BackupPlace } from '~/domain/backup-ways'

import type { Copy } from './records'
import { outcomeOf } from './states'

/** The two storage servers of a host. */
const repositories: ReadonlyMap<number, string> = new Map([
  [1, 'Primary repository'],
  [2, 'Secondary repository'],
])

/** The repository that the newest backup is not in comes first, so that two copies end on two storage servers. */
export function placesAfter(copies: readonly Copy[]): readonly BackupPlace[] {
  const newest = copies.find(({ repository }) => repository !== null)?.repository ?? null
  return Array.from(repositories, ([id, name]) => ({ id: `${id}`, name, freeMb: null })).toSorted(
    (a, b) => Number(a.id === `${newest}`) - Number(b.id === `${newest}`),
  )
}

/** When it ended as it did: the moment that a good copy represents, and when another one got there. */
export function endOf({ phase, state, validAt, createdAt, updatedAt, steps }: Copy): Date | null {
  if (phase === 'good') return validAt ?? createdAt
  const reached = steps.find((step) => step.state === state)?.at
  return reached ?? updatedAt ?? createdAt
}

/** A backup in our words; the platform's state stays beside them. */
export const toBackup = (copy: Copy): Backup => ({
  id: `${copy.id}`,
  name: copy.name || `${copy.id}`,
  outcome: outcomeOf(copy.phase),
  statusText: copy.state,
  ...(copy.phase === 'deleting' && { leaving: true }),
  typeText: copy.repository === null ? null : (repositories.get(copy.repository) ?? `${copy.repository}`),
  sizeMb: null,
  createdAt: copy.validAt ?? copy.createdAt,
  expiresAt: null,
  policy: null,
  restores: [],
})
