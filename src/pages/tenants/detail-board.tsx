import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'

import { offeredPolicies } from '~/api/queries/infrastructure'
import { changesIn, planOf, restOf, type Wishes, withoutWishesFor, withWish } from '~/domain/allowance-plan'
import type { Tenant } from '~/domain/tenant'
import { useActor } from '~/pages/parts/use-actor'
import { useUsage } from '~/pages/parts/use-usage'
import { m } from '~/texts/messages'
import { EmptyState } from '~/ui/empty-state'
import { UnsavedGuard } from '~/ui/use-unsaved-guard'

import { Apply } from './apply'
import { ApplyBar } from './apply-bar'
import type { Standing } from './apply-result'
import { DetailDatacenter } from './detail-datacenter'
import { groundsOf } from './matrix-grounds'
import type { SetCells } from './matrix-menu'
import { usageWords } from './usage-words'
import { useApply } from './use-apply'

import classes from './detail.module.css'

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
  const [reviewing, setReviewing] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const { allowances } = standing
  const offers = useQueries({ queries: allowances.map(({ datacenter }) => offeredPolicies(datacenter.id)) })
  const usage = useUsage()
  const run = useApply()
  const grounds = groundsOf(useActor(), usage.usage, run.busy)
  const plan = planOf(allowances, wishes)
  const note = usageWords(usage)
  const onSet: SetCells = ({ cells, refused }, wanted) => {
    setWishes((before) =>
      cells.reduce((sum, { allowance, policyId }) => withWish(sum, allowance, policyId, wanted), before),
    )
    setSaid(refused > 0 ? m.tenants_said({ n: refused }) : null)
  }
  const onClose = (): void => {
    setReviewing(false)
    if (run.busy) return
    const settled = (run.state?.lines ?? []).filter((line) => restOf(line, allowances) === null)
    setWishes((before) => withoutWishesFor(before, new Set(settled.map(({ id }) => id))))
    run.clear()
  }
  const policyName = (id: string): string =>
    offers.flatMap(({ data }) => data?.rows ?? []).find((one) => one.id === id)?.name ?? m.tenants_policy_unknown()
  if (allowances.length === 0) return <EmptyState title={m.tenants_no_places()} text={m.tenants_no_places_text()} />
  return (
    <div className={classes['board']}>
      <UnsavedGuard dirty={plan.length > 0 || run.busy} />
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
      <ApplyBar
        plan={plan}
        lines={m.tenants_in_datacenters({ n: plan.length })}
        run={run.state}
        said={said}
        onReview={() => setReviewing(true)}
        onDiscard={() => {
          setSaid(null)
          setWishes(nothing)
        }}
      />
      <Apply
        opened={reviewing && (run.state !== null || changesIn(plan) > 0)}
        plan={plan}
        run={run}
        standing={standing}
        names={{ lineName: ({ datacenter }) => datacenter.name, policyName }}
        about={tenant.name}
        onLook={onLook}
        onClose={onClose}
      />
    </div>
  )
}
