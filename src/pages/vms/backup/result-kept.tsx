import type { Backup } from '~/domain/backup'
import { keptFor } from '~/domain/retention'
import { backupKindWords } from '~/texts/backup-kind-words'
import { formatDuration } from '~/texts/format'
import { m } from '~/texts/messages'

import classes from './results.module.css'

/** How long the backups of each kind are kept. Nothing where none tells its end. */
export const ResultKept = ({ backups }: { readonly backups: readonly Backup[] }) =>
  keptFor(backups).map(({ policy, type, kept }) => (
    <p key={`${policy} ${type}`} className={classes['kept']}>
      <bdi>
        {m.results_kept({
          time: formatDuration(kept),
          what: [
            type === null ? m.results_no_type() : backupKindWords(type),
            ...(policy === null ? [] : [policy]),
          ].join(' · '),
        })}
      </bdi>
    </p>
  ))
