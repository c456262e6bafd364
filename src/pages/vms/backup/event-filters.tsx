import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { format, isValid, parse } from 'date-fns'
import { useId } from 'react'

import { readerZone } from '~/texts/format'
import { m } from '~/texts/messages'
import { eventWords } from '~/texts/states'

import { aboutBackup, type EventView, isFiltered, severities } from './event-view'

const fieldPattern = "yyyy-MM-dd'T'HH:mm"

const severityLabels = {
  info: m.events_severity_info,
  warning: m.events_severity_warning,
  error: m.events_severity_error,
} as const

/** A field of the browser holds local time without a zone; the zone is printed below the fields. */
const toField = (at: Date | null): string => (at ? format(at, fieldPattern) : '')

function fromField(text: string): Date | null {
  const at = parse(text, fieldPattern, new Date(0))
  return isValid(at) ? at : null
}

/** The controls that narrow the events. A change goes back to the first page. */
export function EventFilters({
  actions,
  view,
  onChange,
}: {
  /** The platform's own names of actions seen so far. */
  readonly actions: readonly string[]
  readonly view: EventView
  readonly onChange: (view: EventView) => void
}) {
  const zoneId = useId()
  const change = (part: Partial<EventView>): void => onChange({ ...view, ...part, page: 1 })
  const single = [...new Set([...actions, ...(view.action && view.action !== aboutBackup ? [view.action] : [])])]
  const upsideDown = view.from !== null && view.to !== null && view.from >= view.to
  return (
    <search aria-label={m.events_filters()}>
      <Group align="end" gap="sm">
        <NativeSelect
          label={m.events_filter_severity()}
          value={view.severity ?? ''}
          data={[
            { value: '', label: m.events_filter_any() },
            ...severities.map((severity) => ({ value: severity, label: severityLabels[severity]() })),
          ]}
          onChange={({ currentTarget }) =>
            change({ severity: severities.find((severity) => severity === currentTarget.value) ?? null })
          }
        />
        <NativeSelect
          label={m.events_filter_action()}
          value={view.action ?? ''}
          data={[
            { value: '', label: m.events_filter_any() },
            { group: m.events_filter_groups(), items: [{ value: aboutBackup, label: m.events_filter_backup() }] },
            {
              group: m.events_filter_single(),
              items: single.toSorted().map((action) => ({ value: action, label: eventWords(action) ?? action })),
            },
          ]}
          onChange={({ currentTarget }) => change({ action: currentTarget.value || null })}
          maw={320}
        />
        <TextInput
          type="datetime-local"
          label={m.events_filter_from()}
          aria-describedby={zoneId}
          value={toField(view.from)}
          onChange={({ currentTarget }) => change({ from: fromField(currentTarget.value) })}
        />
        <TextInput
          type="datetime-local"
          label={m.events_filter_to()}
          // The field's own error takes this place when there is one.
          {...(!upsideDown && { 'aria-describedby': zoneId })}
          value={toField(view.to)}
          error={upsideDown && m.events_filter_order()}
          onChange={({ currentTarget }) => change({ to: fromField(currentTarget.value) })}
        />
        {isFiltered(view) && (
          <Button variant="subtle" onClick={() => change({ severity: null, action: null, from: null, to: null })}>
            {m.events_filter_clear()}
          </Button>
        )}
      </Group>
      <Text id={zoneId} size="xs" c="dimmed" mt={6}>
        {m.events_filter_zone({ zone: readerZone() })} {m.events_window()}
      </Text>
    </search>
  )
}
