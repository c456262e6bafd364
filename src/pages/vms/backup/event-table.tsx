import type { TrailEvent } from '~/domain/event'
import { SeverityMark } from '~/pages/parts/marks'
import { ResponsiveTable } from '~/pages/parts/responsive-table'
import { formatInstant, readerZone } from '~/texts/format'
import { m } from '~/texts/messages'
import { eventWords } from '~/texts/states'
import type { Column } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'

import { type EventView, isFiltered } from './event-view'

import classes from './events.module.css'

const columns: readonly Column<TrailEvent>[] = [
  {
    key: 'at',
    head: m.events_at(),
    cell: (event) => <span className={classes['at']}>{formatInstant(event.at, readerZone())}</span>,
  },
  { key: 'severity', head: m.events_severity(), cell: (event) => <SeverityMark event={event} /> },
  {
    key: 'action',
    head: m.events_action(),
    width: '13rem',
    cell: ({ action }) => <bdi>{eventWords(action) ?? action}</bdi>,
  },
  {
    key: 'by',
    head: m.events_by(),
    cell: ({ performedBy }) => (performedBy === null ? m.events_by_nobody() : <bdi>{performedBy}</bdi>),
  },
  {
    key: 'text',
    head: m.events_text(),
    cell: ({ text }) => <bdi className={classes['text']}>{text ?? m.events_no_text()}</bdi>,
  },
]

/** Events, newest first. A press anywhere in a row, or Enter on its date, opens it. */
export function EventTable({
  rows,
  view,
  onOpen,
}: {
  readonly rows: readonly TrailEvent[]
  readonly view: EventView
  readonly onOpen: (event: TrailEvent) => void
}) {
  const filtered = isFiltered(view)
  return (
    <ResponsiveTable
      label={m.events_table()}
      rows={rows}
      columns={columns}
      onOpen={onOpen}
      empty={
        <EmptyState
          level={3}
          shape="info"
          title={filtered ? m.events_empty_filtered_title() : m.events_empty_title()}
          text={filtered ? m.events_empty_filtered_text() : m.events_empty_text()}
        />
      }
    />
  )
}
