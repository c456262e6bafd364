import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'

import { type Grounds, isGround } from './use-grounds'

import classes from './bulk.module.css'

/** What people have to know of many backups at once where the platform does more than to copy. */
export function BulkBackupNotes({ rows, grounds }: { readonly rows: readonly VmRow[]; readonly grounds: Grounds }) {
  const known = rows.flatMap((row) => {
    const ground = grounds.of(row)
    return isGround(ground) ? [{ vm: row.vm, ways: ground.site.ways }] : []
  })
  const off = known.filter(({ vm, ways }) => ways.interrupts && vm.state === 'on' && vm.block === null).length
  return (
    <>
      {off > 0 && (
        <Notice tone="warning" title={m.ways_bulk_interrupts({ n: off })}>
          <p>{m.ways_bulk_interrupts_text()}</p>
        </Notice>
      )}
      {known.some(({ ways }) => ways.places.length > 0) && <p className={classes['soft']}>{m.ways_bulk_places()}</p>}
    </>
  )
}
