import type { LongList } from '~/api/queries/fleet-windows'
import type { Surroundings } from '~/pages/parts/fleet/fleet-rows'
import type { Layout, View } from '~/pages/parts/fleet/fleet-view'
import { BlankLine, missingWords, WindowsFailed } from '~/pages/parts/windowed'

import { VmCardGrid, VmCardMissing, VmCardSkeleton } from './list-cards'
import { VmTable } from './list-table'
import { useVmWindows } from './long-windows'

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
  const windows = useVmWindows(list, total, around, now)
  const { rows, onSight, standing } = windows
  const card = (place: number) => {
    const at = standing(place)
    return at === 'coming' ? <VmCardSkeleton /> : <VmCardMissing words={missingWords[at]()} />
  }
  const line = (place: number) => <BlankLine standing={standing(place)} />
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
      <WindowsFailed windows={windows} />
    </>
  )
}
