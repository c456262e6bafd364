import { Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'

import type { TrailEvent } from '~/domain/event'
import { SeverityMark } from '~/pages/parts/marks'
import { SidePanel } from '~/pages/parts/side-panel'
import { UserText } from '~/pages/parts/user-text'
import { m } from '~/texts/messages'
import { eventWords } from '~/texts/states'
import { EmptyState } from '~/ui/empty-state'
import { Facts } from '~/ui/facts'
import { SkeletonRows } from '~/ui/skeleton-rows'
import { Time } from '~/ui/time'

import classes from './events.module.css'

/** One event with all its fields, as a part of the address. */
export function EventDrawer({
  id,
  events,
  onClose,
}: {
  readonly id: string | null
  /** Null until they were read. */
  readonly events: readonly TrailEvent[] | null
  readonly onClose: () => void
}) {
  const event = events?.find((one) => one.id === id)
  return (
    <SidePanel title={m.events_detail_title()} opened={id !== null} onClose={onClose}>
      {events === null && <SkeletonRows rows={5} />}
      {id !== null && events !== null && !event && (
        <EmptyState title={m.events_detail_missing_title()} text={m.events_detail_missing_text()} />
      )}
      {event && <Detail event={event} />}
    </SidePanel>
  )
}

/** The same for a ticket or a mail: one field a line, the instant in UTC, keys as the platform writes them. */
const asText = (event: TrailEvent): string =>
  [
    [m.events_at(), event.at?.toISOString() ?? ''],
    [m.events_severity(), event.severityText],
    [m.events_action(), event.action],
    [m.events_by(), event.performedBy],
    [m.events_detail_vm(), event.vmName],
    [m.events_detail_component(), event.component],
    [m.events_detail_tenant(), event.tenant],
    [m.events_detail_datacenter(), event.datacenter],
    [m.events_text(), event.text],
    [m.events_detail_id(), event.id],
  ]
    .flatMap(([label, value]) => (value ? [`${label ?? ''}: ${value}`] : []))
    .join('\n')

function Detail({ event }: { readonly event: TrailEvent }) {
  const named = [
    [m.events_by(), event.performedBy],
    [m.events_detail_user(), event.user],
    [m.events_detail_tenant(), event.tenant],
    [m.events_detail_vm(), event.vmName],
    [m.events_detail_datacenter(), event.datacenter],
    [m.events_detail_component(), event.component],
    [m.events_detail_id(), event.id],
  ] as const
  return (
    <div className={classes['detail']}>
      <h3>
        <bdi>{eventWords(event.action) ?? event.action}</bdi>
      </h3>
      <p>
        <UserText>{event.text ?? m.events_no_text()}</UserText>
      </p>
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
          ...named.flatMap(([label, value]) =>
            value === null || value === ''
              ? []
              : [
                  [
                    label,
                    <UserText key={label} identity>
                      {value}
                    </UserText>,
                  ] as const,
                ],
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
