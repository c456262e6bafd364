import { useQuery } from '@tanstack/react-query'

import { task as taskQuery } from '~/api/queries'
import { failedJob, type Job, type Task } from '~/domain/task'
import { JobMark } from '~/pages/parts/marks'
import { explainError } from '~/texts/errors'
import { formatList } from '~/texts/format'
import { m } from '~/texts/messages'
import { ErrorPanel } from '~/ui/error-panel'
import { Notice } from '~/ui/notice'

import classes from '~/pages/parts/policy/policy.module.css'

/** A step in words: the one that hands the schedule over by what it does, others as the platform describes them. */
const jobName = (job: Job): string =>
  job.kind === 'backup-schedule' ? m.policies_job_schedule() : (job.description ?? job.kindText)

/**
 * How far a saved change is: its steps while it runs, and in plain words what failed and what was taken back. That it
 * runs is announced by what stands above every part of the VM, and a good end by the console's messages: once is enough.
 */
export function SaveProgress({ taskId }: { readonly taskId: string }) {
  const followed = useQuery(taskQuery(taskId))
  if (followed.data) return <Progress task={followed.data} />
  if (followed.error) return <ErrorPanel error={explainError(followed.error)} onRetry={() => void followed.refetch()} />
  return <Notice tone="running" title={m.policies_saving()} announce="status" />
}

function Progress({ task }: { readonly task: Task }) {
  switch (task.state) {
    case 'waiting':
    case 'running':
      return (
        <Notice tone="running" title={m.policies_saving()}>
          <p>{m.policies_saving_text()}</p>
          <Steps task={task} />
        </Notice>
      )
    case 'held':
      return (
        <Notice tone="warning" title={m.policies_held()}>
          {m.policies_held_text()}
        </Notice>
      )
    case 'done':
      return (
        <Notice tone="good" title={m.policies_saved()}>
          {m.policies_saved_text()}
        </Notice>
      )
    case 'failed':
      return <Failed task={task} />
    case 'cancelled':
      return (
        <Notice tone="warning" title={m.policies_taken_back()} announce="status">
          {m.policies_taken_back_text()}
        </Notice>
      )
    case 'unknown':
      return (
        <Notice tone="unknown" title={m.policies_save_unknown({ state: task.stateText })} announce="status">
          <Steps task={task} />
        </Notice>
      )
  }
}

function Failed({ task }: { readonly task: Task }) {
  const failed = failedJob(task)
  const undone = task.jobs.filter(({ state }) => state === 'rolled-back' || state === 'rolling-back')
  return (
    <Notice tone="bad" title={m.policies_failed()} announce="urgent">
      <p>{failed ? m.policies_failed_step({ step: jobName(failed) }) : m.policies_failed_no_step()}</p>
      {failed?.description && <p>{failed.description}</p>}
      <p>
        {undone.length > 0
          ? m.policies_failed_rolled_back({ steps: formatList(undone.map(jobName)) })
          : m.policies_failed_nothing_rolled_back()}{' '}
        {m.policies_failed_values_kept()}
      </p>
    </Notice>
  )
}

function Steps({ task }: { readonly task: Task }) {
  return (
    <ol className={classes['changes']} aria-label={m.policies_steps()}>
      {task.jobs.map((job) => (
        <li key={job.id} className={classes['step']}>
          <JobMark job={job} /> {jobName(job)}
        </li>
      ))}
    </ol>
  )
}
