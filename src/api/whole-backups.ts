import { type Backup, byDate } from '~/domain/backup'
import type { Page } from '~/domain/page'

import { ApiError } from './error'
import type { BackupQuery, Platform } from './port'

/** The reads of a VM's results on a platform that tells them only whole. */
export const wholeBackups = (
  all: (vmId: string, signal?: AbortSignal) => Promise<Page<Backup>>,
): Pick<Platform, 'listBackups' | 'getBackup'> => ({
  listBackups: async (vmId: string, { offset, oldestFirst }: BackupQuery, signal?: AbortSignal) => {
    const found = await all(vmId, signal)
    return { ...found, rows: byDate(found.rows, oldestFirst).slice(offset) }
  },
  getBackup: async (vmId, backupId, signal) => {
    const found = (await all(vmId, signal)).rows.find(({ id }) => id === backupId)
    if (!found) throw new ApiError('not-found', 'The VM has no such backup')
    return found
  },
})
