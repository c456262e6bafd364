import { m } from '~/texts/messages'

import classes from './page.module.css'

/** How many VMs are shown, in which zone, and how far the sums are. */
export function DaysFacts({
  shown,
  matching,
  total,
  done,
  zone,
}: {
  readonly shown: number
  readonly matching: number
  readonly total: number
  readonly done: number
  readonly zone: string
}) {
  return (
    <p className={`${classes['facts']} ${classes['soft']}`}>
      <span aria-live="polite">{m.calendar_days_shown({ shown, total })}</span>
      <span>{m.calendar_zone({ zone })}</span>
      {done < matching && (
        <output className={classes['progress']}>{m.calendar_totals_progress({ read: done, total: matching })}</output>
      )}
    </p>
  )
}
