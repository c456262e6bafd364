/** What the platform can work at on a VM; a kind with another word is `unknown` and keeps that word. */
export const taskKinds = [
  'deploy',
  'undeploy',
  'reconfigure',
  'power-on',
  'power-off',
  'pause',
  'resume',
  'reset',
  'backup',
  'restore',
  'delete-backup',
  'unknown',
] as const
/** What a task is about. */
export type TaskKind = (typeof taskKinds)[number]

/** `held`: the platform does nothing until a person lets it go on. */
export type TaskState = 'waiting' | 'held' | 'running' | 'done' | 'failed' | 'cancelled' | 'unknown'

/** What a person can tell the platform about a task: let one go on that is held, or take it back; take note of a failure. */
export type TaskDecision = 'continue' | 'cancel' | 'acknowledge'

/** How far a step of a task is. `rolled-back`: what it had done was taken back. */
export type JobState =
  | 'waiting'
  | 'running'
  | 'done'
  | 'failed'
  | 'skipped'
  | 'rolling-back'
  | 'rolled-back'
  | 'unknown'

/** One step of a task. `backup-schedule` is the step that hands the schedule to the backup system. */
export interface Job {
  readonly id: string
  readonly kind: 'backup-schedule' | 'backup' | 'restore' | 'other'
  /** The platform's own word for the kind. */
  readonly kindText: string
  readonly state: JobState
  readonly description: string | null
}

/** A piece of work that the platform runs on a VM. */
export interface Task {
  readonly id: string
  readonly kind: TaskKind
  readonly kindText: string
  readonly state: TaskState
  readonly stateText: string
  readonly startedAt: Date
  readonly updatedAt: Date
  readonly by: string | null
  readonly jobs: readonly Job[]
  /** What the platform asks about it now; left out where it asks nothing. */
  readonly decisions?: readonly TaskDecision[]
  /** It failed, and a person has taken note of it. */
  readonly noted?: true
  /**
   * It waits and holds nothing: the platform tries by itself until it may begin, however often it refuses. `once`: it was
   * asked for by itself, and may be taken back; `plan`: a run of the VM's plan. Left out for all other work.
   */
  readonly standing?: 'once' | 'plan'
}

/** Nothing more will happen to it. */
export const isOver = (task: Task): boolean =>
  task.state === 'done' || task.state === 'failed' || task.state === 'cancelled'

/** A task is given up only by its failed job; a rolled-back job was good until then. */
export const failedJob = (task: Task): Job | null => task.jobs.find((job) => job.state === 'failed') ?? null

/**
 * Someone asked for it. A backup that a plan starts is taken to be started for nobody, so that its task names no person:
 * no source states it. False also where the platform does not say by whom.
 */
export const isRequested = ({ by }: Pick<Task, 'by'>): boolean => by !== null

/** It waits or runs: the VM is held by it. A task whose state we cannot read holds nothing as far as we can tell. */
export const isRunning = ({ state, standing }: Task): boolean =>
  !standing && (state === 'waiting' || state === 'held' || state === 'running')
