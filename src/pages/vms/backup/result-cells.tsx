import { Checkbox } from '@mantine/core'

import type { Backup } from '~/domain/backup'
import { m } from '~/texts/messages'
import { StateMark } from '~/ui/state-mark'
import { Time } from '~/ui/time'

import { expiryOf } from './result-view'
import type { Choosing } from './use-deletion'

import classes from './results.module.css'

/** When a backup was made, and the box that chooses it: a chain is chosen as a whole. */
export function Dated({ backup, choosing }: { readonly backup: Backup; readonly choosing: Choosing | null }) {
  if (!choosing?.boxes || backup.leaving === true) return <Time at={backup.createdAt} />
  return (
    <div className={classes['dated']}>
      <Checkbox
        aria-label={m.ways_choose({ name: backup.name })}
        checked={choosing.chosen.has(backup.id)}
        onChange={() => choosing.press(backup)}
      />
      <Time at={backup.createdAt} />
    </div>
  )
}

/** What a backup is called, and whose it is. */
export const Name = ({ backup }: { readonly backup: Backup }) => (
  <div className={classes['name']}>
    <bdi>{backup.name}</bdi>
    {(backup.policy || backup.place) && <bdi className={classes['soft']}>{backup.policy?.name ?? backup.place}</bdi>}
  </div>
)

/** When a backup is given up, and whether that is past or near. */
export function Expiry({ backup, now }: { readonly backup: Backup; readonly now: Date }) {
  const expiry = expiryOf(backup, now)
  if (expiry === 'none') return m.results_no_expiry()
  return (
    <div className={classes['name']}>
      <Time at={backup.expiresAt} />
      {expiry === 'expired' && <StateMark tone="neutral" shape="dash" label={m.results_expired()} />}
      {expiry === 'soon' && <StateMark tone="warning" shape="clock" label={m.results_expires_soon()} />}
    </div>
  )
}
