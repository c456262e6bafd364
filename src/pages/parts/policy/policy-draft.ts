import type { Assignment, ConfigurationValues } from '~/domain/assignment'
import { readDates, writeDates } from '~/domain/dates'
import { formatOffset, formatOffsetTime, parseIsoDateTime, parseIsoTime, twoDigits } from '~/domain/iso'
import type { OffsetTime } from '~/domain/iso-value'
import { type BackupPolicy, type Weekday, weekdays } from '~/domain/policy'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { wholeNumber } from '~/domain/whole-number'

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
  /** Days of a month or of a year, with commas between. */
  readonly dates: string
  readonly scope: 'all' | 'some'
  readonly disks: readonly string[]
  readonly paths: readonly string[]
}

/** What a person entered for one policy of a VM. */
export interface AssignmentDraft {
  readonly id: string
  readonly configurations: readonly ConfigurationDraft[]
}

/** The form: which policies protect the VM, and what was entered for each policy in sight, chosen or not. */
export interface ProtectionDraft {
  readonly chosen: readonly string[]
  readonly policies: readonly AssignmentDraft[]
}

/** What the form was opened on; a newer answer of the platform does not change it under a person who types. */
export interface Base {
  readonly vm: VirtualMachine
  readonly policies: readonly BackupPolicy[]
}

/** A time of day as the form shows it, seconds only when there are some. */
export const timeText = ({ hour, minute, second }: OffsetTime): string =>
  `${twoDigits(hour)}:${twoDigits(minute)}${second === 0 ? '' : `:${twoDigits(second)}`}`

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
    dates: writeDates(stored?.dates ?? []),
    scope: content?.kind === 'disks' ? 'some' : 'all',
    disks: content?.kind === 'disks' ? content.ids : [],
    paths: content?.kind === 'paths' ? content.paths : [],
  }
}

/** A policy as the VM had it when the form was opened; undefined where it had not. */
export const assignmentOf = (base: Base, policyId: string): Assignment | undefined =>
  base.vm.assignments?.find((assignment) => assignment.policyId === policyId)

/** What the VM has for one configuration of a policy. */
export const storedValues = (base: Base, policyId: string, key: string): ConfigurationValues | undefined =>
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

/** Time and offset as entered; null when one of them is missing or cannot be read. */
export function timeOf({ time, offset }: Pick<ConfigurationDraft, 'time' | 'offset'>): OffsetTime | null {
  const parsed = parseIsoTime(time.trim() + offset.trim())
  if (!parsed.ok || parsed.value.offset === null) return null
  const { hour, minute, second } = parsed.value
  return { hour, minute, second, offset: parsed.value.offset }
}

/** Whether two values are written the same. */
export const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What was entered for one policy. */
export const draftIn = (draft: ProtectionDraft, policyId: string): AssignmentDraft | undefined =>
  draft.policies.find(({ id }) => id === policyId)

const instantOf = (text: string): string => {
  const parsed = parseIsoDateTime(text.trim())
  return parsed.ok && parsed.value.instant ? parsed.value.instant.toISOString() : text.trim()
}

/** What was entered, as it is meant: a value can be typed in other ways than the platform writes it. */
function meaningOf({ key, at, hours, time, offset, days, dates, scope, disks, paths }: ConfigurationDraft): unknown {
  const count = wholeNumber(hours)
  const read = timeOf({ time, offset })
  return [
    key,
    instantOf(at),
    Number.isNaN(count) ? hours.trim() : String(count),
    read ? formatOffsetTime(read) : [time.trim(), offset.trim()],
    weekdays.filter((day) => days.includes(day)),
    readDates(dates),
    scope,
    scope === 'some' && disks.toSorted(),
    paths,
  ]
}

const sendable = (draft: ProtectionDraft): unknown =>
  draft.chosen.toSorted().map((id) => [id, draftIn(draft, id)?.configurations.map(meaningOf)])

/**
 * Whether two forms would save what means the same; what was typed for policies that are not chosen does not count.
 */
export const sameDraft = (a: ProtectionDraft, b: ProtectionDraft): boolean => sameJson(sendable(a), sendable(b))

/** Whether what was entered for a policy means the same. */
export const samePolicy = (a: AssignmentDraft | undefined, b: AssignmentDraft | undefined): boolean =>
  sameJson(a?.configurations.map(meaningOf), b?.configurations.map(meaningOf))

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
      .filter((id) => opened.chosen.includes(id) && !samePolicy(draftIn(draft, id), draftIn(opened, id)))
      .map(name),
  }
}
