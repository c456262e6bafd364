import { assumed } from '~/api/abiquo/assumed'

import { uuid } from './random'
import type { Effect, Task, TaskType, Vm } from './records'
import { endingOf, type ScheduledRun, scheduledRuns } from './runs'
import { touch, type World } from './world'

interface Plan {
  readonly type: TaskType
  readonly userId: number | null
  readonly now: number
  /** How long it takes, in milliseconds. */
  readonly length: number
  readonly jobs: readonly (readonly [type: string, what: string])[]
  readonly failsAt?: number | null
  readonly cause?: string | null
  readonly effect: Effect
}

/** The server keeps the last 20 of an owner (`abiquo.tasks.history.size`). */
const history = 20

/** Starts a task; the VM is locked until it ends. */
export function startTask(world: World, vm: Vm, plan: Plan): Task {
  const id = uuid('task', world.origin.seed, vm.id, plan.now, plan.type)
  const task: Task = {
    id,
    type: plan.type,
    userId: plan.userId,
    start: plan.now,
    end: plan.now + plan.length,
    jobs: plan.jobs.map(([type, what], at) => ({ id: `${id}.${uuid('job', id, at)}`, type, what })),
    failsAt: plan.failsAt ?? null,
    cause: plan.cause ?? null,
    effect: plan.effect,
    settled: false,
    acknowledged: false,
    ...(world.held.some((type) => type === plan.type) && { held: true }),
  }
  vm.tasks = [...vm.tasks, task].slice(-history)
  world.busy.add(vm.id)
  touch(world, vm)
  return task
}

/** A scheduled backup as the task that locks the VM. The platform started it for nobody. */
function taskOfRun(world: World, vm: Vm, run: ScheduledRun, now: number): Task {
  const id = uuid('run', vm.id, run.id)
  const ending = endingOf(world, vm, run)
  return {
    id,
    type: assumed.task.backup,
    userId: null,
    start: run.start,
    end: run.end,
    jobs: [
      {
        id: `${id}.${uuid('job', id)}`,
        type: assumed.job.backup,
        what: `scheduled backup by policy ${run.policy.name}`,
      },
    ],
    failsAt: ending.word === 'FAILED' ? 0 : null,
    cause: ending.cause,
    effect: { kind: 'none' },
    settled: run.end <= now,
    acknowledged: false,
  }
}

const fortnight = 14 * 24 * 60 * 60 * 1_000

/** What the platform remembers of a VM's tasks, newest first; since 4.0 scheduled backups are among them. */
export function tasksOf(world: World, vm: Vm, now: number): readonly Task[] {
  const runs = world.early ? [] : scheduledRuns(world, vm, now, () => fortnight)
  const scheduled = runs
    .toSorted((a, b) => b.start - a.start)
    .slice(0, history)
    .map((run) => taskOfRun(world, vm, run, now))
  return [...vm.tasks, ...scheduled].toSorted((a, b) => b.start - a.start).slice(0, history)
}

/** The tasks of a VM that have not ended. */
export function openTasks(world: World, vm: Vm, now: number, running: ScheduledRun | null): readonly Task[] {
  const own = vm.tasks.filter((task) => !task.settled)
  return running ? [...own, taskOfRun(world, vm, running, now)] : own
}

export type JobState = 'PENDING' | 'STARTED' | 'DONE' | 'FAILED' | 'SKIPPED' | 'ROLLBACK_STARTED' | 'ROLLBACK_DONE'
export type TaskState =
  | 'PENDING'
  | 'QUEUEING'
  | 'STARTED'
  | 'FINISHED_SUCCESSFULLY'
  | 'FINISHED_UNSUCCESSFULLY'
  | 'ACK_ERROR'
  | 'CANCELLED'

/** When its work began, or would have begun had nobody to let it go on first. */
const begins = (task: Task): number => task.start + (task.heldFor ?? 0)

/** Lets a held task go on: its work takes as long as it would have. */
export function continueTask(task: Task, now: number): void {
  task.heldFor = now - task.start
  task.end += task.heldFor
  delete task.held
}

/** Drops a held task; the VM is as it was. */
export function cancelTask(world: World, vm: Vm, task: Task, now: number): void {
  task.heldFor = now - task.start
  task.end = now
  task.settled = true
  task.cancelled = true
  delete task.held
  if (vm.tasks.every((one) => one.settled)) world.busy.delete(vm.id)
}

/** A new task waits this long before its first job starts, in milliseconds. */
const waits = 400
/** The share of a failing task's time after which its job fails; the rest is the roll-back. */
const failsAfter = 0.6

export function taskState(task: Task, now: number): TaskState {
  if (task.held) return 'QUEUEING'
  if (task.cancelled) return 'CANCELLED'
  if (task.acknowledged) return 'ACK_ERROR'
  if (now >= task.end) return task.failsAt === null ? 'FINISHED_SUCCESSFULLY' : 'FINISHED_UNSUCCESSFULLY'
  return now - begins(task) < waits ? 'PENDING' : 'STARTED'
}

/** Where one job of a task stands. Jobs run one after another; when one fails those before it are rolled back. */
export function jobState(
  task: Task,
  index: number,
  now: number,
): { readonly state: JobState; readonly changed: number } {
  const start = begins(task)
  const length = task.end - start
  const works = task.failsAt === null ? length : length * failsAfter
  const steps = task.failsAt === null ? task.jobs.length : task.failsAt + 1
  const begin = start + (works * index) / steps
  const finish = start + (works * (index + 1)) / steps
  const failure = task.failsAt === null ? null : start + works
  if (task.cancelled) return { state: 'SKIPPED', changed: task.end }
  if (task.held || now - start < waits) return { state: 'PENDING', changed: task.start }
  if (failure !== null && task.failsAt !== null && now >= failure) {
    if (index === task.failsAt) return { state: 'FAILED', changed: failure }
    if (index > task.failsAt) return { state: 'SKIPPED', changed: failure }
    return now < task.end
      ? { state: 'ROLLBACK_STARTED', changed: failure }
      : { state: 'ROLLBACK_DONE', changed: task.end }
  }
  if (now < begin) return { state: 'PENDING', changed: task.start }
  return now < finish ? { state: 'STARTED', changed: begin } : { state: 'DONE', changed: finish }
}
