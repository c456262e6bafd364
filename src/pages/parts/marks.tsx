import { type Backup, isPartial, type Outcome, type Restore } from '~/domain/backup'
import type { Severity, TrailEvent } from '~/domain/event'
import type { Job, JobState, Task, TaskState } from '~/domain/task'
import { jobWords, outcomeWords, severityWords, taskWords } from '~/texts/states'
import { type MarkLook, StateMark } from '~/ui/state-mark'

const outcomeLooks: Readonly<Record<Outcome, MarkLook>> = {
  good: { tone: 'good', shape: 'check' },
  running: { tone: 'running', shape: 'running' },
  failed: { tone: 'bad', shape: 'cross' },
  unknown: { tone: 'unknown', shape: 'question' },
}

const taskLooks: Readonly<Record<TaskState, MarkLook>> = {
  waiting: { tone: 'neutral', shape: 'clock' },
  held: { tone: 'warning', shape: 'hourglass' },
  running: { tone: 'running', shape: 'running' },
  done: { tone: 'good', shape: 'check' },
  failed: { tone: 'bad', shape: 'cross' },
  cancelled: { tone: 'neutral', shape: 'dash' },
  unknown: { tone: 'unknown', shape: 'question' },
}

const jobLooks: Readonly<Record<JobState, MarkLook>> = {
  waiting: { tone: 'neutral', shape: 'clock' },
  running: { tone: 'running', shape: 'running' },
  done: { tone: 'good', shape: 'check' },
  failed: { tone: 'bad', shape: 'cross' },
  skipped: { tone: 'neutral', shape: 'dash' },
  'rolling-back': { tone: 'warning', shape: 'restore' },
  'rolled-back': { tone: 'warning', shape: 'restore' },
  unknown: { tone: 'unknown', shape: 'question' },
}

const severityLooks: Readonly<Record<Severity, MarkLook>> = {
  info: { tone: 'neutral', shape: 'info' },
  warning: { tone: 'warning', shape: 'alert' },
  error: { tone: 'bad', shape: 'cross' },
  unknown: { tone: 'unknown', shape: 'question' },
}

/** Neither good nor failed, as on the timeline. */
const partly: MarkLook = { tone: 'warning', shape: 'alert' }

/** How a backup or a restore ended. Words that nobody knows look neutral and are shown as they came. */
export const OutcomeMark = ({ of }: { readonly of: Backup | Restore }) => (
  <StateMark {...(isPartial(of) ? partly : outcomeLooks[of.outcome])} label={outcomeWords(of)} />
)

/** What became of a task. */
export const TaskMark = ({ task }: { readonly task: Task }) => (
  <StateMark {...taskLooks[task.state]} label={taskWords(task)} />
)

/** What became of a step of a task. */
export const JobMark = ({ job }: { readonly job: Job }) => <StateMark {...jobLooks[job.state]} label={jobWords(job)} />

/** How bad an event is. */
export const SeverityMark = ({ event }: { readonly event: TrailEvent }) => (
  <StateMark {...severityLooks[event.severity]} label={severityWords(event)} />
)
