import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useLocation } from 'react-router'

import { task as taskQuery } from '~/api/queries'
import type { Task } from '~/domain/task'
import { failedJob, isOver } from '~/domain/task'
import type { FollowedTask } from '~/pages/parts/followed-tasks'
import { unfollow } from '~/pages/parts/followed-tasks'
import { paths } from '~/pages/paths'
import { formatDuration } from '~/texts/format'
import { m } from '~/texts/messages'
import { taskKindName } from '~/texts/states'
import { notify } from '~/ui/notify'
import { ShapeIcon } from '~/ui/state-mark'
import { useNow } from '~/ui/use-now'

import classes from './followed.module.css'

/** One task while it runs; says how it ended. */
export function Followed({ followed }: { readonly followed: FollowedTask }) {
  const { taskId, vmId, vmName, kind } = followed
  // The VM's own page tells what runs there and what failed; a second message would only cover its buttons.
  const onItsPage = `${useLocation().pathname}/`.startsWith(`${paths.vm(vmId)}/`)
  const { data: task, error } = useQuery(taskQuery(taskId))
  const queries = useQueryClient()
  useEffect(() => {
    const lost = error !== null && error.kind !== 'offline' && error.kind !== 'server' && error.kind !== 'signed-out'
    if (!lost && !(task && isOver(task))) return
    unfollow(taskId)
    if (task && isOver(task)) {
      if (!onItsPage || task.state !== 'failed') tellEnd(task, followed)
    } else notify({ tone: 'unknown', title: m.followed_lost_title({ vm: vmName }), text: m.followed_lost_text() })
    void queries.invalidateQueries()
  }, [task, error, taskId, vmName, followed, queries, onItsPage])

  if (onItsPage) return null
  const named = { what: taskKindName(kind), vm: vmName }
  const waits = task?.standing ? m.followed_standing : task?.state === 'held' ? m.followed_held : null
  return (
    <div className={classes['one']}>
      <span className={classes['icon']}>
        {waits ? <ShapeIcon shape="hourglass" /> : <ShapeIcon shape="running" spin />}
      </span>
      <p className={classes['words']}>
        <Link to={paths.vmTasks(vmId)}>{(waits ?? m.followed_running)(named)}</Link>
        {task && <Elapsed since={task.startedAt} />}
      </p>
    </div>
  )
}

function Elapsed({ since }: { readonly since: Date }) {
  const now = useNow(1_000)
  return (
    <span className={classes['elapsed']} aria-hidden="true">
      {formatDuration(Math.max(0, now.getTime() - since.getTime()))}
    </span>
  )
}

/** How it ended; of a failure also which step failed and whether the rest was rolled back. */
function tellEnd(task: Task, { vmId, vmName, kind }: FollowedTask): void {
  const what = taskKindName(kind)
  const link = { to: paths.vmTasks(vmId), label: m.followed_see_tasks() }
  if (task.state === 'done') {
    notify({ tone: 'good', title: m.followed_done({ what, vm: vmName }), link })
    return
  }
  if (task.state === 'cancelled') {
    notify({ tone: 'warning', title: m.followed_cancelled({ what, vm: vmName }), link })
    return
  }
  const failed = failedJob(task)
  const rolledBack = task.jobs.some(({ state }) => state === 'rolled-back' || state === 'rolling-back')
  const text = [
    failed && m.followed_failed_job({ job: failed.kindText }),
    failed?.description?.replace(/[^.!?]$/u, '$&.'),
    rolledBack && m.followed_rolled_back(),
  ]
  notify({
    tone: 'bad',
    title: m.followed_failed({ what, vm: vmName }),
    text: text.filter((part) => typeof part === 'string').join(' '),
    link,
  })
}
