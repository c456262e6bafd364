import type { TrailQuery } from '~/api/queries/trail'
import type { TrailEvent } from '~/domain/event'
import { questionOf, type TrailScope } from '~/domain/event-topic'
import type { Page } from '~/domain/page'
import { asRead, deeper, type ShownEvents, sifted } from '~/pages/parts/events/event-sift'
import { eventQueryOf, type EventView } from '~/pages/parts/events/event-view'

/** What a view asks of the platform, and what becomes a page of the answer. */
export interface Question {
  readonly query: TrailQuery
  /** Several actions at once, in place of the query's own. */
  readonly actions: readonly string[] | null
  /** More is read than is shown. */
  readonly sifts: boolean
  readonly shown: (page: Page<TrailEvent>) => ShownEvents
}

/** Nothing answers a topic. */
const unknownScope: TrailScope = { failures: [], 'failed-backups': [], administration: [] }

/** @param scope That of the platform's trail. While it is not known, nothing answers what is asked about. */
export function questionFor(view: EventView, scope: TrailScope = unknownScope): Question {
  const query = eventQueryOf(view)
  const topic = view.about === null ? null : questionOf(view.about, scope)
  if (topic === null) return { query, actions: null, sifts: false, shown: asRead }
  if (topic.by === 'sifting')
    return { query: deeper(query), actions: null, sifts: true, shown: (page) => sifted(page, view) }
  if (topic.by === 'severity')
    return { query: { ...query, severity: topic.severity }, actions: null, sifts: false, shown: asRead }
  const { actions, severity } = topic
  return { query: { ...query, ...(severity && { severity }) }, actions, sifts: false, shown: asRead }
}
