import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'

import { vmEvents } from '~/api/queries'
import { mayReadEvents } from '~/domain/may-back-up'
import type { VirtualMachine } from '~/domain/virtual-machine'
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

import { EventDrawer } from './event-drawer'
import { EventFilters } from './event-filters'
import { EventPager } from './event-pager'
import { EventTable } from './event-table'
import {
  aboutBackup,
  concernsBackup,
  eventQueryOf,
  eventsPerPage,
  type EventView,
  readEventView,
  writeEventView,
} from './event-view'

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

function Events({ vm }: { readonly vm: VirtualMachine }) {
  const [params, setParams] = useSearchParams()
  const view = readEventView(params)
  const events = useQuery({ ...vmEvents(vm, eventQueryOf(view)), placeholderData: keepPreviousData })
  const look = (next: EventView): void =>
    setParams((before) => writeEventView(before, next), { replace: true, preventScrollReset: true })
  const put = (id: string | null): void =>
    setParams(
      (before) => {
        if (id === null) before.delete('event')
        else before.set('event', id)
        return before
      },
      { replace: id === null, preventScrollReset: true },
    )
  const sifting = view.action === aboutBackup
  const read = events.data?.rows ?? []
  const kept = sifting ? read.filter(concernsBackup) : read
  const start = (view.page - 1) * eventsPerPage
  const rows = sifting ? kept.slice(start, start + eventsPerPage) : kept
  const total = sifting ? kept.length : (events.data?.total ?? null)
  return (
    <ListSection
      title={m.events_title()}
      note={events.data && <Freshness reading={events} unreadable={events.data.unreadable} />}
    >
      <EventFilters actions={[...new Set(read.map((event) => event.action))]} view={view} onChange={look} />
      {events.data && (
        <>
          <EventTable rows={rows} view={view} onOpen={(event) => put(event.id)} />
          <EventPager
            view={view}
            shown={rows.length}
            total={total}
            readTo={sifting && (events.data.total ?? 0) > read.length ? read.length : null}
            all={events.data.total}
            onPage={(page) => look({ ...view, page })}
          />
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
      <EventDrawer id={params.get('event')} events={events.data ? read : null} onClose={() => put(null)} />
    </ListSection>
  )
}
