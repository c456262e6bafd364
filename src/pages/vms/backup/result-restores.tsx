import { UnstyledButton } from '@mantine/core'
import { useId, useState } from 'react'

import type { Backup } from '~/domain/backup'
import { FailureNote } from '~/pages/parts/failure/failure-note'
import { OutcomeMark } from '~/pages/parts/marks'
import { useVmInView } from '~/pages/parts/vm-in-view'
import { m } from '~/texts/messages'
import { Time } from '~/ui/time'

import classes from './results.module.css'

/** The restores of one backup, opened on demand; a failed one with its cause. */
export function ResultRestores({ backup }: { readonly backup: Backup }) {
  const [opened, setOpened] = useState(false)
  const id = useId()
  const vm = useVmInView()
  const failed = backup.restores.filter((restore) => restore.outcome === 'failed').length
  return (
    <div className={classes['restores']}>
      <UnstyledButton
        className={classes['toggle'] ?? ''}
        aria-expanded={opened}
        aria-controls={id}
        onClick={() => setOpened(!opened)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" className={classes['chevron']} data-opened={opened || undefined}>
          <path d="M6 3.5 10.5 8 6 12.5" />
        </svg>
        {failed > 0
          ? m.results_restores_some_failed({ n: backup.restores.length, failed })
          : m.results_restores_show({ n: backup.restores.length })}
      </UnstyledButton>
      <div id={id} hidden={!opened}>
        <ul className={classes['list']} aria-label={m.results_restores_of({ name: backup.name })}>
          {backup.restores.map((restore) => (
            <li key={restore.id}>
              <OutcomeMark of={restore} />
              <Time at={restore.startedAt} />
              {restore.by !== null && <bdi>{restore.by}</bdi>}
              {restore.outcome === 'failed' && (
                <FailureNote facts={{ text: restore.message, at: restore.startedAt, vm, backupId: backup.id }} />
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
