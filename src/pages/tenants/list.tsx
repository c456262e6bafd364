import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'

import { tenants } from '~/api/queries/tenants'
import { mayOpenTenants } from '~/domain/may-administer'
import type { Tenant } from '~/domain/tenant'
import { Freshness } from '~/pages/parts/freshness'
import { Gate } from '~/pages/parts/gate'
import { ListToolbar } from '~/pages/parts/toolbar/list-toolbar'
import { useActor } from '~/pages/parts/use-actor'
import { useUsage } from '~/pages/parts/use-usage'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { EmptyState } from '~/ui/empty-state'
import { ErrorPanel } from '~/ui/error-panel'
import { PageHeader } from '~/ui/page'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { TenantNotices } from './list-notices'
import { tenantRows } from './list-rows'
import { TenantTable } from './list-table'
import { useAllAllowances } from './list-use-allowances'
import { type ListView, readListView, shownTenants, writeListView } from './list-view'

import classes from './list.module.css'

/** The tenants of the platform, and what each of them may use. */
export function Component() {
  return (
    <Gate verdict={mayOpenTenants(useActor())} title={m.tenants_title()}>
      <Page />
    </Gate>
  )
}

function Page() {
  const everyone = useQuery(tenants())
  return (
    <>
      <PageHeader
        title={m.tenants_title()}
        text={everyone.data && <Freshness reading={everyone} unreadable={everyone.data.unreadable} />}
      />
      {everyone.data && <Everyone tenants={everyone.data.rows} />}
      {!everyone.data && everyone.error && (
        <ErrorPanel
          error={explainError(everyone.error)}
          onRetry={() => void everyone.refetch()}
          retrying={everyone.isFetching}
        />
      )}
      {everyone.isPending && <SkeletonRows rows={8} label={m.tenants_loading()} />}
    </>
  )
}

function Everyone({ tenants: all }: { readonly tenants: readonly Tenant[] }) {
  const [params, setParams] = useSearchParams()
  const allowed = useAllAllowances()
  const usage = useUsage()
  const view = readListView(params)
  const onView = (change: Partial<ListView>): void =>
    setParams((before) => writeListView({ ...readListView(before), ...change }), {
      replace: true,
      preventScrollReset: true,
    })
  if (all.length === 0) return <EmptyState title={m.tenants_none()} text={m.tenants_none_text()} />
  const rows = tenantRows(all, allowed.allowances, usage.usage === null ? null : usage.vms)
  const shown = shownTenants(rows, view)
  return (
    <div className={classes['page']}>
      <ListToolbar text={view.text} label={m.tenants_search_tenants()} onText={(text) => onView({ text })} />
      <output className={classes['shown']}>{m.tenants_shown_tenants({ n: shown.length, total: rows.length })}</output>
      <TenantNotices allowed={allowed} usage={usage} />
      {shown.length === 0 ? (
        <EmptyState shape="question" title={m.tenants_no_match()} text={m.tenants_no_tenant_text()} />
      ) : (
        <TenantTable rows={shown} view={view} allowed={allowed.state} usage={usage.state} onView={onView} />
      )}
    </div>
  )
}
