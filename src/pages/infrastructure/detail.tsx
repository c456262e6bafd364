import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'

import { datacenters } from '~/api/queries/infrastructure'
import type { Datacenter } from '~/domain/datacenter'
import { mayOpenBackupSide } from '~/domain/may-administer'
import { DatacenterOutlet } from '~/pages/parts/datacenter-in-view'
import { Gate } from '~/pages/parts/gate'
import { TabLinks } from '~/pages/parts/tab-links'
import { useActor } from '~/pages/parts/use-actor'
import { paths } from '~/pages/paths'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { DatacenterClock } from '~/ui/clock'
import { EmptyState } from '~/ui/empty-state'
import { ErrorPanel } from '~/ui/error-panel'
import { PageHeader } from '~/ui/page'
import { SkeletonRows } from '~/ui/skeleton-rows'

import classes from './detail.module.css'

/** The backup side of a datacenter; its parts below are addresses of their own. */
export function Component() {
  return (
    <Gate verdict={mayOpenBackupSide(useActor())} title={m.infrastructure_title()}>
      <Found />
    </Gate>
  )
}

function Found() {
  const { datacenter: id = '' } = useParams()
  const places = useQuery(datacenters())
  const datacenter = places.data?.rows.find((one) => one.id === id)
  if (datacenter) return <Frame key={id} datacenter={datacenter} />
  if (places.isPending) return <SkeletonRows rows={6} label={m.infrastructure_loading()} />
  if (places.error) return <ErrorPanel heads error={explainError(places.error)} onRetry={() => void places.refetch()} />
  return (
    <EmptyState
      level={1}
      shape="question"
      title={m.infrastructure_gone_title()}
      text={m.tenants_gone_text()}
      action={
        <Button component={Link} to={paths.infrastructure()}>
          {m.infrastructure_back()}
        </Button>
      }
    />
  )
}

function Frame({ datacenter }: { readonly datacenter: Datacenter }) {
  const { id, name, location } = datacenter
  return (
    <DatacenterClock zone={datacenter.timeZone}>
      <div className={classes['page']}>
        <PageHeader
          title={name}
          back={{ to: paths.infrastructure(), label: m.infrastructure_back() }}
          {...(location !== null && location !== name && { text: <bdi>{location}</bdi> })}
        />
        <TabLinks
          label={m.infrastructure_tabs()}
          tabs={[
            { to: paths.datacenter(id), label: m.infrastructure_tab_overview() },
            { to: paths.manager(id), label: m.infrastructure_tab_manager() },
            { to: paths.properties(id), label: m.infrastructure_tab_properties() },
            { to: paths.offeredPolicies(id), label: m.infrastructure_tab_policies(), deep: true },
            { to: paths.allowances(id), label: m.infrastructure_tab_tenants() },
            { to: paths.capabilities(id), label: m.infrastructure_tab_capabilities() },
          ]}
        />
        <DatacenterOutlet datacenter={datacenter} />
      </div>
    </DatacenterClock>
  )
}
