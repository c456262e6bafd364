import * as z from 'zod/mini'

import { countedRows, maybe, maybeId, maybeStamp, maybeText } from './wire-read'

/**
 * A backup as a backup system's integration wrote it into a VM's metadata, before 4.0. Nearly all of it is free text; what
 * a number writes is text too.
 */
const keptResult = z.looseObject({
  id: maybeId,
  name: maybeId,
  type: maybeId,
  size: maybeId,
  status: maybeText,
  date: maybeStamp,
  /** A restore was asked for. */
  restore: maybeText,
  /** What became of it. */
  restoreInfo: maybe(z.looseObject({ date: maybeStamp, result: maybeText })),
})
/** A backup of before 4.0 as it was read (contract, part 8 of the wire). */
export type KeptResult = z.output<typeof keptResult>

/** `metadata`, as far as results of backups go; without any there are none. */
export const metadata = z.pipe(
  z.looseObject({
    metadata: z.nullish(
      z.looseObject({ backupResults: z.nullish(z.looseObject({ results: countedRows(keptResult) })) }),
    ),
  }),
  z.transform(({ metadata: kept }) => kept?.backupResults?.results ?? { rows: [], unreadable: 0 }),
)
