import { failureCause } from '~/domain/failure-cause'
import { failedJob, isOver, type Task } from '~/domain/task'
import { CopyForSupport, FailureNote } from '~/pages/parts/failure/failure-note'
import { TaskMark } from '~/pages/parts/marks'
import { useVmInView } from '~/pages/parts/vm-in-view'
import { formatDuration } from '~/texts/format'
import { m } from '~/texts/messages'
import { taskKindWords } from '~/texts/states'
import { Time } from '~/ui/time'

import { Jobs } from './tasks-jobs'

import classes from './tasks.module.css'

/** Tasks in the order given, each with its steps. `brief` leaves the steps of those that ended well out. */
export function TaskList({
  tasks,
  label,
  brief = false,
}: {
  readonly tasks: readonly Task[]
  readonly label: string
  readonly brief?: boolean
}) {
  return (
    <ol className={classes['tasks']} aria-label={label}>
      {tasks.map((task) => (
        <li key={task.id} className={classes['task']}>
          <div className={classes['what']}>
            <strong>{taskKindWords(task)}</strong>
            <TaskMark task={task} />
          </div>
          <dl className={classes['facts']}>
            <div>
              <dt>{m.tasks_started()}</dt>
              <dd>
                <Time at={task.startedAt} />
              </dd>
            </div>
            {isOver(task) && (
              <div>
                <dt>{m.tasks_took()}</dt>
                <dd>{formatDuration(task.updatedAt.getTime() - task.startedAt.getTime())}</dd>
              </div>
            )}
            <div>
              <dt>{m.tasks_by()}</dt>
              <dd>{task.by === null ? m.tasks_by_nobody() : <bdi>{task.by}</bdi>}</dd>
            </div>
          </dl>
          {!(brief && task.state === 'done') && <Jobs jobs={task.jobs} />}
          {task.state === 'failed' && <TaskFailure task={task} />}
        </li>
      ))}
    </ol>
  )
}

/** Its cause where the failed step tells one; the step's own words stand above. */
function TaskFailure({ task }: { readonly task: Task }) {
  const vm = useVmInView()
  const text = failedJob(task)?.description ?? null
  const facts = { text, at: task.updatedAt, vm, taskId: task.id }
  return (
    <div className={classes['failure']}>
      {failureCause(text) ? <FailureNote facts={facts} /> : <CopyForSupport facts={facts} />}
    </div>
  )
}
