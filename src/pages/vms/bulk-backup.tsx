import { Checkbox } from '@mantine/core'
import { useState } from 'react'

import { mayReplicate } from '~/domain/may-back-up'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { m } from '~/texts/messages'

import { BulkBackupNotes } from './bulk-backup-notes'
import { BulkDryRun } from './bulk-dry-run'
import { type Grounds, isGround } from './use-grounds'

import classes from './bulk.module.css'

/** Backups of many VMs now: whether they are copied to a second place, and what it would do to each. */
export function BulkBackup({ rows, grounds }: { readonly rows: readonly VmRow[]; readonly grounds: Grounds }) {
  const [replicate, setReplicate] = useState(false)
  const [own, setOwn] = useState<Readonly<Record<string, boolean>>>({})
  const possible = rows.some((row) => {
    const ground = grounds.of(row)
    return isGround(ground) && mayReplicate(ground.site).ok
  })
  return (
    <div className={classes['page']}>
      <BulkBackupNotes rows={rows} grounds={grounds} />
      <BulkDryRun
        order={{ action: 'backup', replicate, replicateOwn: own }}
        rows={rows}
        grounds={grounds}
        {...(possible && {
          onReplicate: (vmId: string, wished: boolean) => setOwn((before) => ({ ...before, [vmId]: wished })),
          wishes: (
            <Checkbox
              label={m.bulk_copy_all()}
              size="sm"
              checked={replicate}
              onChange={(event) => {
                setReplicate(event.currentTarget.checked)
                // A decision for all takes the place of those for single VMs.
                setOwn({})
              }}
            />
          ),
        })}
      />
    </div>
  )
}
