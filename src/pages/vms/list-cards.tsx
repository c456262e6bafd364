import { m } from '~/texts/messages'
import { CardGrid, CardSkeletons } from '~/ui/card-grid'
import { SkeletonBar } from '~/ui/skeleton-rows'

import { cardHeight, cardWidth, VmCard } from './list-card'
import type { VmRow } from './list-rows'
import { hasTenants } from './list-rows'

import classes from './list-card.module.css'

/** The VMs as cards; only those in sight are drawn. */
export function VmCards({ rows }: { readonly rows: readonly VmRow[] }) {
  const tenants = hasTenants(rows)
  return (
    <CardGrid label={m.vms_title()} items={rows} height={cardHeight} leastWidth={cardWidth}>
      {(row) => <VmCard row={row} tenants={tenants} />}
    </CardGrid>
  )
}

/** Cards before anything is known, in the same geometry. */
export const VmCardSkeletons = () => (
  <CardSkeletons label={m.vms_loading()} count={12} height={cardHeight} leastWidth={cardWidth}>
    <span className={`${classes['card'] ?? ''} ${classes['skeleton'] ?? ''}`}>
      <SkeletonBar width="55%" height="1rem" />
      <SkeletonBar width="70%" />
      <SkeletonBar width="80%" />
      <SkeletonBar width="40%" height="1rem" />
    </span>
  </CardSkeletons>
)
