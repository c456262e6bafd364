import type { Backup } from '~/domain/backup'

import type { Copy } from './records'
import { outcomeOf } from './states'

/** The two storage servers of a host. */
export const repositories: ReadonlyMap<number, string> = new Map([
  [1, 'Primary repository'],
  [2, 'Secondary repository'],
])

/** When it ended as it did: the moment that a good copy represents, and when another one got there. */
export function endOf({ phase, state, validAt, createdAt, updatedAt, steps }: Copy): Date | null {
  if (phase === 'good') return validAt ?? createdAt
  const reached = steps.find((step) => step.state === state)?.at
  return reached ?? updatedAt ?? createdAt
}

export const toBackup = (copy: Copy): Backup => ({
  id: `${copy.id}`,
  name: copy.name || `${copy.id}`,
  outcome: outcomeOf(copy.phase),
  statusText: copy.state,
  typeText: copy.repository === null ? null : (repositories.get(copy.repository) ?? `${copy.repository}`),
  sizeMb: null,
  createdAt: copy.validAt ?? copy.createdAt,
  expiresAt: null,
  policy: null,
  restores: [],
})
