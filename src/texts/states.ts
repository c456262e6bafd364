import type { Outcome } from '~/domain/backup'
import type { Severity, TrailEvent } from '~/domain/event'
import type { ProtectionState } from '~/domain/protection'
import { type Job, type JobState, type Task, type TaskKind, taskKinds, type TaskState } from '~/domain/task'
import type { VirtualMachine, VmState } from '~/domain/virtual-machine'

import { m } from './messages'

/** What we have no word for is shown as the platform wrote it; when it wrote nothing, or "unknown" itself, we say that. */
const asWritten = (text: string): string =>
  ['', 'unknown'].includes(text.trim().toLowerCase()) ? m.states_unknown() : text

type Names<K extends string> = Readonly<Record<K, () => string>>

const vmStates: Names<Exclude<VmState, 'unknown'>> = {
  'not-deployed': m.states_vm_not_deployed,
  allocated: m.states_vm_allocated,
  configured: m.states_vm_configured,
  on: m.states_vm_on,
  paused: m.states_vm_paused,
  off: m.states_vm_off,
  locked: m.states_vm_locked,
}

/** The state of a VM; one that we do not know as the platform writes it. */
export const vmStateWords = ({ state, stateText }: Pick<VirtualMachine, 'state' | 'stateText'>): string =>
  state === 'unknown' ? asWritten(stateText) : vmStates[state]()

const protections: Names<ProtectionState> = {
  overdue: m.states_protection_overdue,
  'not-protected': m.states_protection_not_protected,
  'at-risk': m.states_protection_at_risk,
  scheduled: m.states_protection_scheduled,
  protected: m.states_protection_protected,
  running: m.states_protection_running,
  failed: m.states_protection_failed,
  restoring: m.states_protection_restoring,
  unknown: m.states_protection_unknown,
}

/** The badge of a VM, e.g. "Protected". */
export const protectionWords = (state: ProtectionState): string => protections[state]()

const outcomes: Names<Exclude<Outcome, 'unknown'>> = {
  good: m.states_outcome_good,
  running: m.states_outcome_running,
  failed: m.states_outcome_failed,
}

/** How a backup or a restore ended; a word that we do not know as the platform writes it. */
export const outcomeWords = ({
  outcome,
  statusText,
  leaving = false,
}: {
  readonly outcome: Outcome
  readonly statusText: string
  readonly leaving?: boolean
}): string => {
  if (leaving) return m.states_outcome_leaving()
  return outcome === 'unknown' ? asWritten(statusText) : outcomes[outcome]()
}

const taskNames: Names<TaskKind> = {
  deploy: m.states_task_deploy,
  undeploy: m.states_task_undeploy,
  reconfigure: m.states_task_reconfigure,
  'power-on': m.states_task_power_on,
  'power-off': m.states_task_power_off,
  pause: m.states_task_pause,
  resume: m.states_task_resume,
  reset: m.states_task_reset,
  backup: m.states_task_backup,
  restore: m.states_task_restore,
  'delete-backup': m.states_task_delete_backup,
  unknown: m.states_task_unknown,
}

/** Whether what a refusal names as the work in its way is a kind of task. */
export const isTaskKind = (text: string): text is TaskKind => taskKinds.some((kind) => kind === text)

/** A kind of work as a noun, e.g. "Backup". */
export const taskKindName = (kind: TaskKind): string => taskNames[kind]()

/** What a task does, as a noun; a kind that we do not know as the platform writes it. */
export const taskKindWords = ({ kind, kindText }: Pick<Task, 'kind' | 'kindText'>): string =>
  kind === 'unknown' && kindText.trim() !== '' ? kindText : taskKindName(kind)

const taskStates: Names<Exclude<TaskState, 'unknown'>> = {
  waiting: m.states_work_waiting,
  held: m.states_work_held,
  running: m.states_work_running,
  done: m.states_work_done,
  failed: m.states_work_failed,
  cancelled: m.states_work_cancelled,
}

/** How far a task is, e.g. "Running". */
export const taskWords = ({ state, stateText }: Pick<Task, 'state' | 'stateText'>): string =>
  state === 'unknown' ? asWritten(stateText) : taskStates[state]()

const jobStates: Names<JobState> = {
  waiting: m.states_work_waiting,
  running: m.states_work_running,
  done: m.states_work_done,
  failed: m.states_work_failed,
  skipped: m.states_work_skipped,
  'rolling-back': m.states_work_rolling_back,
  'rolled-back': m.states_work_rolled_back,
  unknown: m.states_unknown,
}

/** How far a step is, e.g. "Rolled back". */
export const jobWords = ({ state }: Pick<Job, 'state'>): string => jobStates[state]()

const severities: Names<Exclude<Severity, 'unknown'>> = {
  info: m.states_severity_info,
  warning: m.states_severity_warning,
  error: m.states_severity_error,
}

/** How grave an event is; a word that we do not know as the platform writes it. */
export const severityWords = ({ severity, severityText }: Pick<TrailEvent, 'severity' | 'severityText'>): string =>
  severity === 'unknown' ? asWritten(severityText) : severities[severity]()
