import { Button, Text, TextInput } from '@mantine/core'
import { isValid, parseISO, startOfMinute, subHours } from 'date-fns'
import { useId } from 'react'

import { serverNow } from '~/api/queries'
import { wallInstant } from '~/domain/local-day'
import { offsetAt } from '~/domain/zone'
import { FilterButton } from '~/pages/parts/toolbar/filter-button'
import { m } from '~/texts/messages'
import { useClock } from '~/ui/clock'

import type { EventView } from './event-view'

import classes from './events.module.css'

/** A field of the browser holds local time without a zone; the zone and the ISO text are printed below the fields. */
const toField = (at: Date | null, zone: string): string =>
  at ? new Date(at.getTime() + offsetAt(zone, at) * 60_000).toISOString().slice(0, 16) : ''

function fromField(text: string, zone: string): Date | null {
  const local = parseISO(`${text}Z`)
  return isValid(local) ? wallInstant(zone, local.getTime()) : null
}

const spans = [
  { words: m.events_time_hour, hours: 1 },
  { words: m.events_time_day, hours: 24 },
  { words: m.events_time_week, hours: 7 * 24 },
  { words: m.events_time_month, hours: 30 * 24 },
] as const

/** `2026-03-29T02:30Z` */
const iso = (at: Date): string => `${at.toISOString().slice(0, 16)}Z`

type Span = Pick<EventView, 'from' | 'to'>

/** From when to when. */
export function TimeFilter({ span, onChange }: { readonly span: Span; readonly onChange: (span: Span) => void }) {
  const active = span.from !== null || span.to !== null
  return (
    <FilterButton label={m.events_filter_time()} about={m.events_filter_time_about()} active={active}>
      {(done) => (
        <Times
          span={span}
          onChange={onChange}
          onSpan={(hours) => {
            // To the minute, so that the address is short and the same for all who press within it.
            onChange({ from: startOfMinute(subHours(serverNow(), hours)), to: null })
            done()
          }}
        />
      )}
    </FilterButton>
  )
}

function Times({
  span: { from, to },
  onChange,
  onSpan,
}: {
  readonly span: Span
  readonly onChange: (span: Span) => void
  readonly onSpan: (hours: number) => void
}) {
  const zoneId = useId()
  const zone = useClock()
  const upsideDown = from !== null && to !== null && from >= to
  return (
    <div className={classes['times']}>
      <div className={classes['spans']}>
        {spans.map(({ words, hours }) => (
          <Button key={hours} size="compact-sm" variant="default" onClick={() => onSpan(hours)}>
            {words()}
          </Button>
        ))}
      </div>
      <TextInput
        type="datetime-local"
        label={m.events_filter_from()}
        aria-describedby={zoneId}
        value={toField(from, zone)}
        onChange={({ currentTarget }) => onChange({ from: fromField(currentTarget.value, zone), to })}
      />
      <TextInput
        type="datetime-local"
        label={m.events_filter_to()}
        // The field's own error takes this place when there is one.
        {...(!upsideDown && { 'aria-describedby': zoneId })}
        value={toField(to, zone)}
        error={upsideDown && m.events_filter_order()}
        onChange={({ currentTarget }) => onChange({ from, to: fromField(currentTarget.value, zone) })}
      />
      <Text id={zoneId} size="xs" c="dimmed">
        {m.events_filter_zone({ zone })}
        {(from !== null || to !== null) &&
          ` ${m.events_filter_iso({ from: from ? iso(from) : m.events_time_beginning(), to: to ? iso(to) : m.events_time_now() })}`}
      </Text>
    </div>
  )
}
