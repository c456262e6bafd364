import { type Backup, isPartial, type Outcome, type Restore } from '~/domain/backup'
import type { Severity, TrailEvent } from '~/domain/event'
import type { Job, JobState, Task, TaskState } from '~/domain/task'
import type { VirtualMachine, VmState } from '~/domain/virtual-machine'
import { jobWords, outcomeWords, severityWords, taskWords, vmStateWords } from '~/texts/states'
import { type Shape, StateMark, type Tone } from '~/ui/state-mark'

interface Look {
  readonly tone: Tone
  readonly shape: Shape
}

const vmLooks: Readonly<Record<VmState, Look>> = {
  'not-deployed': { tone: 'neutral', shape: 'outline' },
  allocated: { tone: 'neutral', shape: 'outline' },
  configured: { tone: 'neutral', shape: 'outline' },
  on: { tone: 'good', shape: 'play' },
  paused: { tone: 'warning', shape: 'pause' },
  off: { tone: 'neutral', shape: 'stop' },
  locked: { tone: 'running', shape: 'running' },
  unknown: { tone: 'unknown', shape: 'question' },
}

const outcomeLooks: Readonly<Record<Outcome, Look>> = {
  good: { tone: 'good', shape: 'check' },
  running: { tone: 'running', shape: 'running' },
  failed: { tone: 'bad', shape: 'cross' },
  unknown: { tone: 'unknown', shape: 'question' },
}

const taskLooks: Readonly<Record<TaskState, Look>> = {
  waiting: { tone: 'neutral', shape: 'clock' },
  held: { tone: 'warning', shape: 'hourglass' },
  running: { tone: 'running', shape: 'running' },
  done: { tone: 'good', shape: 'check' },
  failed: { tone: 'bad', shape: 'cross' },
  cancelled: { tone: 'neutral', shape: 'dash' },
  unknown: { tone: 'unknown', shape: 'question' },
}

const jobLooks: Readonly<Record<JobState, Look>> = {
  waiting: { tone: 'neutral', shape: 'clock' },
  running: { tone: 'running', shape: 'running' },
  done: { tone: 'good', shape: 'check' },
  failed: { tone: 'bad', shape: 'cross' },
  skipped: { tone: 'neutral', shape: 'dash' },
  'rolling-back': { tone: 'warning', shape: 'restore' },
  'rolled-back': { tone: 'warning', shape: 'restore' },
  unknown: { tone: 'unknown', shape: 'question' },
}

const severityLooks: Readonly<Record<Severity, Look>> = {
  info: { tone: 'neutral', shape: 'info' },
  warning: { tone: 'warning', shape: 'alert' },
  error: { tone: 'bad', shape: 'cross' },
  unknown: { tone: 'unknown', shape: 'question' },
}

/** The state of a VM: a shape of its own and words. */
export const VmStateMark = ({ vm, look }: { readonly vm: VirtualMachine; readonly look?: 'text' | 'pill' }) => (
  <StateMark {...vmLooks[vm.state]} label={vmStateWords(vm)} {...(look && { look })} />
)

/** Neither good nor failed, as on the timeline. */
const partly: Look = { tone: 'warning', shape: 'alert' }

/** How a backup or a restore ended. Words that nobody knows look neutral and are shown as they came. */
export const OutcomeMark = ({ of }: { readonly of: Backup | Restore }) => (
  <StateMark {...(isPartial(of) ? partly : outcomeLooks[of.outcome])} label={outcomeWords(of)} />
)

export const TaskMark = ({ task }: { readonly task: Task }) => (
  <StateMark {...taskLooks[task.state]} label={taskWords(task)} />
)

export const JobMark = ({ job }: { readonly job: Job }) => <StateMark {...jobLooks[job.state]} label={jobWords(job)} />

export const SeverityMark = ({ event }: { readonly event: TrailEvent }) => (
  <StateMark {...severityLooks[event.severity]} label={severityWords(event)} />
)
