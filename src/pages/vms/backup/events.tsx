import { keepPreviousData, useQuery } from '@tanstack/react-query'

import { serverTime, vmEvents } from '~/api/queries'
import { trailWords } from '~/api/queries/trail'
import { mayReadEvents } from '~/domain/may-back-up'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { EventDrawer } from '~/pages/parts/events/event-drawer'
import { eventFilterWords, eventGaps, eventTable } from '~/pages/parts/events/event-evidence'
import { EventPager } from '~/pages/parts/events/event-pager'
import { asRead, deeper, sifted } from '~/pages/parts/events/event-sift'
import { EventTable } from '~/pages/parts/events/event-table'
import { EventToolbar } from '~/pages/parts/events/event-toolbar'
import { eventQueryOf, vmFilters } from '~/pages/parts/events/event-view'
import { trailNote } from '~/pages/parts/events/trail-note'
import { useEventView } from '~/pages/parts/events/use-event-view'
import { EvidenceLine } from '~/pages/parts/evidence/evidence-line'
import { readingGaps } from '~/pages/parts/evidence/list'
import { Freshness } from '~/pages/parts/freshness'
import { ListSection } from '~/pages/parts/list-section'
import { useActor } from '~/pages/parts/use-actor'
import { useVmInView } from '~/pages/parts/vm-in-view'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Refusal } from '~/ui/action'
import { ErrorPanel } from '~/ui/error-panel'
import { Panel } from '~/ui/page'
import { SkeletonRows } from '~/ui/skeleton-rows'

/** What the platform recorded about a VM, for people who may read events. */
export function Component() {
  const vm = useVmInView()
  const verdict = explain(mayReadEvents(useActor()))
  return (
    <>
      <title>{m.common_document_title({ page: m.vm_document_title({ part: m.events_title(), name: vm.name }) })}</title>
      {verdict.ok ? (
        <Events vm={vm} />
      ) : (
        <Panel title={m.events_refused_title()} text={m.events_refused_text()}>
          <Refusal verdict={verdict} />
        </Panel>
      )}
    </>
  )
}

const ofVms = (action: string): boolean => action.startsWith('VIRTUAL_MACHINE_')

function Events({ vm }: { readonly vm: VirtualMachine }) {
  const { view, look, opened, open } = useEventView(vmFilters)
  const sifting = view.about !== null
  const query = eventQueryOf(view)
  const events = useQuery({ ...vmEvents(vm, sifting ? deeper(query) : query), placeholderData: keepPreviousData })
  const words = useQuery(trailWords())
  const read = events.data?.rows ?? []
  const shown = events.data && (sifting ? sifted(events.data, view) : asRead(events.data))
  return (
    <ListSection
      title={m.events_title()}
      note={
        events.data && <Freshness reading={events} unreadable={events.data.unreadable} note={trailNote(words.data)} />
      }
    >
      <EventToolbar
        filters={vmFilters}
        view={view}
        actions={[...(words.data?.actions ?? []).filter(ofVms), ...read.map(({ action }) => action)]}
        onChange={look}
      />
      {shown && (
        <>
          <EvidenceLine
            reads={['listVmEvents']}
            waiting={events.isPlaceholderData}
            make={() => ({
              title: m.vm_document_title({ part: m.events_title(), name: vm.name }),
              name: [m.events_title(), vm.name],
              table: eventTable(shown.rows, () => vm.name),
              total: shown.total,
              filters: eventFilterWords(view, {}),
              order: m.evidence_order_newest(),
              asOf: serverTime(events.dataUpdatedAt),
              gaps: [...readingGaps(events, events.data?.unreadable ?? 0), ...eventGaps(shown)],
              judged: false,
            })}
          />
          <EventTable
            label={m.events_table()}
            empty={m.events_empty_text()}
            level={3}
            rows={shown.rows}
            view={view}
            onOpen={({ id }) => open(id)}
            onChange={look}
          />
          <EventPager view={view} shown={shown} onChange={look} />
        </>
      )}
      {events.isPending && <SkeletonRows rows={6} />}
      {!events.data && events.error && (
        <ErrorPanel
          error={explainError(events.error)}
          onRetry={() => void events.refetch()}
          retrying={events.isFetching}
        />
      )}
      <EventDrawer id={opened} events={events.data ? read : null} onClose={() => open(null)} />
    </ListSection>
  )
}
