import type { BulkOrder } from './bulk-plan'

/** Why a line was not done, in words, with the platform's own code. */
export interface Said {
  readonly title: string
  readonly detail: string | null
  readonly next: string | null
  readonly code: string | null
}

/** One VM of a job, as it was called when the job was decided. */
export interface BulkLine {
  readonly id: string
  readonly name: string
  readonly datacenter: string | null
  readonly tenant: string | null
  /** Ids of policies whose place the new one takes. */
  readonly replaces: readonly string[]
  /** Whether its backup is copied to a second place as well. */
  readonly replicate: boolean
}

/** How far a line got. Times are ISO 8601 in UTC, by the server's clock. */
export type BulkLineState =
  | { readonly at: 'waiting' }
  | { readonly at: 'sending'; readonly since: string }
  /** `task`: the work that the platform accepted; null when it was done at once. */
  | { readonly at: 'done'; readonly time: string; readonly task: string | null }
  | { readonly at: 'failed'; readonly time: string; readonly said: Said }
  /** Sent, and no answer came. Never sent again by itself. */
  | { readonly at: 'unknown'; readonly since: string; readonly time: string }
  /** Not sent for a reason: by the dry run, or because the VM was so already. */
  | { readonly at: 'skipped'; readonly time: string; readonly said: Said }

/** A change of many VMs: plain data, kept where it survives a reload. */
export interface BulkJob {
  readonly id: string
  /** ISO 8601 in UTC. */
  readonly startedAt: string
  readonly order: BulkOrder
  readonly lines: readonly BulkLine[]
  readonly states: Readonly<Record<string, BulkLineState>>
}

/** What came of sending one line. `failed`: the platform refused; `unknown`: it may have it, since no answer came. */
export type BulkAnswer =
  | { readonly kind: 'done'; readonly task: string | null }
  /** `rest`: for how long the platform asks to be left alone, in milliseconds. */
  | { readonly kind: 'failed'; readonly said: Said; readonly rest?: number }
  | { readonly kind: 'skipped'; readonly said: Said }
  | { readonly kind: 'unknown' }
  /** It is certain that the platform did not get it. */
  | { readonly kind: 'not-sent' }

/** What moves a job on; `at` is ISO 8601 in UTC, by the server's clock. */
export type BulkEvent =
  | { readonly type: 'send'; readonly id: string; readonly at: string }
  | { readonly type: 'answer'; readonly id: string; readonly at: string; readonly answer: BulkAnswer }
  /** The page that was sending is gone: what was on its way is not known. */
  | { readonly type: 'interrupted'; readonly at: string }
  /** A person decided to send these again. */
  | { readonly type: 'again'; readonly ids: readonly string[] }

const waiting: BulkLineState = { at: 'waiting' }

/** How far the line of a VM is; one of which nothing was kept has not been sent. */
export const lineState = ({ states }: BulkJob, id: string): BulkLineState => states[id] ?? waiting

function answered(before: Extract<BulkLineState, { at: 'sending' }>, answer: BulkAnswer, time: string): BulkLineState {
  switch (answer.kind) {
    case 'done':
      return { at: 'done', time, task: answer.task }
    case 'failed':
    case 'skipped':
      return { at: answer.kind, time, said: answer.said }
    case 'unknown':
      return { at: 'unknown', since: before.since, time }
    case 'not-sent':
      return waiting
  }
}

const put = (job: BulkJob, changed: Readonly<Record<string, BulkLineState>>): BulkJob =>
  Object.keys(changed).length === 0 ? job : { ...job, states: { ...job.states, ...changed } }

/** The ids of the lines that are in one of these states, in their order. */
export const linesAt = (job: BulkJob, ...wanted: readonly BulkLineState['at'][]): readonly string[] =>
  job.lines.flatMap(({ id }) => (wanted.includes(lineState(job, id).at) ? [id] : []))

/** Whether there is something left to do or to find out: a line waits, is on its way, or is not known. */
export const hasOpenLines = (job: BulkJob): boolean =>
  job.lines.some(({ id }) => ['waiting', 'sending', 'unknown'].includes(lineState(job, id).at))

/** A line that waits can be sent, and no other: the same job comes back when an event does not apply to it. */
export function reduceJob(job: BulkJob, event: BulkEvent): BulkJob {
  switch (event.type) {
    case 'send':
      return lineState(job, event.id).at === 'waiting' && job.lines.some(({ id }) => id === event.id)
        ? put(job, { [event.id]: { at: 'sending', since: event.at } })
        : job
    case 'answer': {
      const before = lineState(job, event.id)
      // A line that is skipped right before it is sent was never on its way.
      if (before.at === 'waiting' && (event.answer.kind === 'skipped' || event.answer.kind === 'failed'))
        return put(job, { [event.id]: { at: event.answer.kind, time: event.at, said: event.answer.said } })
      return before.at === 'sending' ? put(job, { [event.id]: answered(before, event.answer, event.at) }) : job
    }
    case 'interrupted':
      return put(
        job,
        Object.fromEntries(
          job.lines.flatMap(({ id }) => {
            const before = lineState(job, id)
            return before.at === 'sending'
              ? [[id, { at: 'unknown', since: before.since, time: event.at }] as const]
              : []
          }),
        ),
      )
    case 'again': {
      const open = linesAt(job, 'failed', 'unknown', 'skipped').filter((id) => event.ids.includes(id))
      return put(job, Object.fromEntries(open.map((id) => [id, waiting] as const)))
    }
  }
}

/** Lines by how far they are; a state that no line is in counts 0. */
export type BulkCounts = Readonly<Record<BulkLineState['at'], number>>

/** How many lines are in each state; together they are all lines. */
export function countJob(job: BulkJob): BulkCounts {
  const counts = { waiting: 0, sending: 0, done: 0, failed: 0, unknown: 0, skipped: 0 }
  for (const { id } of job.lines) counts[lineState(job, id).at] += 1
  return counts
}
