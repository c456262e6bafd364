import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'

import { manager as managerOf, systemTypes } from '~/api/queries/infrastructure'
import type { BackupManager, BackupSystemType } from '~/domain/backup-manager'
import type { Datacenter } from '~/domain/datacenter'
import { useDatacenterInView } from '~/pages/parts/datacenter-in-view'
import { paths } from '~/pages/paths'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { ErrorPanel } from '~/ui/error-panel'
import { Notice } from '~/ui/notice'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { Comparison } from './capability-compare'
import { OwnAbilities, OwnKinds } from './capability-own'
import { systemOf } from './system-of'

import classes from './capabilities.module.css'

/** What the backup system of a datacenter can do: the very facts that the forms of tenants and administrators follow. */
export function Component() {
  const datacenter = useDatacenterInView()
  const connection = useQuery(managerOf(datacenter.id))
  const types = useQuery(systemTypes())
  return (
    <>
      <title>
        {m.common_document_title({
          page: m.infrastructure_document_title({ part: m.infrastructure_tab_capabilities(), name: datacenter.name }),
        })}
      </title>
      {types.data && (
        <div className={classes['layout']}>
          {connection.data !== undefined && (
            <Own datacenter={datacenter} manager={connection.data} types={types.data} />
          )}
          {connection.data === undefined && connection.error && (
            <ErrorPanel error={explainError(connection.error)} onRetry={() => void connection.refetch()} />
          )}
          {types.data.length > 0 && <Comparison types={types.data} connected={connection.data?.type ?? null} />}
        </div>
      )}
      {types.isPending && <SkeletonRows rows={8} />}
      {!types.data && types.error && (
        <ErrorPanel
          error={explainError(types.error)}
          onRetry={() => void types.refetch()}
          retrying={types.isFetching}
        />
      )}
    </>
  )
}

function Own({
  datacenter,
  manager,
  types,
}: {
  readonly datacenter: Datacenter
  readonly manager: BackupManager | null
  readonly types: readonly BackupSystemType[]
}) {
  if (!manager)
    return (
      <Notice
        tone="neutral"
        title={m.infrastructure_capabilities_none({ datacenter: datacenter.name })}
        action={
          <Button component={Link} to={paths.manager(datacenter.id)} size="xs">
            {m.infrastructure_capabilities_connect()}
          </Button>
        }
      >
        {types.length === 0
          ? m.infrastructure_manager_no_types_text()
          : m.infrastructure_capabilities_none_text({ n: types.length })}
      </Notice>
    )
  const system = systemOf(types, manager.type)
  if (!system)
    return (
      <Notice tone="bad" title={m.infrastructure_manager_unloaded({ type: manager.type })}>
        {m.infrastructure_capabilities_unloaded_text()}
      </Notice>
    )
  return (
    <>
      <OwnAbilities system={system} />
      <OwnKinds system={system} />
    </>
  )
}
