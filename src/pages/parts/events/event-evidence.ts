import { eventPlaces, type TrailEvent } from '~/domain/event'
import type { EvidenceTable } from '~/domain/evidence'
import { filterWords } from '~/pages/parts/evidence/list'
import { eventWords } from '~/texts/event-words'
import { m } from '~/texts/messages'
import { severityWords } from '~/texts/states'

import { chipsOf } from './event-chips'
import type { ShownEvents } from './event-sift'
import type { EventView, Offers } from './event-view'
import { nameWords, topicWords } from './filter-words'

/**
 * Lines of the trail as data.
 *
 * @param vmName What people call the VM of an event.
 */
export const eventTable = (
  events: readonly TrailEvent[],
  vmName: (event: TrailEvent) => string | null,
): EvidenceTable => ({
  columns: [
    { key: 'at', head: m.trail_file_at(), paperHead: m.events_at() },
    { key: 'severity', head: m.events_severity() },
    { key: 'action', head: m.events_action() },
    { key: 'actionKey', head: m.events_detail_key(), beneath: 'action' },
    { key: 'vm', head: m.events_detail_vm() },
    { key: 'vmPlatformName', head: m.trail_file_platform_name(), beneath: 'vm' },
    { key: 'tenant', head: m.events_detail_tenant() },
    { key: 'datacenter', head: m.events_detail_datacenter(), beneath: 'tenant' },
    { key: 'virtualDatacenter', head: m.events_detail_vdc(), filesOnly: true },
    { key: 'virtualAppliance', head: m.events_detail_appliance(), filesOnly: true },
    { key: 'performedBy', head: m.events_by() },
    { key: 'user', head: m.events_detail_user(), filesOnly: true },
    ...eventPlaces.map((place) => ({ key: place, head: nameWords[place](), filesOnly: true as const })),
    { key: 'component', head: m.events_detail_component(), filesOnly: true },
    { key: 'text', head: m.events_text() },
    { key: 'id', head: m.events_detail_id(), filesOnly: true },
  ],
  rows: events.map((event) => ({
    id: event.id,
    zone: null,
    cells: [
      event.at,
      severityWords(event),
      eventWords(event.action) ?? event.action,
      event.action,
      vmName(event),
      event.vmName,
      event.tenant,
      event.datacenter,
      event.virtualDatacenter,
      event.virtualAppliance,
      event.performedBy,
      event.user,
      ...eventPlaces.map((place) => event.places?.[place] ?? null),
      event.component,
      event.text,
      event.id,
    ],
  })),
})

const nothing = (): void => undefined

/** What narrows the events, in words. */
export const eventFilterWords = (view: EventView, offers: Offers): readonly string[] => [
  ...filterWords(m.events_text(), view.names.text ?? null),
  ...filterWords(m.evidence_events_about(), view.about && topicWords[view.about]()),
  ...chipsOf(view, offers, nothing).flatMap(({ label, value }) => filterWords(label, value)),
]

/** That only a part of what matches is shown, and only a part was looked through. */
export const eventGaps = ({ rows, total, lookedThrough }: ShownEvents): readonly string[] => [
  ...(total !== null && rows.length < total ? [m.evidence_gap_page({ n: rows.length, total })] : []),
  ...(lookedThrough ? [m.evidence_gap_looked_through(lookedThrough)] : []),
]
