import { Anchor, CloseButton, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'

import { vmTasks } from '~/api/queries'
import { usualDuration } from '~/domain/duration'
import { failedJob, type Job, type Task } from '~/domain/task'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { useDismissed } from '~/pages/parts/dismissed'
import { runningTask } from '~/pages/parts/use-situation'
import { paths } from '~/pages/paths'
import { formatDuration } from '~/texts/format'
import { m } from '~/texts/messages'
import { taskKindWords } from '~/texts/states'
import { ShapeIcon } from '~/ui/state-mark'
import { Age, Time } from '~/ui/time'
import { useNow } from '~/ui/use-now'

import { Jobs } from './tasks-jobs'

import classes from './detail-work.module.css'

const day = 24 * 60 * 60 * 1_000

/**
 * What runs on the VM now, or what failed last, below the header of every part of the page. It is read from the
 * platform's tasks, so a reload or another device shows the same.
 */
export function VmWork({ vm }: { readonly vm: VirtualMachine }) {
  const tasks = useQuery(vmTasks(vm.id)).data ?? []
  const dismissed = useDismissed()
  const now = useNow(60_000)
  const running = runningTask(tasks)
  if (running) return <Running task={running} usual={usualDuration(tasks, running.kind)} />
  if (vm.state === 'locked') return <LockedByOther />
  const latest = tasks[0]
  const tells =
    latest?.state === 'failed' && now.getTime() - latest.updatedAt.getTime() < day && !dismissed.has(latest.id)
  return tells ? <Failed vmId={vm.id} task={latest} onDismiss={() => dismissed.add(latest.id)} /> : null
}

function Running({ task, usual }: { readonly task: Task; readonly usual: number | null }) {
  const now = useNow(1_000)
  const elapsed = Math.max(0, now.getTime() - task.startedAt.getTime())
  const what = taskKindWords(task)
  const forBackup = task.kind === 'backup' || task.kind === 'restore'
  return (
    <section className={classes['work']} data-tone="running" aria-label={m.vm_work_label()}>
      <span className={classes['icon']}>
        <ShapeIcon shape="running" spin />
      </span>
      <div className={classes['words']}>
        <VisuallyHidden component="output">{m.vm_work_running({ what })}</VisuallyHidden>
        <p className={classes['line']}>
          <strong>{m.vm_work_running({ what })}</strong>
          <span>{m.vm_work_elapsed({ time: formatDuration(elapsed) })}</span>
          <span className={classes['soft']}>
            {usual === null ? m.vm_work_usual_unknown() : m.vm_work_usual({ time: formatDuration(usual) })}
          </span>
          {usual !== null && elapsed > 2 * usual && <span className={classes['soft']}>{m.vm_work_long()}</span>}
        </p>
        <p className={classes['line']} data-small>
          <span>{m.tasks_started()}</span>
          <Time at={task.startedAt} />
          {task.by !== null && (
            <>
              <span>{m.tasks_by()}</span>
              <bdi>{task.by}</bdi>
            </>
          )}
        </p>
        <Jobs jobs={task.jobs} />
        <p className={classes['soft']}>{forBackup ? m.vm_work_no_cancel_backup() : m.vm_work_no_cancel()}</p>
      </div>
    </section>
  )
}

const LockedByOther = () => (
  <section className={classes['work']} data-tone="running" aria-label={m.vm_work_label()}>
    <span className={classes['icon']}>
      <ShapeIcon shape="lock" />
    </span>
    <div className={classes['words']}>
      <p className={classes['line']}>
        <strong>{m.vm_work_locked_title()}</strong>
      </p>
      <p className={classes['soft']}>{m.vm_work_locked_text()}</p>
    </div>
  </section>
)

const names = (jobs: readonly Job[]): string => jobs.map((job) => job.description ?? job.kindText).join(', ')

function Failed({
  vmId,
  task,
  onDismiss,
}: {
  readonly vmId: string
  readonly task: Task
  readonly onDismiss: () => void
}) {
  const failed = failedJob(task)
  const undone = task.jobs.filter((job) => job.state === 'rolled-back' || job.state === 'rolling-back')
  return (
    <section className={classes['work']} data-tone="bad" aria-label={m.vm_work_label()}>
      <span className={classes['icon']}>
        <ShapeIcon shape="cross" />
      </span>
      <div className={classes['words']}>
        <p className={classes['line']}>
          <strong>{m.vm_work_failed({ what: taskKindWords(task) })}</strong>
          <Age at={task.updatedAt} />
        </p>
        <dl className={classes['causes']}>
          <div>
            <dt>{m.vm_work_failed_step()}</dt>
            <dd>{failed ? <bdi>{names([failed])}</bdi> : m.vm_work_no_cause()}</dd>
          </div>
          <div>
            <dt>{m.vm_work_rolled_back()}</dt>
            <dd>{undone.length > 0 ? <bdi>{names(undone)}</bdi> : m.vm_work_nothing_rolled_back()}</dd>
          </div>
        </dl>
        <Anchor component={Link} to={paths.vmTasks(vmId)} size="sm" className={classes['link'] ?? ''}>
          {m.vm_work_see_tasks()}
        </Anchor>
      </div>
      <CloseButton aria-label={m.vm_work_dismiss()} onClick={onDismiss} />
    </section>
  )
}
