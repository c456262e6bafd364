import { tookOf } from '~/domain/duration'
import { failureCause } from '~/domain/failure-cause'
import { failedJob, isOver, type Task } from '~/domain/task'
import { CopyForSupport, FailureNote } from '~/pages/parts/failure/failure-note'
import { TaskMark } from '~/pages/parts/marks'
import { useVmInView } from '~/pages/parts/vm-in-view'
import { formatDuration } from '~/texts/format'
import { m } from '~/texts/messages'
import { taskKindWords } from '~/texts/states'
import { Time } from '~/ui/time'

import { Acknowledge, HeldAnswers, useDeciding } from './tasks-decide'
import { Jobs } from './tasks-jobs'

import classes from './tasks.module.css'

/** Tasks in the order given, each with its steps. `brief` leaves out the steps of those that ended well, and all answers. */
export function TaskList({
  tasks,
  label,
  brief = false,
}: {
  readonly tasks: readonly Task[]
  readonly label: string
  readonly brief?: boolean
}) {
  const vm = useVmInView()
  const deciding = useDeciding(vm, tasks)
  const list = (
    <ol className={classes['tasks']} aria-label={label}>
      {tasks.map((task) => (
        <li key={task.id} className={classes['task']}>
          <div className={classes['what']}>
            <strong>{taskKindWords(task)}</strong>
            <TaskMark task={task} />
          </div>
          <dl className={classes['facts']}>
            <div>
              <dt>{task.state === 'held' || task.standing ? m.tasks_since() : m.tasks_started()}</dt>
              <dd>
                <Time at={task.startedAt} />
              </dd>
            </div>
            {isOver(task) && (
              <div>
                <dt>{m.tasks_took()}</dt>
                <dd>{formatDuration(tookOf(task))}</dd>
              </div>
            )}
            <div>
              <dt>{m.tasks_by()}</dt>
              <dd>{task.by === null ? m.tasks_by_nobody() : <bdi>{task.by}</bdi>}</dd>
            </div>
          </dl>
          {!(brief && task.state === 'done') && <Jobs jobs={task.jobs} />}
          {task.state === 'failed' && <TaskFailure task={task} />}
          {!brief && task.state === 'held' && <HeldAnswers task={task} onAsk={deciding.ask} />}
          {!brief && task.state === 'failed' && <Acknowledge vm={vm} task={task} />}
        </li>
      ))}
    </ol>
  )
  return (
    <>
      {list}
      {deciding.question}
    </>
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
