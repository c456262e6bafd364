import { useQuery } from '@tanstack/react-query'

import { offeredPolicies } from '~/api/queries/infrastructure'
import { mayChangeBackupSide } from '~/domain/may-administer'
import { useDatacenterInView } from '~/pages/parts/datacenter-in-view'
import { Freshness } from '~/pages/parts/freshness'
import { ListSection } from '~/pages/parts/list-section'
import { useAdministration } from '~/pages/parts/use-administration'
import { paths } from '~/pages/paths'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'
import { EmptyState } from '~/ui/empty-state'
import { ErrorPanel } from '~/ui/error-panel'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { Policies } from './list-policies'

import classes from './list.module.css'

/** The policies that a datacenter offers to its tenants: what they do, who uses them and who may. */
export function Component() {
  const datacenter = useDatacenterInView()
  const offered = useQuery(offeredPolicies(datacenter.id))
  const verdict = explain(mayChangeBackupSide(useAdministration()))
  const empty = offered.data !== undefined && offered.data.rows.length + offered.data.unreadable === 0
  return (
    <ListSection
      title={m.offers_title()}
      note={
        offered.data ? (
          <Freshness reading={offered} unreadable={offered.data.unreadable} />
        ) : (
          <p className={classes['shown']}>{m.offers_about()}</p>
        )
      }
      aside={
        // Where there is none yet, the way to the first one stands in their place.
        !empty && (
          <Action verdict={verdict} to={paths.newPolicy(datacenter.id)}>
            {m.offers_new()}
          </Action>
        )
      }
    >
      <title>
        {m.common_document_title({
          page: m.offers_document_title({ part: m.offers_title(), datacenter: datacenter.name }),
        })}
      </title>
      {empty && (
        <EmptyState
          level={3}
          shape="shield"
          title={m.offers_empty_title()}
          text={m.offers_empty_text()}
          action={
            <Action verdict={verdict} to={paths.newPolicy(datacenter.id)}>
              {m.offers_empty_action()}
            </Action>
          }
        />
      )}
      {offered.data && offered.data.rows.length > 0 && (
        <Policies
          datacenter={datacenter}
          policies={offered.data.rows}
          offered={{
            dataUpdatedAt: offered.dataUpdatedAt,
            isRefetchError: offered.isRefetchError,
            unreadable: offered.data.unreadable,
          }}
        />
      )}
      {offered.isPending && <SkeletonRows rows={6} height={64} label={m.offers_loading()} />}
      {!offered.data && offered.error && (
        <ErrorPanel
          error={explainError(offered.error)}
          onRetry={() => void offered.refetch()}
          retrying={offered.isFetching}
        />
      )}
    </ListSection>
  )
}
