import { parseIsoDateTime } from '~/domain/iso'
import {
  type BackupConfiguration,
  type BackupType,
  backupTypes,
  type Field,
  type Periodicity,
  periodicities,
  type PolicyDraft,
  type Timing,
} from '~/domain/policy'
import { wholeNumber } from '~/domain/whole-number'
import { atOf } from '~/pages/parts/policy/policy-assignment'
import { sameJson, timeOf } from '~/pages/parts/policy/policy-draft'

import type { Choice, KindFields, PolicyFields } from './fields'

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

function timingOf(every: Periodicity, { at, hours, days, time }: KindFields): Timing | null {
  const atTime = fieldOf(time, timeOf({ time: time.text, offset: time.offset }))
  switch (every) {
    case 'defined-hour': {
      const moment = fieldOf(at, instantOf(at.text))
      return moment && { every, at: moment }
    }
    case 'hourly': {
      const between = fieldOf(hours, wholeNumber(hours.text))
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
function configurationOf({ type, every, kind }: PlacedKind): BackupConfiguration | null {
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
