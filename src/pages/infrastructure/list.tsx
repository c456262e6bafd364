import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'

import { datacenters } from '~/api/queries/infrastructure'
import type { Datacenter } from '~/domain/datacenter'
import { mayOpenBackupSide, mayOpenInfrastructure } from '~/domain/may-administer'
import { Freshness } from '~/pages/parts/freshness'
import { Gate } from '~/pages/parts/gate'
import { useActor } from '~/pages/parts/use-actor'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { CardGrid, CardSkeletons } from '~/ui/card-grid'
import { Part } from '~/ui/crash-boundary'
import { EmptyState } from '~/ui/empty-state'
import { ErrorPanel } from '~/ui/error-panel'
import { PageHeader } from '~/ui/page'
import { SkeletonBar } from '~/ui/skeleton-rows'

import { cardHeight, cardWidth, DatacenterCard } from './list-card'
import { NamesOnly } from './list-names'
import { DatacenterToolbar } from './list-toolbar'
import { datacentersInView, type ListView, readListView, writeListView } from './list-view'
import { useSight } from './use-sight'

import card from './list-card.module.css'
import classes from './list.module.css'

/** All datacenters in sight, each with its backup system at a glance. */
export function Component() {
  return (
    <Gate verdict={mayOpenInfrastructure(useActor())} title={m.infrastructure_title()}>
      <Datacenters />
    </Gate>
  )
}

function Datacenters() {
  const found = useQuery(datacenters())
  const backupSide = explain(mayOpenBackupSide(useActor()))
  return (
    <>
      <PageHeader
        title={m.infrastructure_title()}
        {...(found.data && { text: <Freshness reading={found} unreadable={found.data.unreadable} /> })}
      />
      {found.data?.rows.length === 0 && (
        <EmptyState title={m.infrastructure_list_empty()} text={m.infrastructure_list_empty_text()} />
      )}
      {found.data &&
        found.data.rows.length > 0 &&
        (backupSide.ok ? <Cards rows={found.data.rows} /> : <NamesOnly rows={found.data.rows} refusal={backupSide} />)}
      {found.isPending && (
        <CardSkeletons label={m.infrastructure_list_loading()} count={3} height={cardHeight} leastWidth={cardWidth}>
          <span className={`${card['card'] ?? ''} ${card['skeleton'] ?? ''}`}>
            <SkeletonBar width="40%" height="1.25rem" />
            <SkeletonBar width="60%" />
            <SkeletonBar width="50%" />
          </span>
        </CardSkeletons>
      )}
      {!found.data && found.error && (
        <ErrorPanel
          error={explainError(found.error)}
          onRetry={() => void found.refetch()}
          retrying={found.isFetching}
        />
      )}
    </>
  )
}

const searchFrom = 9

function Cards({ rows }: { readonly rows: readonly Datacenter[] }) {
  const [params, setParams] = useSearchParams()
  const sight = useSight()
  const view = readListView(params)
  const look = (next: ListView): void => setParams(writeListView(next), { replace: true, preventScrollReset: true })
  const shown = datacentersInView(rows, view, sight)
  return (
    <>
      {(rows.length >= searchFrom || view.text !== '') && <DatacenterToolbar view={view} onChange={look} />}
      <p className={classes['shown']} aria-live="polite">
        {shown.length === rows.length
          ? m.infrastructure_list_count({ n: rows.length })
          : m.infrastructure_list_shown({ shown: shown.length, n: rows.length })}
      </p>
      {shown.length === 0 ? (
        <EmptyState
          shape="question"
          title={m.infrastructure_list_no_match()}
          text={m.infrastructure_list_no_match_text()}
          action={
            <Button variant="default" onClick={() => look({ ...view, text: '' })}>
              {m.infrastructure_list_clear()}
            </Button>
          }
        />
      ) : (
        <Part>
          <CardGrid label={m.infrastructure_list_label()} items={shown} height={cardHeight} leastWidth={cardWidth}>
            {(datacenter) => <DatacenterCard key={datacenter.id} datacenter={datacenter} sight={sight} />}
          </CardGrid>
        </Part>
      )}
    </>
  )
}
