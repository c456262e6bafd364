import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'

import { tenantAllowances, tenants } from '~/api/queries/tenants'
import { mayOpenTenants } from '~/domain/may-administer'
import type { Tenant } from '~/domain/tenant'
import { Freshness } from '~/pages/parts/freshness'
import { Gate } from '~/pages/parts/gate'
import { useActor } from '~/pages/parts/use-actor'
import { paths } from '~/pages/paths'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { EmptyState } from '~/ui/empty-state'
import { ErrorPanel } from '~/ui/error-panel'
import { PageHeader } from '~/ui/page'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { DetailBoard } from './detail-board'
import { Outside } from './detail-outside'

/** What a tenant may use, datacenter by datacenter. */
export function Component() {
  return (
    <Gate verdict={mayOpenTenants(useActor())} title={m.tenants_title()}>
      <Found />
    </Gate>
  )
}

function Found() {
  const { tenant: id = '' } = useParams()
  const everyone = useQuery(tenants())
  const tenant = everyone.data?.rows.find((one) => one.id === id)
  if (tenant) return <Frame key={id} tenant={tenant} />
  if (everyone.isPending) return <SkeletonRows rows={6} label={m.tenants_reading_one()} />
  if (everyone.error)
    return <ErrorPanel heads error={explainError(everyone.error)} onRetry={() => void everyone.refetch()} />
  return (
    <EmptyState
      level={1}
      shape="question"
      title={m.tenants_gone()}
      text={m.tenants_gone_text()}
      action={
        <Button component={Link} to={paths.tenants()}>
          {m.tenants_back()}
        </Button>
      }
    />
  )
}

function Frame({ tenant }: { readonly tenant: Tenant }) {
  if (useActor().allowances === 'none')
    return (
      <>
        <PageHeader title={tenant.name} back={{ to: paths.tenants(), label: m.tenants_back() }} />
        <EmptyState title={m.tenants_none_allowed()} text={m.tenants_none_allowed_text()} />
      </>
    )
  return <Allowed tenant={tenant} />
}

function Allowed({ tenant }: { readonly tenant: Tenant }) {
  const allowed = useQuery(tenantAllowances(tenant.id))
  return (
    <>
      <PageHeader
        title={tenant.name}
        back={{ to: paths.tenants(), label: m.tenants_back() }}
        text={allowed.data && <Freshness reading={allowed} unreadable={allowed.data.unreadable} />}
      />
      {allowed.data ? (
        <DetailBoard
          tenant={tenant}
          standing={{ allowances: allowed.data.rows, fresh: !allowed.isRefetchError }}
          onLook={() => void allowed.refetch()}
        />
      ) : allowed.error ? (
        <ErrorPanel
          error={explainError(allowed.error)}
          onRetry={() => void allowed.refetch()}
          retrying={allowed.isFetching}
        />
      ) : (
        <SkeletonRows rows={6} label={m.tenants_reading_one()} />
      )}
      {allowed.data?.unreadable === 0 && <Outside allowances={allowed.data.rows} />}
    </>
  )
}
