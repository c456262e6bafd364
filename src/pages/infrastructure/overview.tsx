import { Anchor } from '@mantine/core'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

import { systemTypes } from '~/api/queries/infrastructure'
import type { Datacenter } from '~/domain/datacenter'
import { useDatacenterInView } from '~/pages/parts/datacenter-in-view'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { ErrorPanel } from '~/ui/error-panel'
import { Panel } from '~/ui/page'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { Glance } from './glance'
import { unprotectedLink } from './links'
import { PoliciesPanel, TenantsPanel } from './overview-offers'
import { ServerSettings } from './overview-server'
import { SetUpSteps } from './overview-setup'
import { SwitchesPanel, SystemPanel } from './overview-system'
import { systemOf } from './system-of'
import { type SetUp, useSetUp } from './use-setup'
import { type Sight, useSight } from './use-sight'

import classes from './overview.module.css'

/** A datacenter and its backups: the way to set it up as long as something is missing, then how it stands. */
export function Component() {
  const datacenter = useDatacenterInView()
  const sight = useSight()
  const setUp = useSetUp(datacenter, sight)
  const { connection, policies } = setUp
  // Nothing of a datacenter that has nothing: only the way on.
  const empty = connection.data === null && policies.data?.rows.length === 0 && policies.data.unreadable === 0
  return (
    <div className={classes['page']}>
      <title>
        {m.common_document_title({
          page: m.infrastructure_document_title({ part: m.infrastructure_tab_overview(), name: datacenter.name }),
        })}
      </title>
      {setUp.settingUp && <SetUpSteps datacenter={datacenter} setUp={setUp} />}
      {!empty && <Standing datacenter={datacenter} setUp={setUp} sight={sight} />}
      <ServerSettings type={connection.data?.type ?? null} />
    </div>
  )
}

function Standing({
  datacenter,
  setUp: { connection, rules, policies, allowed },
  sight,
}: {
  readonly datacenter: Datacenter
  readonly setUp: SetUp
  readonly sight: Sight
}) {
  const types = useQuery(systemTypes())
  const coverage = sight.coverageOf(datacenter)
  const without = coverage.state === 'read' ? coverage.value.withoutPolicy : 0
  return (
    <>
      <Panel
        title={m.infrastructure_overview_glance()}
        actions={
          without > 0 && (
            <Anchor component={Link} to={unprotectedLink(datacenter)} size="sm">
              {m.infrastructure_overview_without({ n: without })}
            </Anchor>
          )
        }
      >
        <Glance datacenter={datacenter} policies={policies} sight={sight} wide />
      </Panel>
      <div className={classes['columns']}>
        <Part reading={connection} title={m.infrastructure_card_system()}>
          {(manager) => manager && <SystemPanel datacenter={datacenter} manager={manager} types={types.data} />}
        </Part>
        <Part reading={rules} title={m.infrastructure_properties_title()}>
          {({ rules: found }) => (
            <SwitchesPanel
              datacenter={datacenter}
              rules={found}
              system={connection.data ? systemOf(types.data, connection.data.type) : null}
            />
          )}
        </Part>
        <Part reading={policies} title={m.infrastructure_overview_policies()}>
          {({ rows }) => rows.length > 0 && <PoliciesPanel datacenter={datacenter} policies={rows} />}
        </Part>
        {allowed.error?.kind === 'forbidden' ? (
          <Panel title={m.infrastructure_overview_tenants()} text={m.infrastructure_unseen()} />
        ) : (
          <Part reading={allowed} title={m.infrastructure_overview_tenants()}>
            {({ rows }) => (
              <TenantsPanel datacenter={datacenter} policies={policies.data?.rows ?? []} allowances={rows} />
            )}
          </Part>
        )}
      </div>
    </>
  )
}

/** One part of the overview, which may come late or fail by itself. */
function Part<T>({
  reading,
  title,
  children,
}: {
  readonly reading: UseQueryResult<T>
  readonly title: string
  readonly children: (data: T) => ReactNode
}) {
  if (reading.data !== undefined) return children(reading.data)
  return (
    <Panel title={title}>
      {reading.error ? (
        <ErrorPanel
          error={explainError(reading.error)}
          onRetry={() => void reading.refetch()}
          retrying={reading.isFetching}
        />
      ) : (
        <SkeletonRows rows={3} />
      )}
    </Panel>
  )
}
