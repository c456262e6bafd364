import { lazy, Suspense } from 'react'
import { Link } from 'react-router'

import { refreshLongLists } from '~/api/queries/fleet-windows'
import { isBrokenOff } from '~/api/queries/read-on'
import { maySeeVms } from '~/domain/may-see'
import { Aged, Fresh, FleetNotices } from '~/pages/parts/fleet/fleet-notices'
import { hasTenants, type VmRow } from '~/pages/parts/fleet/fleet-rows'
import { isFiltered, type Layout, sortRows, withoutFilters } from '~/pages/parts/fleet/fleet-view'
import { useFleet } from '~/pages/parts/fleet/use-fleet'
import { remember } from '~/pages/parts/remember'
import { useActor } from '~/pages/parts/use-actor'
import { paths } from '~/pages/paths'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { Part } from '~/ui/crash-boundary'
import { ErrorPanel } from '~/ui/error-panel'
import { PageHeader } from '~/ui/page'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { useOpenBulk } from './bulk-person'
import { VmCards, VmCardSkeletons } from './list-cards'
import { BackUpDue } from './list-due'
import { NothingMatches, NoVms } from './list-empty'
import { ListEvidence } from './list-evidence'
import { storeLayout } from './list-layout'
import { SelectAll, Selected } from './list-select-all'
import { Summary } from './list-summary'
import { Toolbar } from './list-toolbar'
import { useView } from './list-use-view'
import { matching } from './selection'

import classes from './list.module.css'

// What carries on a change of many VMs is loaded only where there is one.
const BulkNotice = lazy(() => import('./bulk-notice').then((module) => ({ default: module.BulkNotice })))

// A platform with so many VMs that they are not read whole is rare.
const LongList = lazy(() => import('./long-list').then((module) => ({ default: module.LongList })))

// Cards are what most people see first.
const VmTable = lazy(() => import('./list-table').then((module) => ({ default: module.VmTable })))

// Who may not see VMs is not led here.
const ListRefused = lazy(() => import('./list-refused').then((module) => ({ default: module.ListRefused })))

const inOrder = remember(sortRows)

/** All VMs in sight: how each stands with its backups, to search, to filter and to sort. */
export function Component() {
  if (maySeeVms(useActor()).ok) return <Vms />
  return (
    <Suspense>
      <ListRefused />
    </Suspense>
  )
}

function Vms() {
  const reading = useFleet()
  const { vms, outcomes, policies, running, rows } = reading
  const long = vms.data?.long ?? false
  return (
    <>
      <PageHeader
        title={m.vms_title()}
        text={<Fresh fleet={vms} outcomes={outcomes} onRefresh={() => void refreshLongLists()} />}
        actions={
          <>
            <Link to={paths.protectionRule()} className={classes['rule']}>
              {m.vms_rule_link()}
            </Link>
            {rows && <BackUpDue />}
          </>
        }
      />
      {rows && (
        <Aged old={vms.isRefetchError || outcomes.isRefetchError}>
          {long ? (
            // The first VMs are there; what serves the rest comes.
            <Suspense fallback={<VmCards rows={rows} />}>
              <LongList reading={reading} />
            </Suspense>
          ) : (
            <Fleet
              rows={rows}
              {...(isBrokenOff(vms.data) && { total: vms.data?.total, untold: vms.data?.untold })}
              notices={<FleetNotices fleet={vms} outcomes={outcomes} policies={policies} running={running} />}
            />
          )}
        </Aged>
      )}
      {!vms.data && vms.error && (
        <ErrorPanel error={explainError(vms.error)} onRetry={() => void vms.refetch()} retrying={vms.isFetching} />
      )}
      {vms.isPending && <VmCardSkeletons />}
    </>
  )
}

function Fleet({
  rows,
  total,
  untold,
  notices,
}: {
  readonly rows: readonly VmRow[]
  /** All there are, while not all were read. */
  readonly total?: number | undefined
  /** There may be more than that. */
  readonly untold?: boolean | undefined
  readonly notices: React.ReactNode
}) {
  const { view, change, layout, version } = useView()
  const openBulk = useOpenBulk()
  if (rows.length === 0)
    return (
      <>
        {notices}
        <NoVms />
      </>
    )
  const shown = matching(inOrder(rows, view.sort.key, view.sort.direction), view)
  const onLayout = (next: Layout) => {
    storeLayout(next)
    change((before) => ({ ...before, layout: next }))
  }
  return (
    <>
      <Summary rows={rows} total={total} untold={untold} view={view} onChange={change} />
      <Toolbar key={version} rows={rows} view={view} layout={layout} onChange={change} onLayout={onLayout} />
      {notices}
      {openBulk && (
        <Suspense>
          <BulkNotice />
        </Suspense>
      )}
      <div className={classes['shown']}>
        <p aria-live="polite">
          {isFiltered(view)
            ? m.vms_shown({ shown: shown.length, total: rows.length })
            : m.vms_shown_all({ n: rows.length })}
        </p>
        {shown.length > 0 && <SelectAll rows={shown} filtered={isFiltered(view)} />}
        <ListEvidence />
      </div>
      {shown.length === 0 && <NothingMatches onClear={() => change(withoutFilters, 'reset')} />}
      <Part>
        {shown.length > 0 && layout === 'cards' && <VmCards rows={shown} />}
        {shown.length > 0 && layout === 'table' && (
          <Suspense fallback={<SkeletonRows rows={8} />}>
            <VmTable
              rows={shown}
              tenants={hasTenants(shown)}
              sort={view.sort}
              onSort={(sort) => change((before) => ({ ...before, sort }))}
            />
          </Suspense>
        )}
      </Part>
      <Selected rows={rows} shown={shown} />
    </>
  )
}
