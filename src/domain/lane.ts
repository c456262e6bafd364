import type { Assignment } from './assignment'
import { hour } from './calendar'
import type { BackupConfiguration, BackupPolicy, Field } from './policy'
import { scheduleOf } from './resolve'
import { isDelegated, mostRuns, runsBetween, type Schedule } from './schedule'
import { graceOf, type Thresholds, usualThresholds } from './thresholds'

/** Why nothing can be expected of a configuration. */
export type Gap = 'policy-unseen' | 'values-missing' | 'schedule-unreadable'

/** The plan of one configuration on a VM. */
export interface Lane {
  /** Unique on the VM. */
  readonly key: string
  readonly policyId: string
  readonly policyName: string
  /** The platform's word for the type of backup that the configuration makes. */
  readonly typeText: string
  /** Null when there is a gap: then nothing can be expected. */
  readonly schedule: Schedule | null
  readonly gap: Gap | null
  /** As of the assignment. */
  readonly next?: Date
  /** How long after its time a backup may come and still be on time, in milliseconds. */
  readonly grace: number
}

const isUnread = (field: Field<unknown>): boolean => field.by === 'unread'

function isUnreadable({ timing }: BackupConfiguration): boolean {
  switch (timing.every) {
    case 'unknown':
      return true
    case 'defined-hour':
      return isUnread(timing.at)
    case 'hourly':
      return isUnread(timing.hours)
    case 'weekly-planned':
      return isUnread(timing.days) || isUnread(timing.time)
    case 'daily':
      return isUnread(timing.time)
    case 'monthly':
    case 'yearly':
      return isUnread(timing.time) || (timing.dates !== undefined && isUnread(timing.dates))
  }
}

/**
 * One policy of a VM, line by line; a policy that this person cannot see is one line of which nothing is known.
 * @param thresholds Of the site; they matter where runs are held against backups.
 */
export function lanesOf(
  assignment: Assignment,
  policy: BackupPolicy | undefined,
  thresholds: Thresholds = usualThresholds,
): readonly Lane[] {
  const { policyId, values, next } = assignment
  const { name: policyName } = policy ?? { name: assignment.policyName }
  const grace = graceOf(thresholds, policyName)
  if (!policy)
    return [{ key: policyId, policyId, policyName, typeText: '', schedule: null, gap: 'policy-unseen', grace }]
  return policy.configurations.map((configuration): Lane => {
    const { key, typeText } = configuration
    const schedule = scheduleOf(
      configuration,
      values.find((one) => one.key === key),
    )
    const gap = schedule ? null : isUnreadable(configuration) ? 'schedule-unreadable' : 'values-missing'
    return { key: `${policyId} ${key}`, policyId, policyName, typeText, schedule, gap, grace, ...(next && { next }) }
  })
}

/**
 * Reads the lanes of policies on VMs. What leaves everything to the policy, as most of a fleet does, is worked out once
 * and given again.
 * @param policies All that this person can see.
 * @param thresholds Of the site; they matter where runs are held against backups.
 */
export function laneReader(
  policies: readonly BackupPolicy[],
  thresholds: Thresholds = usualThresholds,
): (assignment: Assignment) => readonly Lane[] {
  const byId = new Map(policies.map((policy) => [policy.id, policy]))
  const plain = new Map<string, readonly Lane[]>()
  return (assignment) => {
    const { policyId, values, next } = assignment
    const isPlain = values.length === 0 && next === undefined
    const known = isPlain ? plain.get(policyId) : undefined
    if (known) return known
    const made = lanesOf(assignment, byId.get(policyId), thresholds)
    if (isPlain) plain.set(policyId, made)
    return made
  }
}

/**
 * The instants of a lane's runs from `from` (included) to `to` (left out), in their order; null where nobody here knows
 * them: the backup system chooses them, or a value or the policy is not seen. Every few hours is known where the platform
 * names the next run: the others lie so many hours apart from it.
 */
export function instantsOf({ schedule, next }: Lane, from: Date, to: Date): readonly Date[] | null {
  if (schedule === null || isDelegated(schedule)) return null
  if (schedule.every !== 'hourly')
    return runsBetween(schedule, from, to).flatMap((run) => (run.kind === 'instant' ? [run.at] : []))
  const step = schedule.hours * hour
  if (!next || !(step > 0)) return null
  const first = next.getTime() + Math.max(0, Math.ceil((from.getTime() - next.getTime()) / step)) * step
  const end = Math.min(to.getTime(), (schedule.until ?? to).getTime() + 1)
  const count = Math.min(mostRuns, Math.max(0, Math.ceil((end - first) / step)))
  return Array.from({ length: count }, (_, place) => new Date(first + place * step))
}
