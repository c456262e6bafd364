import { Button } from '@mantine/core'

import type { LongList } from '~/api/queries/fleet-windows'
import type { Surroundings } from '~/pages/parts/fleet/fleet-rows'
import type { Layout, View } from '~/pages/parts/fleet/fleet-view'
import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'
import { SkeletonBar } from '~/ui/skeleton-rows'

import { VmCardGrid, VmCardMissing, VmCardSkeleton } from './list-cards'
import { VmTable } from './list-table'
import { type Standing, useWindows } from './long-windows'

import classes from './long-windowed.module.css'

const words: Readonly<Record<Exclude<Standing, 'coming'>, () => string>> = {
  failed: m.vms_long_row_failed,
  unreadable: m.vms_long_row_unreadable,
}

/** A list too long to be read whole: what is in sight, and grey shapes while it is on its way. */
export function WindowedVms({
  list,
  total,
  around,
  now,
  tenants,
  layout,
  onSort,
}: {
  readonly list: LongList
  readonly total: number
  readonly around: Surroundings
  readonly now: Date
  readonly tenants: boolean
  readonly layout: Layout
  readonly onSort: (sort: View['sort']) => void
}) {
  const { rows, onSight, standing, error, busy, again } = useWindows(list, total, around, now)
  const card = (place: number) => {
    const at = standing(place)
    return at === 'coming' ? <VmCardSkeleton /> : <VmCardMissing words={words[at]()} />
  }
  const line = (place: number) => {
    const at = standing(place)
    return at === 'coming' ? <SkeletonBar width="60%" /> : <span className={classes['soft']}>{words[at]()}</span>
  }
  return (
    <>
      {layout === 'cards' ? (
        <VmCardGrid items={rows} tenants={tenants} blank={card} onSight={onSight} />
      ) : (
        <VmTable
          rows={rows}
          tenants={tenants}
          blank={line}
          onSight={onSight}
          sort={{ key: 'name', direction: list.descending ? 'desc' : 'asc' }}
          onSort={onSort}
        />
      )}
      {error && (
        <div className={classes['failed']}>
          <Notice
            tone="unknown"
            announce="status"
            title={m.vms_long_failed_title()}
            action={
              <Button variant="default" size="xs" loading={busy} onClick={again}>
                {m.common_retry()}
              </Button>
            }
          />
        </div>
      )}
    </>
  )
}
