import { readInstant, writeDateTime } from './times'
import type { BackupResult } from './wire-work'

/** A result as the restore of a VM's own link takes it: the whole record, every value a text, words in lower case. */
export function asRestore({ id, name, creationDate, sizeInMb, type, status }: BackupResult) {
  const made = readInstant(creationDate)
  const date = made && writeDateTime(made.toISOString())
  return {
    id: id ?? '',
    name: name ?? '',
    ...(date !== null && { date }),
    ...(sizeInMb !== null && { size: String(sizeInMb) }),
    ...(type !== null && { type: type.toLowerCase() }),
    ...(status !== null && { status: status.toLowerCase() }),
    links: [],
  }
}
