import { useQuery } from '@tanstack/react-query'

import { manager as managerOf, systemTypes } from '~/api/queries/infrastructure'
import type { BackupManager, BackupSystemType } from '~/domain/backup-manager'
import type { Datacenter } from '~/domain/datacenter'
import { useDatacenterInView } from '~/pages/parts/datacenter-in-view'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { ErrorPanel } from '~/ui/error-panel'
import { Panel } from '~/ui/page'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { ManagerDelete } from './manager-delete'
import { ManagerEditor } from './manager-editor'
import { ManagerProof } from './manager-proof'

import classes from './manager.module.css'

/** The connection of a datacenter to its backup system: make it, change it, see whether it works, take it away. */
export function Component() {
  const datacenter = useDatacenterInView()
  const connection = useQuery(managerOf(datacenter.id))
  const types = useQuery(systemTypes())
  const error = connection.data === undefined ? connection.error : types.data === undefined ? types.error : null
  return (
    <>
      <title>
        {m.common_document_title({
          page: m.infrastructure_document_title({ part: m.infrastructure_tab_manager(), name: datacenter.name }),
        })}
      </title>
      {error ? (
        <ErrorPanel
          error={explainError(error)}
          onRetry={() => {
            void connection.refetch()
            void types.refetch()
          }}
          retrying={connection.isFetching || types.isFetching}
        />
      ) : connection.data === undefined || !types.data ? (
        <SkeletonRows rows={6} />
      ) : (
        <Page datacenter={datacenter} manager={connection.data} types={types.data} />
      )}
    </>
  )
}

function Page({
  datacenter,
  manager,
  types,
}: {
  readonly datacenter: Datacenter
  readonly manager: BackupManager | null
  readonly types: readonly BackupSystemType[]
}) {
  return (
    <div className={classes['layout']}>
      <ManagerEditor datacenter={datacenter} latest={manager} types={types} />
      <div className={classes['side']}>
        {manager ? (
          <>
            <ManagerProof datacenter={datacenter} manager={manager} types={types} />
            <ManagerDelete datacenter={datacenter} manager={manager} />
          </>
        ) : (
          <Panel title={m.infrastructure_connect_then()}>
            <ol className={classes['then']}>
              <li>{m.infrastructure_connect_then_kept()}</li>
              <li>{m.infrastructure_connect_then_policy()}</li>
              <li>{m.infrastructure_connect_then_proof()}</li>
            </ol>
          </Panel>
        )}
      </div>
    </div>
  )
}
