import { maySeeVms } from '~/domain/may-see'
import { Aged, Fresh, FleetNotices } from '~/pages/parts/fleet/fleet-notices'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { sortRows, writeView } from '~/pages/parts/fleet/fleet-view'
import { useFleet } from '~/pages/parts/fleet/use-fleet'
import { Gate } from '~/pages/parts/gate'
import { noVmsWords } from '~/pages/parts/place-words'
import { remember } from '~/pages/parts/remember'
import { useActor } from '~/pages/parts/use-actor'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { Part } from '~/ui/crash-boundary'
import { EmptyState } from '~/ui/empty-state'
import { ErrorPanel } from '~/ui/error-panel'
import { PageHeader } from '~/ui/page'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { DaysView } from './days-view'
import { Toolbar } from './toolbar'
import { useCalendarView } from './use-view'
import { rowsOfView } from './view'
import { ViewLinks } from './view-links'
import { WeekView } from './week-view'

const inOrder = remember(sortRows)
const matching = remember(rowsOfView)

/** The whole fleet by days, and the schedules of the coming week by hours. */
export const Component = () => (
  <Gate verdict={maySeeVms(useActor())} title={m.calendar_title()}>
    <Page />
  </Gate>
)

function Page() {
  const reading = useFleet()
  const { vms, outcomes, policies, running, rows } = reading
  return (
    <>
      <PageHeader title={m.calendar_title()} text={<Fresh fleet={vms} outcomes={outcomes} />} />
      {vms.data && <FleetNotices fleet={vms} outcomes={null} policies={policies} running={running} />}
      {rows?.length === 0 && !vms.isFetching && <EmptyState title={m.vms_empty_title()} text={noVmsWords()} />}
      {rows !== null && rows.length > 0 && (
        <Aged old={vms.isRefetchError}>
          <Calendar reading={reading} rows={rows} />
        </Aged>
      )}
      {!vms.data && vms.error && (
        <ErrorPanel error={explainError(vms.error)} onRetry={() => void vms.refetch()} retrying={vms.isFetching} />
      )}
      {(vms.isPending || (rows?.length === 0 && vms.isFetching)) && (
        <SkeletonRows rows={12} height={40} label={m.vms_loading()} />
      )}
    </>
  )
}

function Calendar({
  reading: { vms, policies },
  rows,
}: {
  readonly reading: ReturnType<typeof useFleet>
  readonly rows: readonly VmRow[]
}) {
  const { view, change } = useCalendarView()
  const { key, direction } = view.fleet.sort
  const shown = matching(inOrder(rows, key, direction), writeView(view.fleet).toString())
  const common = { rows: shown, total: rows.length, vms, policies, view, onChange: change }
  return (
    <>
      <ViewLinks view={view} />
      <Toolbar rows={rows} view={view} onChange={change} />
      <Part>{view.show === 'week' ? <WeekView {...common} /> : <DaysView {...common} />}</Part>
    </>
  )
}
