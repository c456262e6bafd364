import { type Backup, byDate } from '~/domain/backup'
import type { Page } from '~/domain/page'

import { ApiError } from '../error'
import type { BackupQuery, Platform } from '../port'
import { assumed } from './assumed'
import type { Connection } from './connection'
import { backupPath } from './ids'
import type { Memory } from './memory'
import { inWindows, isBeyondEnd, readAll, type Rows, toPageUnhurried } from './read-all'
import { toBackup } from './to-backup'
import * as work from './wire-work'

/** The platform sorts by other fields only, or takes no such words. */
const knowsNoOrder = (error: unknown): null => {
  if (error instanceof ApiError && error.kind === 'invalid') return null
  throw error
}

/** Whether it is known where the next window begins: the list is counted, and no answer is shorter than was asked for. */
function isCounted({ rows, unreadable, total }: Rows<unknown>, { offset, limit }: BackupQuery): boolean {
  const told = rows.length + unreadable
  return told >= limit ? total !== null : offset + told >= (total ?? 0)
}

/** Whether rows come by their dates, as far as they have one. */
const isByDate = (rows: readonly Backup[], oldestFirst: boolean | undefined): boolean => {
  const dated = rows.filter(({ createdAt }) => createdAt !== null)
  return byDate(dated, oldestFirst).every((backup, place) => backup === dated[place])
}

/**
 * The results of VMs.
 * @param pathOf Where those of a VM lie.
 */
export function results(
  connection: Connection,
  { results: paths }: Memory,
  pathOf: (vmId: string, signal?: AbortSignal) => Promise<string>,
): Pick<Platform, 'listBackups' | 'getBackup'> {
  const { addresses, read } = connection

  /** Asked anew with each first window; the others follow soon after it. */
  const pathFor = async (vmId: string, first: boolean, signal?: AbortSignal): Promise<string> => {
    const known = first ? undefined : paths.get(vmId)
    const path = known ?? (await pathOf(vmId, signal))
    paths.set(vmId, path)
    return path
  }

  const toPage = (found: Rows<work.BackupResult>, path: string): Promise<Page<Backup>> =>
    toPageUnhurried(found, (result) => toBackup(addresses, result, path))

  return {
    listBackups: async (vmId, query, signal) => {
      const { offset, limit, oldestFirst } = query
      const path = await pathFor(vmId, offset === 0, signal)
      const start = inWindows(path, limit, {
        ...(offset > 0 && { startwith: String(offset) }),
        by: assumed.resultsBy,
        asc: String(oldestFirst ?? false),
      })
      const found = await read(start, 'backupresults', work.backupResults, signal).catch(knowsNoOrder)
      if (found && isBeyondEnd(offset, found)) return { rows: [], total: found.total, unreadable: 0 }
      const page = found && isCounted(found, query) ? await toPage(found, path) : null
      if (page && isByDate(page.rows, oldestFirst)) return { ...page, rows: byDate(page.rows, oldestFirst) }
      // No window of another order says which ones are the newest, and of one that is not counted, or cut short, what is left.
      const all = await readAll(connection, path, 'backupresults', work.backupResults, signal)
      const whole = await toPage(all, path)
      return { ...whole, rows: byDate(whole.rows, oldestFirst).slice(offset) }
    },
    getBackup: async (vmId, backupId, signal) => {
      const path = await pathFor(vmId, false, signal)
      return toBackup(
        addresses,
        await read(backupPath(backupId, path), 'backupresult', work.backupResult, signal),
        path,
      )
    },
  }
}
