import { byDate } from '~/domain/backup'

import { ApiError } from '../error'
import type { Platform } from '../port'
import type { Connection } from './connection'
import type { Fresh, Machines } from './machines'
import { newKey } from './new-key'
import { toPage } from './read-all'
import { keptId, toKeptBackup } from './to-kept-backup'
import { type KeptResult, metadata } from './wire-metadata'

/** The whole record, as it stands in the metadata: the platform looks for its id. Every value is a text. */
const asRecord = ({ id, name, date, size, type, status }: KeptResult) => ({
  ...Object.fromEntries(
    Object.entries({ id, name, date, size, type, status }).flatMap(([member, value]) =>
      value === null ? [] : [[member, String(value)]],
    ),
  ),
  links: [],
})

/** Results of backups before 4.0: an integration writes them into a VM's metadata, all at once, and a restore finds them there. */
export function keptResults(
  { read, write }: Connection,
  { fresh, pathTo }: Machines,
): Pick<Platform, 'listBackups' | 'getBackup' | 'restore'> {
  const metadataOf = async (vm: Fresh, signal?: AbortSignal) => {
    const path = pathTo(vm, 'metadata', 'metadata')
    return { path, found: await read(path, 'metadata', metadata, signal) }
  }

  /** One result, where its id leads back to it. */
  const oneOf = async (vm: Fresh, backupId: string, signal?: AbortSignal) => {
    const { path, found } = await metadataOf(vm, signal)
    const result = found.rows.find((row) => keptId(row, path) === backupId)
    if (!result) throw new ApiError('not-found', 'The metadata has no such backup')
    return { path, result }
  }

  return {
    listBackups: async (vmId, { offset, oldestFirst }, signal) => {
      const { path, found } = await metadataOf(await fresh(vmId, signal), signal)
      const total = found.rows.length + found.unreadable
      const whole = toPage({ ...found, total }, (row) => toKeptBackup(row, path))
      return { ...whole, rows: byDate(whole.rows, oldestFirst).slice(offset) }
    },
    getBackup: async (vmId, backupId, signal) => {
      const { path, result } = await oneOf(await fresh(vmId, signal), backupId, signal)
      return toKeptBackup(result, path)
    },
    restore: async (vmId, backupId) => {
      const vm = await fresh(vmId)
      const { result } = await oneOf(vm, backupId)
      return write({
        method: 'POST',
        path: pathTo(vm, 'restorebackup', 'action/restorebackup'),
        entity: 'restore',
        answer: 'restore',
        body: asRecord(result),
        idempotencyKey: newKey(),
      })
    },
  }
}
