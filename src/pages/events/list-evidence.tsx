import { serverTime } from '~/api/queries'
import type { TrailEvent } from '~/domain/event'
import type { Page } from '~/domain/page'
import { eventFilterWords, eventGaps, eventTable } from '~/pages/parts/events/event-evidence'
import type { ShownEvents } from '~/pages/parts/events/event-sift'
import type { EventView } from '~/pages/parts/events/event-view'
import { EvidenceButton } from '~/pages/parts/evidence/evidence-button'
import { readingGaps } from '~/pages/parts/evidence/list'
import { m } from '~/texts/messages'

import type { Names } from './list-offers'

/** Takes the page that is shown away; the export takes all that match. */
export const Taken = ({
  reading,
  page,
  shown,
  view,
  names,
}: {
  readonly reading: {
    readonly dataUpdatedAt: number
    readonly isRefetchError: boolean
    /** The rows are those of another question. */
    readonly isPlaceholderData: boolean
  }
  readonly page: Page<TrailEvent>
  readonly shown: ShownEvents
  readonly view: EventView
  readonly names: Names
}) => (
  <EvidenceButton
    reads={['listEvents']}
    waiting={reading.isPlaceholderData}
    make={() => ({
      title: m.events_title(),
      name: [m.events_title()],
      table: eventTable(shown.rows, (event) => names.vmOf(event)?.name ?? null),
      total: shown.total,
      filters: eventFilterWords(view, names.offers),
      order: m.evidence_order_newest(),
      asOf: serverTime(reading.dataUpdatedAt),
      gaps: [...readingGaps(reading, page.unreadable), ...eventGaps(shown)],
      judged: false,
    })}
  />
)
