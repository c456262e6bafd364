import { useQueries } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import { offeredPolicies } from '~/api/queries/infrastructure'
import { planOf, type Wishes, withoutWishesFor, withWish } from '~/domain/allowance-plan'
import type { Tenant } from '~/domain/tenant'
import { remember } from '~/pages/parts/remember'
import { useActor } from '~/pages/parts/use-actor'
import { useUsage } from '~/pages/parts/use-usage'
import { m } from '~/texts/messages'
import { compareWords } from '~/texts/order'
import { EmptyState } from '~/ui/empty-state'

import { ApplyFoot } from './apply-foot'
import type { Standing } from './apply-result'
import { DetailDatacenter } from './detail-datacenter'
import { groundsOf } from './matrix-grounds'
import type { SetCells } from './matrix-menu'
import { usageWords } from './usage-words'
import { useApply } from './use-apply'

import classes from './detail.module.css'

const inPlaceOrder = remember((allowances: Standing['allowances']) =>
  allowances.toSorted((one, other) => compareWords(one.datacenter.name, other.datacenter.name)),
)

const nothing: Wishes = new Map()

/** A panel for each datacenter with its policies to tick, what was changed in them, and the way to send that. */
export function DetailBoard({
  tenant,
  standing,
  onLook,
}: {
  readonly tenant: Tenant
  readonly standing: Standing
  readonly onLook: () => void
}) {
  const [wishes, setWishes] = useState(nothing)
  const [said, setSaid] = useState<string | null>(null)
  const allowances = inPlaceOrder(standing.allowances)
  const offers = useQueries({ queries: allowances.map(({ datacenter }) => offeredPolicies(datacenter.id)) })
  const usage = useUsage()
  const run = useApply()
  const board = useRef<HTMLDivElement>(null)
  const grounds = groundsOf(useActor(), usage.usage, run.busy)
  const plan = planOf(allowances, wishes)
  const note = usageWords(usage)
  const onSet: SetCells = ({ cells, refused }, wanted) => {
    setWishes((before) =>
      cells.reduce((sum, { allowance, policyId }) => withWish(sum, allowance, policyId, wanted), before),
    )
    setSaid(refused > 0 ? m.tenants_said({ n: refused }) : null)
  }
  const onForget = (rows: ReadonlySet<string> | 'all'): void => {
    setSaid(null)
    setWishes((before) => (rows === 'all' ? nothing : withoutWishesFor(before, rows)))
  }
  const policyName = (id: string): string =>
    offers.flatMap(({ data }) => data?.rows ?? []).find((one) => one.id === id)?.name ?? m.tenants_policy_unknown()
  if (allowances.length === 0) return <EmptyState title={m.tenants_no_places()} text={m.tenants_no_places_text()} />
  return (
    <div ref={board} tabIndex={-1} className={classes['board']}>
      {note !== null && <p className={classes['note']}>{note}</p>}
      <div className={classes['places']}>
        {allowances.map((allowance, at) => {
          const offer = offers[at]
          return (
            offer && (
              <DetailDatacenter
                key={allowance.id}
                allowance={allowance}
                offer={offer}
                wishes={wishes}
                grounds={grounds}
                onSet={onSet}
              />
            )
          )
        })}
      </div>
      <ApplyFoot
        board={board}
        plan={plan}
        words={m.tenants_in_datacenters({ n: plan.length })}
        run={run}
        standing={standing}
        names={{ lineName: ({ datacenter }) => datacenter.name, policyName }}
        about={tenant.name}
        said={said}
        onForget={onForget}
        onLook={onLook}
      />
    </div>
  )
}
