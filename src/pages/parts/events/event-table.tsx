import { Button } from '@mantine/core'
import type { ReactNode } from 'react'

import type { TrailEvent } from '~/domain/event'
import { SeverityMark } from '~/pages/parts/marks'
import { ResponsiveTable } from '~/pages/parts/responsive-table'
import { eventWords } from '~/texts/event-words'
import { m } from '~/texts/messages'
import { EmptyState } from '~/ui/empty-state'
import type { Column } from '~/ui/table'
import { TimeWords } from '~/ui/time'

import { type EventView, isFiltered, withoutFilters } from './event-view'

import classes from './events.module.css'

const before = (): readonly Column<TrailEvent>[] => [
  {
    key: 'at',
    head: m.events_at(),
    cell: ({ at }) => (
      <span className={classes['at']}>
        <TimeWords at={at} />
      </span>
    ),
  },
  { key: 'severity', head: m.events_severity(), cell: (event) => <SeverityMark event={event} /> },
  {
    key: 'action',
    head: m.events_action(),
    width: '12rem',
    cell: ({ action }) => <bdi>{eventWords(action) ?? action}</bdi>,
  },
]

const after = (): readonly Column<TrailEvent>[] => [
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
  label,
  empty,
  level,
  where,
  rows,
  view,
  onOpen,
  onChange,
}: {
  readonly label: string
  /** What it means when there are none at all. */
  readonly empty: string
  /** Of the heading that says so. */
  readonly level: 2 | 3
  /** Says what an event is about, where that is not the same for all. */
  readonly where?: (event: TrailEvent) => ReactNode
  readonly rows: readonly TrailEvent[]
  readonly view: EventView
  readonly onOpen: (event: TrailEvent) => void
  readonly onChange: (view: EventView) => void
}) {
  const filtered = isFiltered(view)
  const beyond = view.page > 1
  return (
    <ResponsiveTable
      label={label}
      rows={rows}
      columns={[...before(), ...(where ? [{ key: 'where', head: m.events_where(), cell: where }] : []), ...after()]}
      onOpen={onOpen}
      empty={
        <EmptyState
          shape="info"
          level={level}
          title={
            beyond ? m.events_empty_page_title() : filtered ? m.events_empty_filtered_title() : m.events_empty_title()
          }
          text={beyond ? m.events_empty_page_text() : filtered ? m.events_empty_filtered_text() : empty}
          {...((beyond || filtered) && {
            action: (
              <Button
                variant="default"
                size="xs"
                onClick={() => onChange(beyond ? { ...view, page: 1 } : withoutFilters(view))}
              >
                {beyond ? m.events_empty_page_first() : m.events_filter_clear()}
              </Button>
            ),
          })}
        />
      }
    />
  )
}
