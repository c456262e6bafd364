import type { Assignment, ConfigurationValues, Content } from '~/domain/assignment'
import type { BackupSite } from '~/domain/capability'
import { formatIsoDateTime, formatOffset, type OffsetTime, parseIsoDateTime, parseIsoTime } from '~/domain/iso'
import { type BackupConfiguration, type BackupPolicy, type Timing, type Weekday, weekdays } from '~/domain/policy'
import type { VirtualMachine } from '~/domain/virtual-machine'

/** What a person entered for one configuration of a policy. Texts stay as typed until they are saved. */
export interface ConfigurationDraft {
  readonly key: string
  readonly at: string
  readonly hours: string
  /** `hh:mm` or `hh:mm:ss`. */
  readonly time: string
  /** `+01:00`; empty: not said yet. It is never guessed. */
  readonly offset: string
  readonly days: readonly Weekday[]
  readonly scope: 'all' | 'some'
  readonly disks: readonly string[]
  readonly paths: readonly string[]
}

export interface PolicyDraft {
  readonly id: string
  readonly configurations: readonly ConfigurationDraft[]
}

/** The form: which policies protect the VM, and what was entered for each policy in sight, chosen or not. */
export interface ProtectionDraft {
  readonly chosen: readonly string[]
  readonly policies: readonly PolicyDraft[]
}

/** What the form was opened on; a newer answer of the platform does not change it under a person who types. */
export interface Base {
  readonly vm: VirtualMachine
  readonly policies: readonly BackupPolicy[]
}

const two = (value: number): string => String(value).padStart(2, '0')

/** A time of day as the form shows it, seconds only when there are some. */
export const timeText = ({ hour, minute, second }: OffsetTime): string =>
  `${two(hour)}:${two(minute)}${second === 0 ? '' : `:${two(second)}`}`

/** The values of a VM as a form shows them. */
export function configurationDraft(key: string, stored: ConfigurationValues | undefined): ConfigurationDraft {
  const content = stored?.content
  return {
    key,
    at: stored?.at ?? '',
    hours: stored?.hours === undefined ? '' : String(stored.hours),
    time: stored?.time ? timeText(stored.time) : '',
    offset: stored?.time ? formatOffset(stored.time.offset) : '',
    days: weekdays.filter((day) => stored?.days?.includes(day)),
    scope: content?.kind === 'disks' ? 'some' : 'all',
    disks: content?.kind === 'disks' ? content.ids : [],
    paths: content?.kind === 'paths' ? content.paths : [],
  }
}

export const assignmentOf = (base: Base, policyId: string): Assignment | undefined =>
  base.vm.assignments?.find((assignment) => assignment.policyId === policyId)

const storedValues = (base: Base, policyId: string, key: string): ConfigurationValues | undefined =>
  assignmentOf(base, policyId)?.values.find((values) => values.key === key)

/** Assigned policies that this person may not see; they are kept as they are. */
export const unseenAssignments = ({ vm, policies }: Base): readonly Assignment[] =>
  vm.assignments?.filter(({ policyId }) => !policies.some(({ id }) => id === policyId)) ?? []

/** The form as it opens. */
export const draftOf = (base: Base): ProtectionDraft => ({
  chosen: base.vm.assignments?.map(({ policyId }) => policyId) ?? [],
  policies: base.policies.map(({ id, configurations }) => ({
    id,
    configurations: configurations.map(({ key }) => configurationDraft(key, storedValues(base, id, key))),
  })),
})

/** A date and time as the platform keeps it, or the text as typed when it cannot be read: a rule says what is wrong. */
const atOf = (text: string): string => {
  const parsed = parseIsoDateTime(text.trim())
  return parsed.ok && parsed.value.offset !== null ? formatIsoDateTime(parsed.value) : text.trim()
}

/** Time and offset as entered; null when one of them is missing or cannot be read. */
export function timeOf({ time, offset }: Pick<ConfigurationDraft, 'time' | 'offset'>): OffsetTime | null {
  const parsed = parseIsoTime(time.trim() + offset.trim())
  if (!parsed.ok || parsed.value.offset === null) return null
  const { hour, minute, second } = parsed.value
  return { hour, minute, second, offset: parsed.value.offset }
}

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

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
      return byVm(timing.hours) && draft.hours.trim() ? { hours: Number(draft.hours) } : {}
    case 'weekly-planned': {
      const days = byVm(timing.days) ? draft.days : (stored?.days ?? [])
      const time = byVm(timing.time) ? timeOf(draft) : stored?.time
      return { ...(days.length > 0 && { days }), ...(time && { time }) }
    }
    case 'daily':
    case 'monthly': {
      const time = byVm(timing.time) ? timeOf(draft) : null
      return time ? { time } : {}
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

const timingOf = ({ at, hours, time, offset, days }: ConfigurationDraft): unknown => [at, hours, time, offset, days]
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
  return { ...entered, content: sameContent ? stored.content : entered.content }
}

/** One policy as it would be saved. Values of configurations that the policy no longer has are kept. */
function toAssignment(policy: BackupPolicy, draft: PolicyDraft, base: Base): Assignment {
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

const draftIn = (draft: ProtectionDraft, policyId: string): PolicyDraft | undefined =>
  draft.policies.find(({ id }) => id === policyId)

/** The form as the platform would get it. A policy that was not touched goes back exactly as it came. */
export function assignmentsOf(draft: ProtectionDraft, base: Base): readonly Assignment[] {
  const opened = draftOf(base)
  return draft.chosen.flatMap((id) => {
    const stored = assignmentOf(base, id)
    const policy = base.policies.find((one) => one.id === id)
    const entered = draftIn(draft, id)
    if (!policy || !entered) return stored ? [stored] : []
    if (stored && sameJson(entered, draftIn(opened, id))) return [stored]
    return [toAssignment(policy, entered, base)]
  })
}

const sendable = (draft: ProtectionDraft): unknown =>
  draft.chosen.toSorted().map((id) => [id, draftIn(draft, id)?.configurations])

/** Whether two forms would save the same; what was typed for policies that are not chosen does not count. */
export const sameDraft = (a: ProtectionDraft, b: ProtectionDraft): boolean => sameJson(sendable(a), sendable(b))

/**
 * Values as they will take effect: a date that names no instant yet is still to be given, and a choice of disks that the
 * backup system ignores is all disks.
 */
export function spokenValues(
  values: ConfigurationValues | undefined,
  { system }: BackupSite,
): ConfigurationValues | undefined {
  if (!values) return values
  const ignored = values.content.kind === 'disks' && system?.can['choose-disks'] === false
  const { at, ...others } = { ...values, content: ignored ? ({ kind: 'all' } as const) : values.content }
  const parsed = at === undefined ? null : parseIsoDateTime(at)
  return at !== undefined && parsed?.ok && parsed.value.instant ? { ...others, at } : others
}

/** What saving would do to the policies of the VM. */
export interface Changes {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** Policies that stay, with other values. */
  readonly altered: readonly string[]
}

/** Names of the policies that a save adds, removes and alters. */
export function changesOf(draft: ProtectionDraft, base: Base): Changes {
  const opened = draftOf(base)
  const name = (id: string): string =>
    base.policies.find((policy) => policy.id === id)?.name ?? assignmentOf(base, id)?.policyName ?? id
  return {
    added: draft.chosen.filter((id) => !opened.chosen.includes(id)).map(name),
    removed: opened.chosen.filter((id) => !draft.chosen.includes(id)).map(name),
    altered: draft.chosen
      .filter((id) => opened.chosen.includes(id) && !sameJson(draftIn(draft, id), draftIn(opened, id)))
      .map(name),
  }
}
