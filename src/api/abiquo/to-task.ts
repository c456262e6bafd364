import type { Job, JobState, Task, TaskDecision, TaskKind, TaskState } from '~/domain/task'

import { ApiError } from '../error'
import { assumed } from './assumed'
import { taskId, vmId } from './ids'
import { type Addresses, linkOf, ownPathOfLink, pathOfLink } from './links'
import { readInstant } from './times'
import type { Job as JobOnWire, Task as TaskOnWire } from './wire-work'

const kinds: ReadonlyMap<string, TaskKind> = new Map([
  ['DEPLOY', 'deploy'],
  ['HA_DEPLOY', 'deploy'],
  ['UNDEPLOY', 'undeploy'],
  ['HA_UNDEPLOY', 'undeploy'],
  ['RECONFIGURE', 'reconfigure'],
  ['POWER_ON', 'power-on'],
  ['POWER_OFF', 'power-off'],
  ['SHUTDOWN', 'power-off'],
  ['PAUSE', 'pause'],
  ['RESUME', 'resume'],
  ['RESET', 'reset'],
  [assumed.task.backup, 'backup'],
  [assumed.task.restore, 'restore'],
])

/** Failed, and a person has taken note of it. */
const noted = 'ACK_ERROR'

const states: ReadonlyMap<string, TaskState> = new Map([
  ['PENDING', 'waiting'],
  ['QUEUEING', 'held'],
  ['STARTED', 'running'],
  ['FINISHED_SUCCESSFULLY', 'done'],
  ['FINISHED_UNSUCCESSFULLY', 'failed'],
  [noted, 'failed'],
  ['ABORTED', 'failed'],
  ['CANCELLED', 'cancelled'],
])

const jobStates: ReadonlyMap<string, JobState> = new Map([
  ['PENDING', 'waiting'],
  ['STARTED', 'running'],
  ['DONE', 'done'],
  ['FAILED', 'failed'],
  ['SKIPPED', 'skipped'],
  ['ROLLBACK_STARTED', 'rolling-back'],
  ['ROLLBACK_DONE', 'rolled-back'],
])

/** A job that was good and was then undone says so beside its state; the one that failed stays the failed one. */
const rollbackStates: ReadonlyMap<string, JobState> = new Map([
  ['ROLLBACK_STARTED', 'rolling-back'],
  ['STARTED', 'rolling-back'],
  ['ROLLBACK_DONE', 'rolled-back'],
  ['DONE', 'rolled-back'],
])

const jobKinds: ReadonlyMap<string, Job['kind']> = new Map([
  [assumed.job.schedule, 'backup-schedule'],
  [assumed.job.backup, 'backup'],
  [assumed.job.restore, 'restore'],
])

const decisions: readonly TaskDecision[] = ['continue', 'cancel', 'acknowledge']

/** Where a decision about a task is told; null when the platform does not ask for it, or names an address out of reach. */
export const decisionPath = (places: Addresses, { links }: TaskOnWire, decision: TaskDecision): string | null =>
  ownPathOfLink(places, links, decision)

function toJob(job: JobOnWire, index: number): Job {
  const kindText = job.type ?? ''
  const state = jobStates.get(job.state ?? '') ?? 'unknown'
  const undone = rollbackStates.get(job.rollbackState ?? '')
  return {
    id: job.id ?? String(index),
    kind: jobKinds.get(kindText) ?? 'other',
    kindText,
    state: state === 'failed' ? state : (undone ?? state),
    description: job.description || null,
  }
}

/**
 * @param listPath Where it is listed, for a task that has an id and no link.
 * Throws `ApiError` (`link`, `contract`) when its link leads elsewhere, or it has no time.
 */
export function toTask(places: Addresses, task: TaskOnWire, listPath: string): Task {
  const path = pathOfLink(places, task.links, 'self') ?? `${listPath}/${task.taskId}`
  const updatedAt = readInstant(task.timestamp)
  const startedAt = readInstant(task.creationTimestamp) ?? updatedAt
  if (!startedAt) throw new ApiError('contract', 'A task without a time')
  const kindText = task.type ?? ''
  const stateText = task.state ?? ''
  const asked = decisions.filter((one) => decisionPath(places, task, one) !== null)
  return {
    id: taskId(path),
    kind: kinds.get(kindText) ?? 'unknown',
    kindText,
    state: states.get(stateText) ?? 'unknown',
    stateText,
    startedAt,
    updatedAt: updatedAt ?? startedAt,
    by: linkOf(task.links, 'user')?.title ?? null,
    jobs: (task.jobs.length > 0 ? task.jobs : task.jobsExtended).map(toJob),
    ...(asked.length > 0 && { decisions: asked }),
    ...(stateText === noted && { noted: true }),
  }
}

/** The VM that a task works on; null when it works on something else. */
export function vmOfTask(places: Addresses, task: TaskOnWire): string | null {
  const path = pathOfLink(places, task.links, 'virtualmachine')
  return path === null ? null : vmId(path)
}
