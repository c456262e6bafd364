import type { Backup, Outcome, Restore } from '~/domain/backup'

import { ApiError } from '../error'
import { assumed } from './assumed'
import { backupId } from './ids'
import { type Addresses, linkOf, pathOfLink } from './links'
import { readInstant } from './times'
import { policyRef, typeOf } from './to-policy'
import type { BackupRestore, BackupResult } from './wire-work'

const words: ReadonlyMap<string, Outcome> = new Map([
  ...assumed.status.good.map((word) => [word, 'good'] as const),
  ...assumed.status.running.map((word) => [word, 'running'] as const),
  ...assumed.status.failed.map((word) => [word, 'failed'] as const),
])

/** In any letter case; a word that we do not know is never taken for success. */
const outcomeOf = (status: string | null): Outcome => words.get((status ?? '').trim().toUpperCase()) ?? 'unknown'

/** Types that policies know by one word, whatever the letter case of a backup system; all else as it came. */
export const typeText = (type: string): string => {
  const word = type.trim().toUpperCase()
  return typeOf.has(word) ? word : type
}

const toRestore = (restore: BackupRestore, index: number): Restore => ({
  id: restore.id ?? String(index),
  outcome: outcomeOf(restore.status),
  statusText: restore.status ?? '',
  startedAt: readInstant(restore.creationDate),
  by: restore.user || linkOf(restore.links, 'user')?.title || null,
  message: restore.message || null,
})

/**
 * @param resultsPath Where the VM's results lie, for a result that has an id and no link.
 * Throws `ApiError` (`link`, `contract`) when nothing tells which result it is.
 */
export function toBackup(places: Addresses, result: BackupResult, resultsPath: string): Backup {
  const self = pathOfLink(places, result.links, 'self') ?? pathOfLink(places, result.links, 'edit')
  const path = self ?? (result.id === null ? null : `${resultsPath}/${result.id}`)
  if (path === null) throw new ApiError('contract', 'A backup result without id')
  return {
    id: backupId(path, resultsPath),
    name: result.name ?? '',
    outcome: outcomeOf(result.status),
    statusText: result.status ?? '',
    typeText: result.type ? typeText(result.type) : null,
    sizeMb: result.sizeInMb,
    createdAt: readInstant(result.creationDate),
    expiresAt: readInstant(result.expirationDate),
    policy: policyRef(places, result.links),
    restores: result.restores.map(toRestore),
  }
}
