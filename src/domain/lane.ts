import type { Assignment } from './assignment'
import type { BackupConfiguration, BackupPolicy, Field } from './policy'
import { scheduleOf } from './resolve'
import type { Schedule } from './schedule'
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
    const { policyId, values } = assignment
    const known = values.length === 0 ? plain.get(policyId) : undefined
    if (known) return known
    const made = lanesOf(assignment, byId.get(policyId), thresholds)
    if (values.length === 0) plain.set(policyId, made)
    return made
  }
}
