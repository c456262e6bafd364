import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'

import { activity, fleet, policiesInSight, recentOutcomes } from '~/api/queries'
import { remember } from '~/pages/parts/remember'
import { paths } from '~/pages/paths'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { ErrorPanel } from '~/ui/error-panel'
import { PageHeader } from '~/ui/page'
import { useNow } from '~/ui/use-now'

import { VmCards, VmCardSkeletons } from './list-cards'
import { NothingMatches, NoVms } from './list-empty'
import { storeLayout } from './list-layout'
import { Fresh, ListNotices } from './list-notices'
import { prepareRows } from './list-rows'
import type { Surroundings, VmRow } from './list-rows'
import { Summary } from './list-summary'
import { VmTable } from './list-table'
import { Toolbar } from './list-toolbar'
import { useView } from './list-use-view'
import { filterRows, isFiltered, sortRows, withoutFilters } from './list-view'
import type { Layout } from './list-view'

import classes from './list.module.css'

const rowsOf = remember(prepareRows)
const aroundOf = remember(
  (
    trail: Surroundings['trail'],
    policies: Surroundings['policies'],
    pending: boolean,
    running: Surroundings['activity'],
  ): Surroundings => ({ trail, policies, pending, activity: running }),
)
const inOrder = remember(sortRows)
const matching = remember(filterRows)

/** All VMs in sight: how each stands with its backups, to search, to filter and to sort. */
export function Component() {
  const vms = useQuery(fleet())
  const outcomes = useQuery(recentOutcomes())
  const running = useQuery(activity())
  const policies = useQuery(policiesInSight())
  const now = useNow(60_000)
  const around = aroundOf(
    outcomes.data ?? null,
    policies.data?.rows ?? null,
    outcomes.isPending || policies.isPending,
    running.data ?? null,
  )
  return (
    <>
      <PageHeader
        title={m.vms_title()}
        text={<Fresh fleet={vms} outcomes={outcomes} />}
        actions={
          <Anchor component={Link} to={paths.protectionRule()} size="sm">
            {m.vms_rule_link()}
          </Anchor>
        }
      />
      {vms.data && (
        <Fleet rows={rowsOf(vms.data.vms, around, now)} notices={<ListNotices fleet={vms} outcomes={outcomes} />} />
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
