import { Anchor, CloseButton } from '@mantine/core'
import { Link } from 'react-router'

import { failedJob, type Job, type Task } from '~/domain/task'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { taskKindWords } from '~/texts/states'
import { ShapeIcon } from '~/ui/state-mark'
import { Age } from '~/ui/time'

import { Acknowledge } from './tasks-decide'

import classes from './detail-work.module.css'

const names = (jobs: readonly Job[]): string => jobs.map((job) => job.description ?? job.kindText).join(', ')

/** The newest work failed: at which step, and what was undone again. */
export function Failed({
  vm,
  task,
  onDismiss,
}: {
  readonly vm: VirtualMachine
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
        <Acknowledge vm={vm} task={task} />
        <Anchor component={Link} to={paths.vmTasks(vm.id)} size="sm" className={classes['link'] ?? ''}>
          {m.vm_work_see_tasks()}
        </Anchor>
      </div>
      <CloseButton aria-label={m.vm_work_dismiss()} onClick={onDismiss} />
    </section>
  )
}
