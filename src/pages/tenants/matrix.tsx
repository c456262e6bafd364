import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'

import { offeredPolicies } from '~/api/queries/infrastructure'
import { allowances, tenants } from '~/api/queries/tenants'
import type { Datacenter } from '~/domain/datacenter'
import { mayOpenTenants } from '~/domain/may-administer'
import { useDatacenterInView } from '~/pages/parts/datacenter-in-view'
import { EvidenceButton } from '~/pages/parts/evidence/evidence-button'
import { Freshness } from '~/pages/parts/freshness'
import { ListSection } from '~/pages/parts/list-section'
import { useActor } from '~/pages/parts/use-actor'
import { useUsage } from '~/pages/parts/use-usage'
import { paths } from '~/pages/paths'
import { explainError } from '~/texts/errors'
import { formatList } from '~/texts/format'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Refusal } from '~/ui/action'
import { EmptyState } from '~/ui/empty-state'
import { ErrorPanel } from '~/ui/error-panel'
import { Notice } from '~/ui/notice'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { MatrixBoard } from './matrix-board'
import { matrixEvidence } from './matrix-evidence'
import { readMatrixView } from './matrix-view'
import { usageWords } from './usage-words'

import classes from './matrix.module.css'

/** Which tenants may use which policies of a datacenter. */
export function Component() {
  const datacenter = useDatacenterInView()
  const offered = useQuery(offeredPolicies(datacenter.id))
  const allowed = useQuery(allowances(datacenter.id))
  const [params] = useSearchParams()
  const failed = [offered, allowed].find((reading) => !reading.data && reading.error)
  return (
    <>
      <title>{m.common_document_title({ page: m.tenants_matrix_document({ name: datacenter.name }) })}</title>
      <ListSection
        title={m.tenants_matrix_title()}
        note={allowed.data && <Freshness reading={allowed} unreadable={allowed.data.unreadable} />}
        aside={
          offered.data &&
          allowed.data && (
            <EvidenceButton
              reads={[`listOfferedPolicies ${datacenter.id}`, `listAllowances ${datacenter.id}`]}
              make={() =>
                matrixEvidence({
                  datacenter: datacenter.name,
                  allowances: allowed.data.rows,
                  policies: offered.data.rows,
                  view: readMatrixView(params),
                  reading: {
                    dataUpdatedAt: Math.min(offered.dataUpdatedAt, allowed.dataUpdatedAt),
                    isRefetchError: offered.isRefetchError || allowed.isRefetchError,
                    unreadable: offered.data.unreadable + allowed.data.unreadable,
                  },
                })
              }
            />
          )
        }
      >
        <Notes datacenter={datacenter} />
        {offered.data && offered.data.unreadable > 0 && (
          <Notice tone="warning" title={m.tenants_policies_unreadable({ n: offered.data.unreadable })} />
        )}
        {failed?.error ? (
          <ErrorPanel
            error={explainError(failed.error)}
            onRetry={() => void failed.refetch()}
            retrying={failed.isFetching}
          />
        ) : !offered.data || !allowed.data ? (
          <SkeletonRows rows={6} label={m.tenants_matrix_loading()} />
        ) : offered.data.rows.length === 0 ? (
          <NoPolicies datacenter={datacenter} />
        ) : allowed.data.rows.length === 0 ? (
          <EmptyState level={3} title={m.tenants_none_here()} text={m.tenants_none_here_text()} />
        ) : (
          <MatrixBoard
            key={datacenter.id}
            datacenter={datacenter}
            policies={offered.data.rows}
            standing={{ allowances: allowed.data.rows, fresh: !allowed.isRefetchError }}
            onLook={() => void allowed.refetch()}
          />
        )}
        <Outside datacenter={datacenter} />
      </ListSection>
    </>
  )
}

/** What one must know to read the table, and only that. */
function Notes({ datacenter }: { readonly datacenter: Datacenter }) {
  const may = explain(mayOpenTenants(useActor()))
  const usage = useUsage()
  const words = usageWords(usage)
  return (
    <>
      {!may.ok && (
        <Notice tone="neutral" title={m.tenants_look_only()}>
          <Refusal verdict={may} />
        </Notice>
      )}
      <p className={classes['note']}>
        {m.tenants_creator_note({ datacenter: datacenter.name })} {words}
      </p>
    </>
  )
}

const NoPolicies = ({ datacenter }: { readonly datacenter: Datacenter }) => (
  <EmptyState
    level={3}
    title={m.tenants_no_policies()}
    text={m.tenants_no_policies_text()}
    action={
      <Button component={Link} to={paths.newPolicy(datacenter.id)}>
        {m.tenants_new_policy()}
      </Button>
    }
  />
)

const fewNames = 8

/** Tenants that are no rows, because they may use nothing of this datacenter at all. */
function Outside({ datacenter }: { readonly datacenter: Datacenter }) {
  const may = mayOpenTenants(useActor()).ok
  const everyone = useQuery({ ...tenants(), enabled: may })
  const allowed = useQuery(allowances(datacenter.id))
  // Of a row that could not be read nobody knows whose it is: then no tenant is called shut out.
  if (!everyone.data || !allowed.data || allowed.data.unreadable > 0) return null
  const inside = new Set(allowed.data.rows.map(({ tenant }) => tenant.id))
  const outside = everyone.data.rows.filter(({ id }) => !inside.has(id)).map(({ name }) => name)
  if (outside.length === 0) return null
  const names =
    outside.length > fewNames
      ? [...outside.slice(0, fewNames), m.tenants_and_more({ n: outside.length - fewNames })]
      : outside
  return <p className={classes['note']}>{m.tenants_outside({ n: outside.length, names: formatList(names) })}</p>
}
