import type { UseQueryResult } from '@tanstack/react-query'

import type { History } from '~/api/queries/backups'
import { Freshness } from '~/pages/parts/freshness'

/** When the results of a VM were read, and the way to read them again; nothing before they were. */
export const ReadWhen = ({
  results,
  note,
}: {
  readonly results: UseQueryResult<History>
  /** How the platform comes to them. */
  readonly note: string
}) =>
  results.data && (
    <Freshness reading={results} asOf={results.data.asOf} note={note} unreadable={results.data.unreadable} />
  )
