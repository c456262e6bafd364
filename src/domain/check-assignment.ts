import type { Assignment, ConfigurationValues, Content } from './assignment'
import { checkBackupPath, pathKey } from './backup-path'
import { type DateText, monthDate, yearDate } from './dates'
import { parseIsoDateTime } from './iso'
import type { IsoProblem, OffsetTime } from './iso-value'
import type { GuestOs, PathProblem } from './path-problem'
import type { BackupConfiguration, BackupPolicy, Field } from './policy'
import { isOffsetTime } from './schedule'
import type { Disk } from './virtual-machine'
import { isWhole } from './whole-number'

/** What is wrong with a value that a policy leaves to the VM. */
export type ValueFault =
  /** The policy leaves this to the VM, and the VM says nothing. */
  | { readonly code: 'required' }
  | { readonly code: 'iso'; readonly problem: IsoProblem }
  /** A date and time without an offset names no instant. */
  | { readonly code: 'offset-required' }
  /** A whole number of hours from 1 to `most`: usually 23, since 24 is a daily backup. */
  | { readonly code: 'hours'; readonly most: number }
  | { readonly code: 'time' }
  /** No day of a month, or of a year. */
  | { readonly code: 'month-dates' | 'year-dates' }
  | { readonly code: 'disks-not-for-type' }
  | { readonly code: 'paths-not-for-type' }
  /** Single disks are wanted, and none is chosen. */
  | { readonly code: 'no-disk' }
  | { readonly code: 'disk-gone'; readonly disk: string }
  | { readonly code: 'no-path' }
  | { readonly code: 'path'; readonly index: number; readonly path: string; readonly problem: PathProblem }
  | { readonly code: 'path-twice'; readonly index: number; readonly path: string }

/** A value that a configuration may leave to the VM. */
export type ValueField = 'at' | 'hours' | 'time' | 'days' | 'dates' | 'disks' | 'paths'

/** The fields that a configuration of this timing and type can have at all. */
export function fieldsOf({ timing, type }: BackupConfiguration): readonly ValueField[] {
  const content: readonly ValueField[] = type === 'filesystem' ? ['paths'] : type === 'unknown' ? [] : ['disks']
  switch (timing.every) {
    case 'defined-hour':
      return ['at', ...content]
    case 'hourly':
      return ['hours', ...content]
    case 'daily':
      return ['time', ...content]
    case 'monthly':
    case 'yearly':
      return timing.dates ? ['dates', 'time', ...content] : ['time', ...content]
    case 'weekly-planned':
      return ['days', 'time', ...content]
    case 'unknown':
      return content
  }
}

/** One value that cannot be saved, and where it stands. */
export type ValueProblem = ValueFault & {
  /** The key of the configuration. */
  readonly configuration: string
  readonly field: ValueField
}

type Found = ValueFault & { readonly field: ValueField }

const placed = (found: Found, configuration: string): ValueProblem => ({ ...found, configuration })

/** The value of a field that is left to the VM is asked for and checked; any other is not ours. */
function given<T>(
  field: Field<unknown>,
  name: ValueField,
  value: T | undefined,
  check: (value: T) => ValueFault | null,
): readonly Found[] {
  if (field.by !== 'vm') return []
  const fault: ValueFault | null = value === undefined ? { code: 'required' } : check(value)
  return fault ? [{ ...fault, field: name }] : []
}

function checkAt(text: string): ValueFault | null {
  if (text.trim() === '') return { code: 'required' }
  const parsed = parseIsoDateTime(text)
  if (!parsed.ok) return { code: 'iso', problem: parsed.problem }
  return parsed.value.instant === null ? { code: 'offset-required' } : null
}

/** The most hours between two runs that may be entered where the platform says nothing else. */
export const usualMostHours = 23

/** Whether so many hours may lie between two runs. */
export const isHourly = (hours: number, most = usualMostHours): boolean => isWhole(hours, 1, most)

const checkHours =
  (most: number | undefined, there: number | undefined) =>
  (hours: number): ValueFault | null =>
    hours === there || isHourly(hours, most) ? null : { code: 'hours', most: most ?? usualMostHours }

const checkTime = (time: OffsetTime): ValueFault | null => (isOffsetTime(time) ? null : { code: 'time' })

const checkDates =
  (every: 'monthly' | 'yearly') =>
  (dates: readonly DateText[]): ValueFault | null => {
    if (dates.length === 0) return { code: 'required' }
    if (every === 'monthly') return dates.every((one) => monthDate(one) !== null) ? null : { code: 'month-dates' }
    return dates.every((one) => yearDate(one) !== null) ? null : { code: 'year-dates' }
  }

function checkTiming(
  { timing }: BackupConfiguration,
  values: ConfigurationValues | undefined,
  there: ConfigurationValues | undefined,
): readonly Found[] {
  switch (timing.every) {
    case 'defined-hour':
      return given(timing.at, 'at', values?.at, checkAt)
    case 'hourly':
      return given(timing.hours, 'hours', values?.hours, checkHours(timing.most, there?.hours))
    case 'daily':
      return given(timing.time, 'time', values?.time, checkTime)
    case 'monthly':
    case 'yearly':
      return [
        ...(timing.dates ? given(timing.dates, 'dates', values?.dates, checkDates(timing.every)) : []),
        ...given(timing.time, 'time', values?.time, checkTime),
      ]
    case 'weekly-planned':
      return [
        ...given(timing.days, 'days', values?.days, (days) => (days.length === 0 ? { code: 'required' } : null)),
        ...given(timing.time, 'time', values?.time, checkTime),
      ]
    case 'unknown':
      return []
  }
}

function checkPaths(paths: readonly string[], os: GuestOs): readonly Found[] {
  if (paths.length === 0) return [{ code: 'no-path', field: 'paths' }]
  const seen = new Set<string>()
  return paths.flatMap((path, index): readonly Found[] => {
    const checked = checkBackupPath(path, os)
    if (!checked.ok) return [{ code: 'path', index, path, problem: checked.problem, field: 'paths' }]
    const key = pathKey(path, os)
    if (seen.has(key)) return [{ code: 'path-twice', index, path, field: 'paths' }]
    seen.add(key)
    return []
  })
}

function checkDisks(ids: readonly string[], disks: readonly Disk[] | null): readonly Found[] {
  if (ids.length === 0) return [{ code: 'no-disk', field: 'disks' }]
  if (disks === null) return []
  const gone = ids.filter((id) => !disks.some((disk) => disk.id === id))
  return gone.map((disk): Found => ({ code: 'disk-gone', disk, field: 'disks' }))
}

function checkContent(
  { type, content }: BackupConfiguration,
  chosen: Content,
  { disks, os }: GuestFacts,
): readonly Found[] {
  if (chosen.kind === 'disks' && type !== 'complete' && type !== 'snapshot')
    return [{ code: 'disks-not-for-type', field: 'disks' }]
  if (chosen.kind === 'paths' && type !== 'filesystem') return [{ code: 'paths-not-for-type', field: 'paths' }]
  if (content !== 'vm') return []
  if (type === 'filesystem') return checkPaths(chosen.kind === 'paths' ? chosen.paths : [], os)
  return chosen.kind === 'disks' ? checkDisks(chosen.ids, disks) : []
}

/** What is known of the VM that the values are for. `disks` is null while they are not known. */
export interface GuestFacts {
  readonly disks: readonly Disk[] | null
  readonly os: GuestOs
  /** What the VM has: an interval that is there may stay. */
  readonly assignments?: readonly Assignment[] | null
}

/**
 * Everything that keeps one policy from being saved on a VM: each value that the policy leaves to the VM must be there and
 * well-formed. The platform checks the same (BC-9 to BC-13, BC-16, BC-19). Empty when all is well.
 */
export function checkAssignment(
  policy: BackupPolicy,
  assignment: Assignment,
  facts: GuestFacts,
): readonly ValueProblem[] {
  const stored = facts.assignments?.find(({ policyId }) => policyId === policy.id)
  return policy.configurations.flatMap((configuration) => {
    const isOf = ({ key }: ConfigurationValues): boolean => key === configuration.key
    const values = assignment.values.find(isOf)
    const found = [
      ...checkTiming(configuration, values, stored?.values.find(isOf)),
      ...checkContent(configuration, values?.content ?? { kind: 'all' }, facts),
    ]
    return found.map((problem) => placed(problem, configuration.key))
  })
}
