import { Button } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from 'react-router'

import { isAllowed, type Wishes } from '~/domain/allowance-plan'
import { mayOpenBackupSide } from '~/domain/may-administer'
import type { OfferedPolicy } from '~/domain/policy'
import type { Allowance } from '~/domain/tenant'
import { paths } from '~/pages/paths'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { ErrorPanel } from '~/ui/error-panel'
import { Panel } from '~/ui/page'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { DetailPolicy } from './detail-policy'
import { bulkOf, type Grounds } from './matrix-grounds'
import type { SetCells } from './matrix-menu'
import { inPolicyOrder } from './matrix-view'

import classes from './detail.module.css'

type Offer = UseQueryResult<{ readonly rows: readonly OfferedPolicy[]; readonly unreadable: number }>

interface PlaceProps {
  readonly allowance: Allowance
  readonly wishes: Wishes
  readonly grounds: Grounds
  readonly onSet: SetCells
}

/** One datacenter that the tenant may use, with its policies. */
export function DetailDatacenter({ offer, ...rest }: PlaceProps & { readonly offer: Offer }) {
  const { allowance, wishes, grounds } = rest
  const { datacenter } = allowance
  const policies = offer.data ? inPolicyOrder(offer.data.rows) : []
  const allowed = policies.filter(({ id }) => isAllowed(wishes, allowance, id)).length
  const opens = mayOpenBackupSide(grounds.actor).ok
  return (
    <Panel
      title={<bdi>{datacenter.name}</bdi>}
      flush
      {...(offer.data && { text: m.tenants_allowed_of({ n: allowed, total: policies.length }) })}
      actions={
        <>
          <BulkButtons {...rest} policies={policies} />
          {opens && (
            <Button component={Link} to={paths.allowances(datacenter.id)} variant="subtle" size="xs">
              {m.tenants_all_tenants_here()}
            </Button>
          )}
        </>
      }
    >
      {offer.data ? (
        <Policies {...rest} policies={policies} unreadable={offer.data.unreadable} />
      ) : (
        <div className={classes['inside']}>
          {offer.error ? (
            <ErrorPanel
              error={explainError(offer.error)}
              onRetry={() => void offer.refetch()}
              retrying={offer.isFetching}
            />
          ) : (
            <SkeletonRows rows={4} label={m.tenants_reading_policies({ datacenter: datacenter.name })} />
          )}
        </div>
      )}
    </Panel>
  )
}

const BulkButtons = ({
  allowance,
  wishes,
  grounds,
  policies,
  onSet,
}: PlaceProps & { readonly policies: readonly OfferedPolicy[] }) =>
  [true, false].map((wanted) => {
    const bulk = bulkOf(grounds, wishes, { rows: [allowance], columns: policies }, wanted)
    return (
      bulk.cells.length > 1 && (
        <Button key={String(wanted)} variant="subtle" size="xs" onClick={() => onSet(bulk, wanted)}>
          {wanted ? m.tenants_allow_here({ n: bulk.cells.length }) : m.tenants_withdraw_here({ n: bulk.cells.length })}
        </Button>
      )
    )
  })

function Policies({
  policies,
  unreadable,
  ...rest
}: PlaceProps & { readonly policies: readonly OfferedPolicy[]; readonly unreadable: number }) {
  const known = new Set(policies.map(({ id }) => id))
  const unknown = rest.allowance.policyIds.filter((id) => !known.has(id)).length
  const left = Math.max(unknown, unreadable)
  return (
    <>
      {policies.length === 0 && (
        <p className={classes['inside']}>
          {m.tenants_no_policies_here()}{' '}
          {mayOpenBackupSide(rest.grounds.actor).ok && (
            <Link className={classes['link']} to={paths.newPolicy(rest.allowance.datacenter.id)}>
              {m.tenants_new_policy()}
            </Link>
          )}
        </p>
      )}
      <ul
        className={classes['policies']}
        aria-label={m.tenants_policies_of({ datacenter: rest.allowance.datacenter.name })}
      >
        {policies.map((policy) => (
          <DetailPolicy key={policy.id} {...rest} policy={policy} />
        ))}
      </ul>
      {left > 0 && <p className={classes['inside']}>{m.tenants_policies_left({ n: left })}</p>}
    </>
  )
}
