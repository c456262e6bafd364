import type { Assignment, ConfigurationValues, Content } from '~/domain/assignment'
import type { BackupSite } from '~/domain/capability'
import { isHourly } from '~/domain/check-assignment'
import { readDates } from '~/domain/dates'
import { formatIsoDateTime, parseIsoDateTime } from '~/domain/iso'
import { type BackupConfiguration, type BackupPolicy, mostHours, type Timing } from '~/domain/policy'
import { wholeNumber } from '~/domain/whole-number'

import {
  assignmentOf,
  type Base,
  type ConfigurationDraft,
  configurationDraft,
  draftIn,
  draftOf,
  type AssignmentDraft,
  type ProtectionDraft,
  sameJson,
  samePolicy,
  storedValues,
  timeOf,
} from './policy-draft'

/** A date and time as the platform keeps it, or the text as typed when it cannot be read: a rule says what is wrong. */
export const atOf = (text: string): string => {
  const parsed = parseIsoDateTime(text.trim())
  return parsed.ok && parsed.value.offset !== null ? formatIsoDateTime(parsed.value) : text.trim()
}

const byVm = (field: { readonly by: string }): boolean => field.by === 'vm'

/** The values of a schedule as entered; of two that belong together, the one that is not entered here stays. */
function enteredTiming(
  timing: Timing,
  draft: ConfigurationDraft,
  stored: ConfigurationValues | undefined,
): Omit<ConfigurationValues, 'key' | 'content'> {
  switch (timing.every) {
    case 'defined-hour':
      return byVm(timing.at) && draft.at.trim() ? { at: atOf(draft.at) } : {}
    case 'hourly':
      return byVm(timing.hours) && draft.hours.trim() ? { hours: wholeNumber(draft.hours) } : {}
    case 'weekly-planned': {
      const days = byVm(timing.days) ? draft.days : (stored?.days ?? [])
      const time = byVm(timing.time) ? timeOf(draft) : stored?.time
      return { ...(days.length > 0 && { days }), ...(time && { time }) }
    }
    case 'daily': {
      const time = byVm(timing.time) ? timeOf(draft) : null
      return time ? { time } : {}
    }
    case 'monthly':
    case 'yearly': {
      const dates = timing.dates && byVm(timing.dates) ? readDates(draft.dates) : (stored?.dates ?? [])
      const time = byVm(timing.time) ? timeOf(draft) : stored?.time
      return { ...(dates.length > 0 && { dates }), ...(time && { time }) }
    }
    case 'unknown':
      return {}
  }
}

function enteredContent({ type, content }: BackupConfiguration, draft: ConfigurationDraft): Content {
  if (content === 'system' || type === 'unknown') return { kind: 'all' }
  if (type === 'filesystem') return { kind: 'paths', paths: draft.paths }
  return draft.scope === 'some' ? { kind: 'disks', ids: draft.disks } : { kind: 'all' }
}

const timingOf = ({ at, hours, time, offset, days, dates }: ConfigurationDraft): unknown => [
  at,
  hours,
  time,
  offset,
  days,
  dates,
]
const contentOf = ({ scope, disks, paths }: ConfigurationDraft): unknown => [scope, scope === 'some' && disks, paths]

/** What was entered, over what the VM has: whatever was not touched goes back exactly as it came. */
export function valuesOf(
  configuration: BackupConfiguration,
  draft: ConfigurationDraft,
  stored: ConfigurationValues | undefined,
): ConfigurationValues {
  const { key, timing } = configuration
  const before = configurationDraft(key, stored)
  const entered = { key, ...enteredTiming(timing, draft, stored), content: enteredContent(configuration, draft) }
  if (!stored) return entered
  const sameTiming = sameJson(timingOf(before), timingOf(draft))
  const sameContent = sameJson(contentOf(before), contentOf(draft))
  if (sameTiming) return { ...stored, content: sameContent ? stored.content : entered.content }
  const { until } = stored
  return { ...entered, ...(until && { until }), content: sameContent ? stored.content : entered.content }
}

/** One policy as it would be saved. Values of configurations that the policy no longer has are kept. */
function toAssignment(policy: BackupPolicy, draft: AssignmentDraft, base: Base): Assignment {
  const stored = assignmentOf(base, policy.id)
  const known = new Set(policy.configurations.map(({ key }) => key))
  return {
    policyId: policy.id,
    policyName: stored?.policyName ?? policy.name,
    values: [
      ...policy.configurations.map((configuration) =>
        valuesOf(
          configuration,
          draft.configurations.find(({ key }) => key === configuration.key) ??
            configurationDraft(configuration.key, undefined),
          storedValues(base, policy.id, configuration.key),
        ),
      ),
      ...(stored?.values.filter(({ key }) => !known.has(key)) ?? []),
    ],
  }
}

/** The form as the platform would get it. A policy that was not touched goes back exactly as it came. */
export function assignmentsOf(draft: ProtectionDraft, base: Base): readonly Assignment[] {
  const opened = draftOf(base)
  return draft.chosen.flatMap((id) => {
    const stored = assignmentOf(base, id)
    const policy = base.policies.find((one) => one.id === id)
    const entered = draftIn(draft, id)
    if (!policy || !entered) return stored ? [stored] : []
    if (stored && samePolicy(entered, draftIn(opened, id))) return [stored]
    return [toAssignment(policy, entered, base)]
  })
}

/**
 * Values as they will take effect: a date that names no instant, or a number of hours that is refused, is still to be
 * given, and a choice of disks that the backup system ignores is all disks.
 */
export function spokenValues(
  values: ConfigurationValues | undefined,
  { system }: BackupSite,
  { timing }: BackupConfiguration,
): ConfigurationValues | undefined {
  if (!values) return values
  const ignored = values.content.kind === 'disks' && system?.can['choose-disks'] === false
  const { at, hours, ...others } = { ...values, content: ignored ? ({ kind: 'all' } as const) : values.content }
  const parsed = at === undefined ? null : parseIsoDateTime(at)
  return {
    ...others,
    ...(at !== undefined && parsed?.ok && parsed.value.instant && { at }),
    ...(hours !== undefined &&
      isHourly(hours, (timing.every === 'hourly' ? timing.most : undefined) ?? mostHours) && { hours }),
  }
}
