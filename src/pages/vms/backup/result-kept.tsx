import type { Backup } from '~/domain/backup'
import { keptFor } from '~/domain/retention'
import { backupKindWords } from '~/texts/backup-kind-words'
import { formatDuration } from '~/texts/format'
import { m } from '~/texts/messages'

import classes from './results.module.css'

/** How long the backups of each kind are kept. Nothing where none tells its end. */
export function ResultKept({ backups }: { readonly backups: readonly Backup[] }) {
  const kinds = keptFor(backups)
  if (kinds.length === 0) return null
  return (
    <div className={classes['kept']}>
      {kinds.map(({ policy, type, kept }) => {
        const words = type === null ? m.results_no_type() : backupKindWords(type)
        return (
          <p key={`${policy} ${type}`} className={classes['growth']}>
            <bdi>
              {m.results_kept({
                time: formatDuration(kept),
                what: policy === null ? words : `${words} · ${policy}`,
              })}
            </bdi>
          </p>
        )
      })}
    </div>
  )
}
