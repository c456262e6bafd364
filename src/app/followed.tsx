import { lazy, Suspense, useSyncExternalStore } from 'react'

import { followedTasks } from '~/pages/parts/followed-tasks'
import { m } from '~/texts/messages'

import classes from './followed.module.css'

const Followed = lazy(() => import('./followed-one').then((module) => ({ default: module.Followed })))

/**
 * What this person started and what has not ended yet, in a corner of every page. Its live region is there before the
 * first task: what appears together with its region is not announced.
 */
export function FollowedTasks() {
  const followed = useSyncExternalStore(followedTasks.subscribe, followedTasks.get)
  return (
    <section className={classes['stack']} aria-label={m.followed_label()} aria-live="polite">
      <Suspense>
        {followed.map((one) => (
          <Followed key={one.taskId} followed={one} />
        ))}
      </Suspense>
    </section>
  )
}
