import type { Job } from '~/domain/task'
import { JobMark } from '~/pages/parts/marks'
import { m } from '~/texts/messages'

import classes from './tasks.module.css'

/** The steps of a task in their order, each with its state. */
export function Jobs({ jobs }: { readonly jobs: readonly Job[] }) {
  if (jobs.length === 0) return <p className={classes['none']}>{m.tasks_no_steps()}</p>
  return (
    <ol className={classes['jobs']} aria-label={m.vm_work_steps()}>
      {jobs.map((job) => (
        <li key={job.id}>
          <JobMark job={job} />
          <bdi className={classes['job']}>{job.description ?? job.kindText}</bdi>
        </li>
      ))}
    </ol>
  )
}
