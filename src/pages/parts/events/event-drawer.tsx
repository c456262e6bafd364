import { Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

import { eventPlaces, type TrailEvent } from '~/domain/event'
import { failureCause } from '~/domain/failure-cause'
import { FailureNote } from '~/pages/parts/failure/failure-note'
import { SeverityMark } from '~/pages/parts/marks'
import { SidePanel } from '~/pages/parts/side-panel'
import { UserText } from '~/pages/parts/user-text'
import { eventWords } from '~/texts/event-words'
import { m } from '~/texts/messages'
import { EmptyState } from '~/ui/empty-state'
import { Facts } from '~/ui/facts'
import { SkeletonRows } from '~/ui/skeleton-rows'
import { Time } from '~/ui/time'

import { nameWords } from './filter-words'

import classes from './events.module.css'

/** A thing that an event names, as the console knows it. */
export interface Related {
  readonly to: string
  /** What people call it, when that is not what the event says. */
  readonly name?: string
}

/** What an event names and the console has a page for. */
export type RelatedTo = (event: TrailEvent) => {
  readonly vm?: Related | undefined
  readonly tenant?: Related | undefined
  readonly datacenter?: Related | undefined
}

const nothing: RelatedTo = () => ({})

/** One event with all its fields, as a part of the address. */
export function EventDrawer({
  id,
  events,
  related = nothing,
  onClose,
}: {
  readonly id: string | null
  /** Null until they were read. */
  readonly events: readonly TrailEvent[] | null
  readonly related?: RelatedTo
  readonly onClose: () => void
}) {
  const event = events?.find((one) => one.id === id)
  return (
    <SidePanel title={m.events_detail_title()} opened={id !== null} onClose={onClose}>
      {events === null && <SkeletonRows rows={5} />}
      {id !== null && events !== null && !event && (
        <EmptyState title={m.events_detail_missing_title()} text={m.events_detail_missing_text()} />
      )}
      {event && <Detail event={event} related={related} />}
    </SidePanel>
  )
}

/** The same for a ticket or a mail: one field a line, the instant in UTC, keys as the platform writes them. */
const asText = (event: TrailEvent): string =>
  [
    [m.events_at(), event.at?.toISOString() ?? ''],
    [m.events_severity(), event.severityText],
    [m.events_action(), event.action],
    ...fieldsOf(event).map(({ label, value }) => [label, value]),
    [m.events_text(), event.text],
  ]
    .flatMap(([label, value]) => (value ? [`${label ?? ''}: ${value}`] : []))
    .join('\n')

interface Field {
  readonly label: string
  readonly value: string | null
  readonly thing?: 'vm' | 'tenant' | 'datacenter'
}

const fieldsOf = (event: TrailEvent): readonly Field[] => [
  { label: m.events_by(), value: event.performedBy },
  { label: m.events_detail_user(), value: event.user },
  { label: m.events_detail_tenant(), value: event.tenant, thing: 'tenant' },
  { label: m.events_detail_vm(), value: event.vmName, thing: 'vm' },
  { label: m.events_detail_appliance(), value: event.virtualAppliance },
  { label: m.events_detail_vdc(), value: event.virtualDatacenter },
  { label: m.events_detail_datacenter(), value: event.datacenter, thing: 'datacenter' },
  ...eventPlaces.map((place) => ({ label: nameWords[place](), value: event.places?.[place] ?? null })),
  { label: m.events_detail_component(), value: event.component },
  { label: m.events_detail_id(), value: event.id },
]

/** A name that leads to its thing where there is a page for it; the platform's own name stays beside a friendlier one. */
function Named({ value, to }: { readonly value: string; readonly to: Related | undefined }): ReactNode {
  if (!to) return <UserText identity>{value}</UserText>
  return (
    <>
      <Link className={classes['link']} to={to.to}>
        <bdi>{to.name ?? value}</bdi>
      </Link>
      {to.name !== undefined && to.name !== value && (
        <div className={classes['soft']}>
          <UserText identity>{value}</UserText>
        </div>
      )}
    </>
  )
}

function Detail({ event, related }: { readonly event: TrailEvent; readonly related: RelatedTo }) {
  const things = related(event)
  return (
    <div className={classes['detail']}>
      <h3>
        <bdi>{eventWords(event.action) ?? event.action}</bdi>
      </h3>
      <p>
        <UserText>{event.text ?? m.events_no_text()}</UserText>
      </p>
      {event.severity === 'error' && event.text !== null && failureCause(event.text) !== null && (
        <FailureNote facts={{ text: event.text, at: event.at, eventId: event.id }} />
      )}
      <Facts
        items={[
          [m.events_at(), <Time key="at" at={event.at} />],
          [m.events_severity(), <SeverityMark key="severity" event={event} />],
          [
            m.events_detail_key(),
            <code key="key" className={classes['code']}>
              {event.action}
            </code>,
          ],
          ...fieldsOf(event).flatMap(({ label, value, thing }) =>
            value === null || value === ''
              ? []
              : [[label, <Named key={label} value={value} to={thing && things[thing]} />] as const],
          ),
        ]}
      />
      <div>
        <CopyButton value={asText(event)}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              size="xs"
              leftSection={copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
              onClick={copy}
            >
              {copied ? m.events_detail_copied() : m.events_detail_copy()}
            </Button>
          )}
        </CopyButton>
      </div>
    </div>
  )
}
