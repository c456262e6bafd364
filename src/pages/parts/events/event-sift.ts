import type { TrailQuery } from '~/api/queries/trail'
import type { TrailEvent } from '~/domain/event'
import { concernsBackup } from '~/domain/event-topic'
import type { Page } from '~/domain/page'

import type { EventView } from './event-view'

/** How far a filter that the platform does not know is looked for: the newest events, this many. */
const searchDepth = 500

/** A question that reads deeper, for what is sifted here. */
export const deeper = (query: TrailQuery): TrailQuery => ({ ...query, offset: 0, limit: searchDepth })

/** The events of one page of the view. */
export interface ShownEvents {
  readonly rows: readonly TrailEvent[]
  /** How many match; null when the platform does not say. */
  readonly total: number | null
  /** Given when not all events were looked through: how many of the newest were, of how many. */
  readonly lookedThrough: { readonly n: number; readonly total: number } | null
}

/** What was read is the page. */
export const asRead = ({ rows, total }: Page<TrailEvent>): ShownEvents => ({ rows, total, lookedThrough: null })

/** Of what was read, from the newest on, one page of what is about backups. */
export function sifted({ rows, total }: Page<TrailEvent>, view: EventView): ShownEvents {
  const kept = rows.filter(concernsBackup)
  const start = (view.page - 1) * view.size
  return {
    rows: kept.slice(start, start + view.size),
    total: kept.length,
    lookedThrough: total !== null && total > rows.length ? { n: rows.length, total } : null,
  }
}
