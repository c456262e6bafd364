import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { task as taskQuery, vmTasks } from '~/api/queries'
import type { Backup } from '~/domain/backup'
import { usualDuration } from '~/domain/duration'
import type { Situation } from '~/domain/situation'
import { failedJob, type Task } from '~/domain/task'
import { FailureNote } from '~/pages/parts/failure/failure-note'
import { JobMark } from '~/pages/parts/marks'
import { PowerOn } from '~/pages/parts/vm-power'
import { explainError } from '~/texts/errors'
import { formatDuration, formatInstant } from '~/texts/format'
import { m } from '~/texts/messages'
import { taskKindWords } from '~/texts/states'
import { useClock } from '~/ui/clock'
import { ErrorPanel } from '~/ui/error-panel'
import { Notice } from '~/ui/notice'
import { SkeletonRows } from '~/ui/skeleton-rows'
import { useNow } from '~/ui/use-now'

import { RestoreSource, RestoreTarget } from './restore-facts'

import classes from './restore.module.css'

/** A restore that was asked for, followed to its end. */
export function RestoreProgress({
  situation,
  backup,
  beside,
  taskId,
  onClose,
}: {
  readonly situation: Situation
  readonly backup: Backup
  /** It comes back as another VM: this one is not touched. */
  readonly beside: boolean
  /** Null when the platform names no task. */
  readonly taskId: string | null
  readonly onClose: () => void
}) {
  const followed = useQuery({ ...taskQuery(taskId ?? ''), enabled: taskId !== null })
  const done = followed.data?.state === 'done'
  return (
    <div className={classes['preflight']}>
      {taskId === null ? (
        <Notice tone="running" title={m.restore_asked_title()} announce="status">
          <p>{m.restore_asked_no_task()}</p>
        </Notice>
      ) : (
        <Followed situation={situation} backup={backup} beside={beside} taskId={taskId} />
      )}
      {!beside && <RestoreTarget vm={situation.vm} ways={situation.site.ways} done={done} />}
      <RestoreSource backup={backup} ways={situation.site.ways} done={done} />
      <div>
        <Button variant="default" onClick={onClose}>
          {m.restore_close()}
        </Button>
      </div>
    </div>
  )
}

function Followed({
  situation,
  backup,
  beside,
  taskId,
}: {
  readonly situation: Situation
  readonly backup: Backup
  readonly beside: boolean
  readonly taskId: string
}) {
  const followed = useQuery(taskQuery(taskId))
  if (!followed.data)
    return followed.error ? (
      <ErrorPanel error={explainError(followed.error)} onRetry={() => void followed.refetch()} />
    ) : (
      <SkeletonRows rows={2} />
    )
  if (beside && followed.data.state === 'done')
    return (
      <Notice tone="good" title={m.ways_restored_new_title()} announce="status">
        <p>{m.ways_restored_new_text({ vm: situation.vm.name })}</p>
      </Notice>
    )
  return <Outcome situation={situation} backup={backup} task={followed.data} />
}

function Outcome({
  situation,
  backup,
  task,
}: {
  readonly situation: Situation
  readonly backup: Backup
  readonly task: Task
}) {
  const clock = useClock()
  switch (task.state) {
    case 'done':
      return (
        <Notice tone="good" title={m.restore_done_title()} announce="status">
          <p>
            {backup.createdAt
              ? m.restore_done_text({ time: formatInstant(backup.createdAt, clock) })
              : m.restore_done_text_no_date()}
          </p>
          {situation.vm.state === 'off' && (
            <div className={classes['mend']}>
              <span>{m.restore_done_power()}</span>
              <PowerOn situation={situation} size="xs" />
            </div>
          )}
        </Notice>
      )
    case 'failed':
      return (
        <Notice tone="bad" title={m.restore_failed_title()} announce="urgent">
          <p>{m.restore_failed_text()}</p>
          <FailureNote
            facts={{
              text: causeOf(task, backup),
              at: task.updatedAt,
              vm: situation.vm,
              backupId: backup.id,
              taskId: task.id,
            }}
          />
          <Steps task={task} />
        </Notice>
      )
    case 'cancelled':
      return (
        <Notice tone="warning" title={m.restore_cancelled_title()} announce="urgent">
          <p>{m.restore_failed_text()}</p>
          <Steps task={task} />
        </Notice>
      )
    case 'held':
      return (
        <Notice tone="warning" title={m.vm_work_held({ what: taskKindWords(task) })} announce="status">
          {m.vm_work_held_text()}
        </Notice>
      )
    case 'waiting':
    case 'running':
    case 'unknown':
      return (
        <Running vmId={situation.vm.id} task={task}>
          <Steps task={task} />
        </Running>
      )
  }
}

/** The platform's own text: of the restore as it is recorded with the backup, else of the step that failed. */
function causeOf(task: Task, backup: Backup): string | null {
  const recorded = backup.restores.find(
    ({ outcome, startedAt }) => outcome === 'failed' && startedAt !== null && startedAt >= task.startedAt,
  )
  return recorded?.message ?? failedJob(task)?.description ?? null
}

const Steps = ({ task }: { readonly task: Task }) => (
  <ol className={classes['steps']} aria-label={m.vm_work_steps()}>
    {task.jobs.map((job) => (
      <li key={job.id}>
        <JobMark job={job} /> <bdi className={classes['soft']}>{job.description ?? job.kindText}</bdi>
      </li>
    ))}
  </ol>
)

function Running({
  vmId,
  task,
  children,
}: {
  readonly vmId: string
  readonly task: Task
  readonly children: ReactNode
}) {
  const now = useNow(1_000)
  const tasks = useQuery(vmTasks(vmId))
  const usual = usualDuration(tasks.data ?? [], 'restore')
  return (
    <Notice tone="running" title={m.restore_asked_title()} announce="status">
      <p aria-live="off">
        {m.vm_work_elapsed({ time: formatDuration(Math.max(0, now.getTime() - task.startedAt.getTime())) })}{' '}
        <span className={classes['soft']}>
          {usual === null ? m.vm_work_usual_unknown() : m.vm_work_usual({ time: formatDuration(usual) })}
        </span>
      </p>
      {children}
      <p>{m.restore_asked_text()}</p>
    </Notice>
  )
}
