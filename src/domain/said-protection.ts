import { failedBy } from './failed-by'
import type { Evidence, Protection, ProtectionState } from './protection'
import { isLate, type ProtectionJudge } from './protection-rule'
import type { VirtualMachine } from './virtual-machine'

/** What a list says of a VM's protection. */
export interface SaidProtection {
  /** Null: nothing yet. */
  readonly protection: Protection | null
  /** Its run has passed, nothing was heard of it yet, and it is not overdue either. */
  readonly late: boolean
  /** By what its newest backup failed, as a value that equal failures share; empty when it did not. */
  readonly cause: string
}

/** Whether nothing that is still to be read could change that a VM is in this state. */
export const isSettled = (state: ProtectionState, assignments: VirtualMachine['assignments']): boolean =>
  state === 'restoring' || state === 'running' || !assignments?.length

/** By what the newest backup of a VM failed; empty when it did not. */
export const causeOf = (protection: Protection | null, outcome: { readonly text: string | null } | null): string =>
  protection?.state === 'failed' ? failedBy(outcome?.text) : ''

/**
 * What is said of a VM at an instant. Half known, another state would be said, and taken back a moment later: so nothing is
 * said of what is still to be read.
 * @param pending Whether something is still to be read.
 */
export function sayOf(
  judge: ProtectionJudge,
  vm: Parameters<ProtectionJudge>[0],
  evidence: Evidence & { readonly outcome: { readonly text: string | null } | null },
  pending: boolean,
  now: Date,
): SaidProtection {
  const judged = judge(vm, evidence, now)
  const protection = pending && !isSettled(judged.state, vm.assignments) ? null : judged
  return {
    protection,
    late: protection !== null && isLate(protection, now),
    cause: causeOf(protection, evidence.outcome),
  }
}
