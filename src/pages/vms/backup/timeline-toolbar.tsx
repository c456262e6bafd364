import { ActionIcon, Button, Group, NativeSelect } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconZoomIn, IconZoomOut } from '@tabler/icons-react'

import { formatInstant } from '~/texts/format'
import { m } from '~/texts/messages'

import type { TimelineMoves } from './timeline-lanes'
import { type SpanKey, spans, type TimelineView } from './timeline-view'

import classes from './timeline.module.css'

const spanWords: Readonly<Record<SpanKey, () => string>> = {
  '1d': m.timeline_span_1d,
  '2d': m.timeline_span_2d,
  '1w': m.timeline_span_1w,
  '2w': m.timeline_span_2w,
  '1m': m.timeline_span_1m,
  '3m': m.timeline_span_3m,
  '1y': m.timeline_span_1y,
}

/** Which stretch of time is shown, how near, and in which form. */
export function TimelineToolbar({
  view,
  range,
  zone,
  moves,
  onView,
}: {
  readonly view: TimelineView
  readonly range: { readonly from: Date; readonly to: Date }
  readonly zone: string
  readonly moves: TimelineMoves
  readonly onView: (view: TimelineView) => void
}) {
  // The last moment of the last day, not the midnight after it.
  const last = new Date(range.to.getTime() - 1)
  const [from, to] = [formatInstant(range.from, zone, 'day'), formatInstant(last, zone, 'day')]
  return (
    <div className={classes['toolbar']}>
      <Group gap="xs">
        <ActionIcon variant="default" size="lg" aria-label={m.timeline_earlier()} onClick={() => moves.shift(-1)}>
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label={m.timeline_later()} onClick={() => moves.shift(1)}>
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
        {view.from !== null && (
          <Button variant="default" size="sm" onClick={() => onView({ ...view, from: null })}>
            {m.timeline_to_now()}
          </Button>
        )}
        <div className={classes['range']} aria-live="polite">
          <strong>{from === to ? from : m.timeline_between({ from, to })}</strong>
          <span className={classes['about']}>{m.timeline_zone({ zone })}</span>
        </div>
      </Group>
      <Group gap="xs">
        <ActionIcon variant="default" size="lg" aria-label={m.timeline_zoom_out()} onClick={() => moves.zoom(1)}>
          <IconZoomOut size={18} aria-hidden />
        </ActionIcon>
        <NativeSelect
          aria-label={m.timeline_span()}
          value={view.span}
          data={spans.map(({ key }) => ({ value: key, label: spanWords[key]() }))}
          onChange={({ currentTarget }) => {
            const span = spans.find(({ key }) => key === currentTarget.value)
            if (span) onView({ ...view, span: span.key })
          }}
        />
        <ActionIcon variant="default" size="lg" aria-label={m.timeline_zoom_in()} onClick={() => moves.zoom(-1)}>
          <IconZoomIn size={18} aria-hidden />
        </ActionIcon>
        <Button
          variant={view.table ? 'light' : 'default'}
          size="sm"
          aria-pressed={view.table}
          onClick={() => onView({ ...view, table: !view.table })}
        >
          {m.timeline_as_table()}
        </Button>
      </Group>
    </div>
  )
}
