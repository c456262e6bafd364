import type { Backup, Outcome, Restore } from '~/domain/backup'

import { ApiError } from '../error'
import { backupId } from './ids'
import { readInstant } from './times'
import { typeText } from './to-backup'
import type { KeptResult } from './wire-metadata'

/** To the letter: only of a backup that says `done` or `completed` just so did the platform offer a restore. */
const outcomeOf: ReadonlyMap<string, Outcome> = new Map([
  ['done', 'good'],
  ['completed', 'good'],
  ['progress', 'running'],
  ['failed', 'failed'],
])

/** Any other word, and none: it still goes on, for the platform offered no other restore until it ended in one of these. */
const restoreOutcomeOf: ReadonlyMap<string, Outcome> = new Map([
  ['success', 'good'],
  ['failed', 'failed'],
])

function restoresOf({ restore, restoreInfo }: KeptResult): readonly Restore[] {
  const known = { id: '0', by: null, message: null }
  if (restoreInfo) {
    const { date, result } = restoreInfo
    return [
      {
        ...known,
        outcome: restoreOutcomeOf.get(result ?? '') ?? 'running',
        statusText: result ?? restore ?? '',
        startedAt: readInstant(date),
      },
    ]
  }
  // It was asked for, and nothing was heard of it since.
  return restore ? [{ ...known, outcome: 'unknown', statusText: restore, startedAt: null }] : []
}

/** The id of a result within a VM's metadata, which lies at `path`; null without one. */
export const keptId = ({ id }: KeptResult, path: string): string | null => (id ? backupId(`${path}/${id}`, path) : null)

/**
 * @param path Where the VM's metadata lies.
 * Throws `ApiError` (`contract`) when nothing tells which result it is.
 */
export function toKeptBackup(result: KeptResult, path: string): Backup {
  const id = keptId(result, path)
  if (id === null) throw new ApiError('contract', 'A backup result without id')
  return {
    id,
    name: result.name ?? '',
    outcome: outcomeOf.get(result.status ?? '') ?? 'unknown',
    statusText: result.status ?? '',
    typeText: result.type ? typeText(result.type) : null,
    sizeMb: null,
    ...(result.size && { sizeText: result.size }),
    createdAt: readInstant(result.date),
    expiresAt: null,
    policy: null,
    restores: restoresOf(result),
  }
}
