import type { Assignment, ConfigurationValues, Content } from '~/domain/assignment'
import { formatOffsetTime } from '~/domain/iso'

import { ApiError } from '../error'
import { assumed } from './assumed'
import { type Addresses, linkOf } from './links'
import { writeDateTime, writeTimeOfDay } from './times'
import { keyOf, policyIdOf, toValues } from './to-assignment'
import { assignedPolicy, backupConfiguration, type BackupConfigurationOnWire, type Link } from './wire'
import type { BackupPolicy } from './wire-work'

type Line = Readonly<Record<string, unknown>>

/** The time of a configuration as the wire writes it; undefined when the VM gives none. */
function timeWord({ at, hours, time }: ConfigurationValues): string | undefined {
  if (hours !== undefined) return String(hours)
  if (time !== undefined) return writeTimeOfDay(time)
  if (at === undefined) return undefined
  const written = writeDateTime(at)
  if (written === null) throw new ApiError('invalid', `${at} is no date and time with an offset`)
  return written
}

const sameTime = (a: ConfigurationValues, b: ConfigurationValues): boolean =>
  a.at === b.at && a.hours === b.hours && (a.time && formatOffsetTime(a.time)) === (b.time && formatOffsetTime(b.time))

const sourcesOf = (content: Content): readonly string[] =>
  content.kind === 'disks' ? content.ids : content.kind === 'paths' ? content.paths : []

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one))

/** The members of a line that change. What the VM does not give, and what stays the same, is not touched. */
function changes(before: ConfigurationValues | null, after: ConfigurationValues): Line {
  const time = before && sameTime(before, after) ? undefined : timeWord(after)
  const days = before && sameList(before.days ?? [], after.days ?? []) ? undefined : after.days
  const sources = sourcesOf(after.content)
  const sameSources = sameList(before ? sourcesOf(before.content) : [], sources)
  return {
    ...(time !== undefined && { time }),
    ...(days && { days: days.map((day) => day.toUpperCase()) }),
    ...(!sameSources && { sources }),
  }
}

/** Type and periodicity in the words and under the names that the policy itself uses. */
function newLine(key: string, policy: BackupPolicy | null): BackupConfigurationOnWire {
  const line = policy?.backupConfigurations.find((one) => keyOf(one) === key)
  const [type = '', subtype = ''] = key.split('/')
  if (!line) return { type, subtype }
  return line.subtype === null ? { type: line.type, period: line.period } : { type: line.type, subtype: line.subtype }
}

/** One configuration merged into what the VM has of it; null when there is nothing to say. */
function mergedLine(before: unknown, after: ConfigurationValues, policy: BackupPolicy | null): unknown {
  const known = before === undefined ? null : backupConfiguration.parse(before)
  const changed = changes(known && toValues(known), after)
  if (Object.keys(changed).length === 0) return before ?? null
  return { ...(known ? asLine(before) : newLine(after.key, policy)), ...changed }
}

const isLine = (value: unknown): value is Line => typeof value === 'object' && value !== null && !Array.isArray(value)
const asLine = (value: unknown): Line => (isLine(value) ? value : {})

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const keyOfLine = (line: unknown): string | null => {
  const parsed = backupConfiguration.safeParse(line)
  return parsed.success ? keyOf(parsed.data) : null
}

/** The lines of an element: those that the VM has, merged, then new ones. */
function mergedLines(before: readonly unknown[], after: Assignment, policy: BackupPolicy | null): readonly unknown[] {
  const wanted = new Map(after.values.map((values) => [values.key, values]))
  const kept = before.map((line) => {
    const values = wanted.get(keyOfLine(line) ?? '')
    return values ? mergedLine(line, values, policy) : line
  })
  const present = new Set(before.map(keyOfLine))
  const added = after.values
    .filter(({ key }) => !present.has(key))
    .map((values) => mergedLine(undefined, values, policy))
    .filter((line) => line !== null)
  return [...kept, ...added]
}

/** The element itself when nothing in it changes. */
function mergedElement(element: unknown, after: Assignment, policy: BackupPolicy | null): unknown {
  const before = listOf(asLine(element)['backupConfigurations'])
  const lines = mergedLines(before, after, policy)
  const isSame = lines.length === before.length && lines.every((line, index) => line === before[index])
  return isSame ? element : { ...asLine(element), backupConfigurations: lines }
}

function newElement(after: Assignment, policy: BackupPolicy | null): unknown {
  const edit = policy && (linkOf(policy.links, 'edit') ?? linkOf(policy.links, 'self'))
  if (!policy || !edit) throw new ApiError('not-found', 'This policy is not among those of the datacenter')
  const link: Link = {
    rel: assumed.rel.policy,
    title: policy.name ?? edit.title ?? '',
    type: 'application/vnd.abiquo.backuppolicy+json',
    href: edit.href,
  }
  return { links: [link], backupConfigurations: mergedLines([], after, policy) }
}

/**
 * A VM's `backupPolicies` with a new choice of policies. What stays the same stays byte for byte, down to a single time:
 * a fixed offset that someone chose is never rewritten by the way. Elements whose policy is out of this person's sight,
 * or that cannot be read, are kept: nobody removes what they do not see.
 */
export function fromAssignments(
  places: Addresses,
  existing: readonly unknown[],
  wanted: readonly Assignment[],
  policies: ReadonlyMap<string, BackupPolicy>,
): readonly unknown[] {
  const chosen = new Map(wanted.map((assignment) => [assignment.policyId, assignment]))
  const present = new Set<string>()
  let readable = 0
  const kept = existing.flatMap((element) => {
    const parsed = assignedPolicy.safeParse(element)
    if (!parsed.success) return [element]
    const id = policyIdOf(places, parsed.data, readable++)
    present.add(id)
    const after = chosen.get(id)
    const policy = policies.get(id) ?? null
    if (!after) return policy === null ? [element] : []
    return [mergedElement(element, after, policy)]
  })
  const added = wanted
    .filter(({ policyId }) => !present.has(policyId))
    .map((assignment) => newElement(assignment, policies.get(assignment.policyId) ?? null))
  return [...kept, ...added]
}
