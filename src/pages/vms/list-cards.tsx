import type { ReactNode } from 'react'

import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { hasTenants } from '~/pages/parts/fleet/fleet-rows'
import { m } from '~/texts/messages'
import { CardGrid, CardSkeletons } from '~/ui/card-grid'
import { SkeletonBar } from '~/ui/skeleton-rows'

import { cardHeight, cardHeightWithTenant, cardWidth, VmCard } from './list-card'

import classes from './list-card.module.css'

const drawn = { plain: new WeakMap<VmRow, ReactNode>(), tenants: new WeakMap<VmRow, ReactNode>() }

/**
 * The card of a row, the same element for the same row: React then leaves it alone while the list scrolls, and only
 * the cards that come into sight are drawn. Rows are made anew when anything about them changes.
 */
function cardOf(row: VmRow, tenants: boolean): ReactNode {
  const known = tenants ? drawn.tenants : drawn.plain
  const card = known.get(row) ?? <VmCard row={row} tenants={tenants} />
  known.set(row, card)
  return card
}

/** The VMs as cards; only those in sight are drawn. */
export function VmCards({ rows }: { readonly rows: readonly VmRow[] }) {
  const tenants = hasTenants(rows)
  return (
    <CardGrid
      label={m.vms_title()}
      items={rows}
      height={tenants ? cardHeightWithTenant : cardHeight}
      leastWidth={cardWidth}
    >
      {(row) => cardOf(row, tenants)}
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
