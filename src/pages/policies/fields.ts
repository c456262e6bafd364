import { formatOffset, type OffsetTime, parseIsoDateTime } from '~/domain/iso'
import type {
  BackupConfiguration,
  BackupPolicy,
  BackupType,
  Field,
  Periodicity,
  PolicyDraft,
  Timing,
  Weekday,
} from '~/domain/policy'
import { backupTypes, periodicities, weekdays } from '~/domain/policy'
import { atOf } from '~/pages/parts/policy/policy-assignment'
import { sameJson, timeOf, timeText } from '~/pages/parts/policy/policy-draft'

/** Who sets a value, as a form holds it, and what the platform wrote where nobody can read it. */
export interface Choice {
  readonly by: Field<unknown>['by']
  readonly unread: string
}

/** One kind of backup of a policy, with a place for every value that any kind can have. Texts stay as typed. */
export interface KindFields {
  /** Of the configuration that is there; else one of our own. */
  readonly key: string
  readonly typeText: string
  readonly chosen: boolean
  readonly at: Choice & { readonly text: string }
  readonly hours: Choice & { readonly text: string }
  readonly days: Choice & { readonly days: readonly Weekday[] }
  readonly time: Choice & { readonly text: string; readonly offset: string }
  readonly content: BackupConfiguration['content']
}

export type Kinds = Readonly<Record<BackupType, Readonly<Record<Periodicity, KindFields>>>>

/** The form of a policy: a fixed grid of types and periodicities, so that a kind keeps its place and its values. */
export interface PolicyFields {
  readonly name: string
  readonly code: string
  readonly description: string
  readonly replication: boolean
  /** The platform says whether the policy replicates; where it does not, "no" is not sent. */
  readonly replicationSaid: boolean
  readonly kinds: Kinds
}

/** Where a kind stands in the form. */
export type KindPath = `kinds.${BackupType}.${Periodicity}`

/** Who fills a kind that is new in a policy: the person who makes it, until they say otherwise. */
const fixed = { by: 'policy', unread: '' } as const

const newKind = (type: BackupType, every: Periodicity, content: KindFields['content']): KindFields => ({
  key: `${type} ${every}`,
  typeText: type,
  chosen: false,
  at: { ...fixed, text: '' },
  hours: { ...fixed, text: '' },
  days: { ...fixed, days: [] },
  time: { ...fixed, text: '', offset: '' },
  content: type === 'filesystem' ? 'vm' : content,
})

const choiceOf = (field: Field<unknown>): Choice => ({ by: field.by, unread: field.by === 'unread' ? field.text : '' })

const valueOf = <T>(field: Field<T>): T | null => (field.by === 'policy' ? field.value : null)

function timeFields(field: Field<OffsetTime>): KindFields['time'] {
  const time = valueOf(field)
  return { ...choiceOf(field), text: time ? timeText(time) : '', offset: time ? formatOffset(time.offset) : '' }
}

function timingFields(timing: Timing): Partial<KindFields> {
  switch (timing.every) {
    case 'defined-hour':
      return { at: { ...choiceOf(timing.at), text: valueOf(timing.at) ?? '' } }
    case 'hourly':
      return { hours: { ...choiceOf(timing.hours), text: String(valueOf(timing.hours) ?? '') } }
    case 'weekly-planned': {
      const chosen = valueOf(timing.days) ?? []
      const days = weekdays.filter((day) => chosen.includes(day))
      return { days: { ...choiceOf(timing.days), days }, time: timeFields(timing.time) }
    }
    case 'daily':
    case 'monthly':
      return { time: timeFields(timing.time) }
    case 'unknown':
      return {}
  }
}

const isAt = ({ type, timing }: BackupConfiguration, at: BackupType, every: Periodicity): boolean =>
  type === at && timing.every === every

/**
 * The form of a policy as it opens; of none, an empty one.
 * @param content Who chooses the disks of a kind that is new.
 */
export function fieldsOf(policy: Omit<BackupPolicy, 'id'> | null, content: KindFields['content']): PolicyFields {
  const kind = (type: BackupType, every: Periodicity): KindFields => {
    const blank = newKind(type, every, content)
    const there = policy?.configurations.find((one) => isAt(one, type, every))
    if (!there) return blank
    const { key, typeText } = there
    return { ...blank, ...timingFields(there.timing), key, typeText, chosen: true, content: there.content }
  }
  const row = (type: BackupType): Kinds[BackupType] => ({
    'defined-hour': kind(type, 'defined-hour'),
    hourly: kind(type, 'hourly'),
    daily: kind(type, 'daily'),
    'weekly-planned': kind(type, 'weekly-planned'),
    monthly: kind(type, 'monthly'),
  })
  return {
    name: policy?.name ?? '',
    code: policy?.code ?? '',
    description: policy?.description ?? '',
    replication: policy?.replication ?? false,
    replicationSaid: policy !== null && policy.replication !== null,
    kinds: { complete: row('complete'), snapshot: row('snapshot'), filesystem: row('filesystem') },
  }
}

/** Configurations that the grid has no place for: of a kind that we do not know, or one that is there twice. */
export function keptOf({ configurations }: Pick<BackupPolicy, 'configurations'>): readonly BackupConfiguration[] {
  const inGrid = new Set(
    backupTypes.flatMap((type) =>
      periodicities.flatMap((every) => configurations.find((one) => isAt(one, type, every)) ?? []),
    ),
  )
  return configurations.filter((one) => !inGrid.has(one))
}

function fieldOf<T>({ by, unread }: Choice, value: T | null): Field<T> | null {
  switch (by) {
    case 'policy':
      return value === null ? null : { by, value }
    case 'vm':
    case 'system':
      return { by }
    case 'unread':
      return { by, text: unread }
  }
}

/** A moment as the platform keeps it; null for a text that names none. */
function instantOf(text: string): string | null {
  const parsed = parseIsoDateTime(text.trim())
  return parsed.ok && parsed.value.instant ? atOf(text) : null
}

const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text))

function timingOf(every: Periodicity, { at, hours, days, time }: KindFields): Timing | null {
  const atTime = fieldOf(time, timeOf({ time: time.text, offset: time.offset }))
  switch (every) {
    case 'defined-hour': {
      const moment = fieldOf(at, instantOf(at.text))
      return moment && { every, at: moment }
    }
    case 'hourly': {
      const between = fieldOf(hours, numberOf(hours.text))
      return between && { every, hours: between }
    }
    case 'weekly-planned': {
      const onDays = fieldOf(days, days.days)
      return onDays && atTime && { every, days: onDays, time: atTime }
    }
    case 'daily':
    case 'monthly':
      return atTime && { every, time: atTime }
  }
}

/** A kind of a form, and where it stands. */
export interface PlacedKind {
  readonly type: BackupType
  readonly every: Periodicity
  readonly kind: KindFields
}

/** The kinds that are chosen, in the order of the page. */
export const chosenKinds = ({ kinds }: Pick<PolicyFields, 'kinds'>): readonly PlacedKind[] =>
  backupTypes.flatMap((type) =>
    periodicities.flatMap((every) => (kinds[type][every].chosen ? [{ type, every, kind: kinds[type][every] }] : [])),
  )

/** One kind as the platform would get it; null while a fixed value is missing or cannot be read. */
export function configurationOf({ type, every, kind }: PlacedKind): BackupConfiguration | null {
  const timing = timingOf(every, kind)
  return timing && { key: kind.key, type, typeText: kind.typeText, timing, content: kind.content }
}

/**
 * The form as it would be saved, without the kinds whose values are not whole yet.
 * @param kept Configurations beside the grid, which stay as they are.
 */
export function toDraft(fields: PolicyFields, kept: readonly BackupConfiguration[] = []): PolicyDraft {
  const { replication, replicationSaid } = fields
  return {
    name: fields.name.trim(),
    code: fields.code.trim(),
    description: fields.description.trim() || null,
    replication: replication || replicationSaid ? replication : null,
    configurations: [...chosenKinds(fields).flatMap((placed) => configurationOf(placed) ?? []), ...kept],
  }
}

const entered = (fields: PolicyFields): unknown => ({ ...fields, kinds: chosenKinds(fields) })

/** Whether two forms hold the same; what was typed for kinds that are not chosen does not count. */
export const sameFields = (a: PolicyFields, b: PolicyFields): boolean => sameJson(entered(a), entered(b))

const meaning = ({ name, code, description, replication, configurations }: PolicyDraft): unknown => [
  name,
  code,
  description,
  replication ?? false,
  configurations.map(({ type, timing, content }) => JSON.stringify([type, timing, content])).toSorted(),
]

/** Whether two policies offer the same under the same names, whatever their order and keys. */
export const sameOffer = (a: PolicyDraft, b: PolicyDraft): boolean => sameJson(meaning(a), meaning(b))

/** A code like another one that no policy of the datacenter has. */
export function freeCode(code: string, taken: readonly { readonly code: string }[]): string {
  const used = new Set(taken.map((one) => one.code.trim().toLowerCase()))
  const candidate = (n: number): string => `${code}-${n}`
  let n = 2
  while (used.has(candidate(n).toLowerCase())) n += 1
  return candidate(n)
}
