import { formatOffset } from '~/domain/iso'
import type { OffsetTime } from '~/domain/iso-value'
import {
  type BackupConfiguration,
  type BackupPolicy,
  type BackupType,
  backupTypes,
  type Field,
  type Periodicity,
  periodicities,
  type Timing,
  type Weekday,
  weekdays,
} from '~/domain/policy'
import { timeText } from '~/pages/parts/policy/policy-draft'

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

/** One set of fields for each type and periodicity that there is. */
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
    case 'yearly':
    case 'unknown':
      return {}
  }
}

const isAt = ({ type, timing }: BackupConfiguration, at: BackupType, every: Periodicity): boolean =>
  type === at && timing.every === every

/** The grid of a form, each kind made at its place. */
export function kindsBy(kind: (type: BackupType, every: Periodicity) => KindFields): Kinds {
  const row = (type: BackupType): Kinds[BackupType] => ({
    'defined-hour': kind(type, 'defined-hour'),
    hourly: kind(type, 'hourly'),
    daily: kind(type, 'daily'),
    'weekly-planned': kind(type, 'weekly-planned'),
    monthly: kind(type, 'monthly'),
  })
  return { complete: row('complete'), snapshot: row('snapshot'), filesystem: row('filesystem') }
}

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
  return {
    name: policy?.name ?? '',
    code: policy?.code ?? '',
    description: policy?.description ?? '',
    replication: policy?.replication ?? false,
    replicationSaid: policy !== null && policy.replication !== null,
    kinds: kindsBy(kind),
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
