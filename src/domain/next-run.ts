import type { BackupPolicy } from './policy'
import { scheduleOf } from './resolve'
import { nextRun, type Run } from './schedule'
import type { VirtualMachine } from './virtual-machine'

/** When the next backup is due, as far as the policies in sight tell; `system`: only the backup system knows. */
export type Due = Run | { readonly kind: 'system' | 'unknown' | 'none' }

const startOf = (run: Run): number => (run.kind === 'instant' ? run.at : run.from).getTime()

/**
 * The soonest next run over all policies of a VM. A policy that this person cannot see, or a value that is missing,
 * leaves `unknown` when nothing else is due; a policy that delegates leaves `system`.
 */
export function nextRunOf(vm: Pick<VirtualMachine, 'assignments'>, policies: readonly BackupPolicy[], now: Date): Due {
  if (vm.assignments === null) return { kind: 'unknown' }
  const schedules = vm.assignments.flatMap((assignment) => {
    const policy = policies.find((one) => one.id === assignment.policyId)
    if (!policy) return [null]
    return policy.configurations.map((configuration) =>
      scheduleOf(
        configuration,
        assignment.values.find((values) => values.key === configuration.key),
      ),
    )
  })
  const runs = schedules
    .flatMap((schedule) => (schedule ? (nextRun(schedule, now) ?? []) : []))
    .toSorted((a, b) => startOf(a) - startOf(b))
  const soonest = runs[0]
  if (soonest) return soonest
  if (schedules.some((schedule) => schedule?.every === 'system')) return { kind: 'system' }
  return { kind: schedules.includes(null) ? 'unknown' : 'none' }
}
