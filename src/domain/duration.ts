import type { Task, TaskKind } from './task'

/**
 * How long a task took, in milliseconds; null where its begin and its end are one moment, for then the platform told only
 * one of them, or none.
 */
export function tookOf({ startedAt, updatedAt }: Task): number | null {
  const ms = updatedAt.getTime() - startedAt.getTime()
  return ms > 0 ? ms : null
}

/** How long a kind of work usually takes on a VM, in milliseconds: the median of its finished tasks; `null` without any. */
export function usualDuration(tasks: readonly Task[], kind: TaskKind): number | null {
  const took = tasks
    .filter((task) => task.kind === kind && task.state === 'done')
    .map(tookOf)
    .filter((ms) => ms !== null)
    .toSorted((a, b) => a - b)
  const middle = Math.floor(took.length / 2)
  const upper = took[middle]
  if (upper === undefined) return null
  const lower = took[middle - 1]
  return took.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2
}
