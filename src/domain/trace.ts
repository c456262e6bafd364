import type { Backup } from './backup'
import { isRequested, type Task, type TaskKind } from './task'

/** What is asked of a VM by hand, and must not be asked twice by mistake. */
export type Asked = Extract<TaskKind, 'backup' | 'restore'>

/** A sign that a request arrived whose answer was lost. */
export type Trace =
  | { readonly by: 'task'; readonly at: Date; readonly task: Task }
  /** A backup that nobody is said to have asked for: the plan may have started it, or the platform names nobody. */
  | { readonly by: 'unnamed-task'; readonly at: Date; readonly task: Task }
  /** No task tells of it; the backup, or the restore of one, is among the results. */
  | { readonly by: 'result'; readonly at: Date; readonly task: null }
  /** A task with a word of the platform that we do not know: it may be what was asked for. */
  | { readonly by: 'unknown-task'; readonly at: Date; readonly task: Task }

const begun = (kind: Asked, results: readonly Backup[]): readonly (Date | null)[] =>
  kind === 'backup'
    ? // What names its policy was made by the plan.
      results.flatMap(({ createdAt, policy }) => (policy === null ? [createdAt] : []))
    : results.flatMap(({ restores }) => restores.map(({ startedAt }) => startedAt))

/** What became of a request that was sent at a moment, the surest sign first; null where there is none so far. */
export function traceOf(
  kind: Asked,
  since: Date,
  { tasks, results }: { readonly tasks: readonly Task[]; readonly results: readonly Backup[] },
): Trace | null {
  const fresh = tasks.filter(({ startedAt }) => startedAt >= since)
  const alike = fresh.filter((one) => one.kind === kind)
  // No plan restores anything.
  const task = kind === 'restore' ? alike[0] : alike.find(isRequested)
  if (task) return { by: 'task', at: task.startedAt, task }
  const at = begun(kind, results).find((one) => one !== null && one >= since)
  if (at) return { by: 'result', at, task: null }
  const [unnamed] = alike
  if (unnamed) return { by: 'unnamed-task', at: unnamed.startedAt, task: unnamed }
  const odd = fresh.find((one) => one.kind === 'unknown')
  return odd ? { by: 'unknown-task', at: odd.startedAt, task: odd } : null
}
