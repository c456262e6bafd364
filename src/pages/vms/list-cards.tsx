import type { ComponentProps, ReactNode } from 'react'

import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { hasTenants } from '~/pages/parts/fleet/fleet-rows'
import { m } from '~/texts/messages'
import { perLanguage } from '~/texts/per-language'
import { CardGrid, CardSkeletons } from '~/ui/card-grid'

import { cardHeight, cardHeightWithTenant, cardWidth, VmCard } from './list-card'

import classes from './list-card.module.css'

const drawn = perLanguage(() => ({ plain: new WeakMap<VmRow, ReactNode>(), tenants: new WeakMap<VmRow, ReactNode>() }))

/**
 * The card of a row, the same element for the same row: React then leaves it alone while the list scrolls, and only
 * the cards that come into sight are drawn. Rows are made anew when anything about them changes.
 */
function cardOf(row: VmRow, tenants: boolean): ReactNode {
  const known = drawn()[tenants ? 'tenants' : 'plain']
  const card = known.get(row) ?? <VmCard row={row} tenants={tenants} />
  known.set(row, card)
  return card
}

/** The VMs as cards; only those in sight are drawn. */
export const VmCards = ({ rows }: { readonly rows: readonly VmRow[] }) => (
  <VmCardGrid items={rows} tenants={hasTenants(rows)} />
)

type GridProps = Pick<ComponentProps<typeof CardGrid<VmRow>>, 'items' | 'blank' | 'onSight'>

/** Cards of VMs that may come later. `tenants`: each says whose it is. */
export function VmCardGrid({ tenants, ...grid }: GridProps & { readonly tenants: boolean }) {
  return (
    <CardGrid
      {...grid}
      label={m.vms_title()}
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
    <VmCardSkeleton />
  </CardSkeletons>
)

/** A card before its VM is known: one element, for a jump in a long list draws dozens of them. */
export const VmCardSkeleton = () => (
  <span className={`${classes['card'] ?? ''} ${classes['skeleton'] ?? ''}`} aria-hidden="true" />
)

/** In place of a card whose VM is not to be had. */
export const VmCardMissing = ({ words }: { readonly words: string }) => (
  <p className={`${classes['card'] ?? ''} ${classes['missing'] ?? ''}`}>{words}</p>
)
