import type { Outcome } from './backup'
import { isRunning, type Task } from './task'
import type { VirtualMachine } from './virtual-machine'

export const protectionStates = [
  'not-protected',
  'scheduled',
  'protected',
  'running',
  'failed',
  'restoring',
  'unknown',
] as const

/** What the badge of a VM says. `scheduled`: a policy is assigned and no backup of it has ended yet, as far as one knows. */
export type ProtectionState = (typeof protectionStates)[number]

/** How the newest known backup of a VM ended. */
export interface RecentOutcomeLike {
  readonly outcome: Outcome
}

/** What is known of a VM beside itself. */
export interface Evidence {
  readonly outcome: RecentOutcomeLike | null
  /** The work that runs on it. */
  readonly task: Task | null
  /** Whether outcomes could be read: without them the absence of one means nothing. */
  readonly outcomesKnown: boolean
}

/**
 * The protection of a VM in one word. What runs comes first, then whether anything protects it, then how the newest
 * backup ended; what is not known is never taken for good.
 */
export function protectionOf(
  vm: Pick<VirtualMachine, 'assignments' | 'state'>,
  { outcome, task, outcomesKnown }: Evidence,
): ProtectionState {
  if (task && isRunning(task) && task.kind === 'restore') return 'restoring'
  if (task && isRunning(task) && task.kind === 'backup') return 'running'
  if (vm.assignments === null) return 'unknown'
  if (vm.assignments.length === 0) return 'not-protected'
  // What locks a VM without telling may be its first backup.
  const maybeRuns = vm.state === 'locked' && task === null
  if (outcome === null) return outcomesKnown && !maybeRuns ? 'scheduled' : 'unknown'
  switch (outcome.outcome) {
    case 'good':
      return 'protected'
    case 'running':
      return 'running'
    case 'failed':
      return 'failed'
    case 'unknown':
      return 'unknown'
  }
}
