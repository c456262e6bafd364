import { useQuery } from '@tanstack/react-query'

import { activity, fleet, recentOutcomes } from '~/api/queries'
import { remember } from '~/pages/parts/remember'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { ErrorPanel } from '~/ui/error-panel'
import { PageHeader } from '~/ui/page'

import { VmCards, VmCardSkeletons } from './list-cards'
import { NothingMatches, NoVms } from './list-empty'
import { storeLayout } from './list-layout'
import { Fresh, ListNotices } from './list-notices'
import { prepareRows } from './list-rows'
import type { VmRow } from './list-rows'
import { Summary } from './list-summary'
import { VmTable } from './list-table'
import { Toolbar } from './list-toolbar'
import { useView } from './list-use-view'
import { filterRows, isFiltered, sortRows, withoutFilters } from './list-view'
import type { Layout } from './list-view'

import classes from './list.module.css'

const none = { outcomes: null, complete: false, activity: null } as const
const rowsOf = remember(prepareRows)
const aroundOf = remember(
  (
    outcomes: Parameters<typeof prepareRows>[1]['outcomes'],
    outcomesComplete: boolean,
    outcomesPending: boolean,
    running: Parameters<typeof prepareRows>[1]['activity'],
  ) => ({ outcomes, outcomesComplete, outcomesPending, activity: running }),
)
const inOrder = remember(sortRows)
const matching = remember(filterRows)

/** All VMs in sight: how each stands with its backups, to search, to filter and to sort. */
export function Component() {
  const vms = useQuery(fleet())
  const outcomes = useQuery(recentOutcomes())
  const running = useQuery(activity())
  const around = aroundOf(
    outcomes.data?.outcomes ?? none.outcomes,
    outcomes.data?.complete ?? none.complete,
    outcomes.isPending,
    running.data ?? none.activity,
  )
  return (
    <>
      <PageHeader title={m.vms_title()} text={<Fresh fleet={vms} outcomes={outcomes} />} />
      {vms.data && (
        <Fleet rows={rowsOf(vms.data.vms, around)} notices={<ListNotices fleet={vms} outcomes={outcomes} />} />
      )}
      {!vms.data && vms.error && (
        <ErrorPanel error={explainError(vms.error)} onRetry={() => void vms.refetch()} retrying={vms.isFetching} />
      )}
      {vms.isPending && <VmCardSkeletons />}
    </>
  )
}

function Fleet({ rows, notices }: { readonly rows: readonly VmRow[]; readonly notices: React.ReactNode }) {
  const { view, change, layout, version } = useView()
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
      <Summary rows={rows} view={view} onChange={change} />
      <Toolbar key={version} rows={rows} view={view} layout={layout} onChange={change} onLayout={onLayout} />
      {notices}
      <p className={classes['shown']} aria-live="polite">
        {isFiltered(view)
          ? m.vms_shown({ shown: shown.length, total: rows.length })
          : m.vms_shown_all({ n: rows.length })}
      </p>
      {shown.length === 0 && <NothingMatches onClear={() => change(withoutFilters, 'reset')} />}
      {shown.length > 0 && layout === 'cards' && <VmCards rows={shown} />}
      {shown.length > 0 && layout === 'table' && (
        <VmTable rows={shown} sort={view.sort} onSort={(sort) => change((before) => ({ ...before, sort }))} />
      )}
    </>
  )
}
