import { VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { vmTasks } from '~/api/queries'
import { usualDuration } from '~/domain/duration'
import type { Task } from '~/domain/task'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { useDismissed } from '~/pages/parts/dismissed'
import { runningTask } from '~/pages/parts/use-situation'
import { formatDuration } from '~/texts/format'
import { m } from '~/texts/messages'
import { taskKindWords } from '~/texts/states'
import { ShapeIcon } from '~/ui/state-mark'
import { Time } from '~/ui/time'
import { useNow } from '~/ui/use-now'

import { Failed } from './detail-failed'
import { HeldAnswers, useDeciding } from './tasks-decide'
import { Jobs } from './tasks-jobs'

import classes from './detail-work.module.css'

const day = 24 * 60 * 60 * 1_000

/**
 * What runs on the VM now, or what failed last, below the header of every part of the page. It is read from the
 * platform's tasks, so a reload or another device shows the same.
 */
export function VmWork({ vm }: { readonly vm: VirtualMachine }) {
  const tasks = useQuery(vmTasks(vm.id)).data ?? []
  const { ask, question } = useDeciding(vm, tasks)
  return (
    <>
      <Told vm={vm} tasks={tasks} onAsk={ask} />
      {question}
    </>
  )
}

interface ToldProps {
  readonly vm: VirtualMachine
  readonly tasks: readonly Task[]
  readonly onAsk: Parameters<typeof HeldAnswers>[0]['onAsk']
}

function Told({ vm, tasks, onAsk }: ToldProps) {
  const dismissed = useDismissed()
  const now = useNow(60_000)
  const running = runningTask(tasks)
  if (running?.state === 'held') return <Held task={running} onAsk={onAsk} />
  if (running?.standing) return <Standing task={running} />
  if (running) return <Running task={running} usual={usualDuration(tasks, running.kind)} />
  if (vm.state === 'locked') return <LockedByOther />
  const latest = tasks[0]
  const tells =
    latest?.state === 'failed' &&
    !latest.noted &&
    now.getTime() - latest.updatedAt.getTime() < day &&
    !dismissed.has(latest.id)
  return tells ? <Failed vm={vm} task={latest} onDismiss={() => dismissed.add(latest.id)} /> : null
}

/** The platform waits for a person: what for, since when and for whom, and the two answers. */
function Held({ task, onAsk }: { readonly task: Task; readonly onAsk: ToldProps['onAsk'] }) {
  const what = taskKindWords(task)
  return (
    <section className={classes['work']} data-tone="held" aria-label={m.vm_work_label()}>
      <span className={classes['icon']}>
        <ShapeIcon shape="hourglass" />
      </span>
      <div className={classes['words']}>
        <VisuallyHidden component="output">{m.vm_work_held({ what })}</VisuallyHidden>
        <p className={classes['line']}>
          <strong>{m.vm_work_held({ what })}</strong>
        </p>
        <Beginning task={task} label={m.tasks_since()} />
        <Jobs jobs={task.jobs} />
        <p className={classes['soft']}>{m.vm_work_held_text()}</p>
        <HeldAnswers task={task} onAsk={onAsk} />
      </div>
    </section>
  )
}

/** Nothing holds the VM, and the platform begins the work by itself: what it said at its last try, where it refused. */
function Standing({ task }: { readonly task: Task }) {
  const line = m.vm_work_standing({ what: taskKindWords(task) })
  return (
    <section className={classes['work']} data-tone="held" aria-label={m.vm_work_label()}>
      <span className={classes['icon']}>
        <ShapeIcon shape="hourglass" />
      </span>
      <div className={classes['words']}>
        <VisuallyHidden component="output">{line}</VisuallyHidden>
        <p className={classes['line']}>
          <strong>{line}</strong>
        </p>
        <Beginning task={task} label={m.tasks_since()} />
        {task.jobs.length > 0 && <Jobs jobs={task.jobs} />}
        <p className={classes['soft']}>{m.vm_work_standing_text()}</p>
      </div>
    </section>
  )
}

/** Since when, and for whom. */
const Beginning = ({ task, label }: { readonly task: Task; readonly label: string }) => (
  <p className={classes['line']} data-small>
    <span>{label}</span>
    <Time at={task.startedAt} />
    {task.by !== null && (
      <>
        <span>{m.tasks_by()}</span>
        <bdi>{task.by}</bdi>
      </>
    )}
  </p>
)

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
        <Beginning task={task} label={m.tasks_started()} />
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
