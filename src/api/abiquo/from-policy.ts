import type { BackupConfiguration, Field, PolicyDraft, Timing } from '~/domain/policy'

import { ApiError } from '../error'
import { assumed } from './assumed'
import { writeDateTime, writeTimeOfDay } from './times'
import { keyOf } from './to-assignment'
import { isOption, isReplication, toConfiguration } from './to-policy'
import { backupConfiguration, entity } from './wire'

type Entity = Readonly<Record<string, unknown>>

/** A field with its value as the wire writes it. */
const written = <T>(field: Field<T>, write: (value: T) => string): Field<string> =>
  field.by === 'policy' ? { by: 'policy', value: write(field.value) } : field

/** The value, or the word that says who gives it. */
function word(field: Field<string>): string {
  switch (field.by) {
    case 'policy':
      return field.value
    case 'unread':
      return field.text
    case 'vm':
    case 'system':
      return assumed.mode[field.by]
  }
}

function dateTime(at: string): string {
  const wire = writeDateTime(at)
  if (wire === null) throw new ApiError('invalid', `${at} is no date and time with an offset`)
  return wire
}

/** Null where the periodicity has no time that we know. */
function timeOf(timing: Timing): Field<string> | null {
  switch (timing.every) {
    case 'defined-hour':
      return written(timing.at, dateTime)
    case 'hourly':
      return written(timing.hours, String)
    case 'daily':
    case 'weekly-planned':
    case 'monthly':
      return written(timing.time, writeTimeOfDay)
    // Abiquo has no such periodicity.
    case 'yearly':
    case 'unknown':
      return null
  }
}

const daysOf = (timing: Timing): Field<string> | null =>
  timing.every === 'weekly-planned' ? written(timing.days, (days) => days.join(' ').toUpperCase()) : null

const typeWord = ({ type, typeText }: BackupConfiguration): string =>
  type === 'unknown' ? typeText : type.toUpperCase()

const periodWord = ({ timing }: BackupConfiguration): string =>
  timing.every === 'unknown' ? timing.text : timing.every.toUpperCase().replace('-', '_')

const sourcesOf = ({ content }: BackupConfiguration): readonly string[] => [
  content === 'system' ? assumed.mode.system : assumed.mode.vm,
]

interface Fields {
  readonly time: Field<string> | null
  readonly days: Field<string> | null
}

const members = ({ time, days }: Fields): Entity => ({
  ...(time && { time: word(time) }),
  ...(days && { days: word(days).split(/\s+/) }),
})

/** Early versions know a periodicity by another name. */
type Naming = 'subtype' | 'period'

const newLine = (line: BackupConfiguration, naming: Naming): Entity => ({
  type: typeWord(line),
  [naming]: periodWord(line),
  ...members({ time: timeOf(line.timing), days: daysOf(line.timing) }),
  sources: sourcesOf(line),
})

/** A field that means something else now; what nobody here can read is never written over. */
function changed(before: Field<string> | null, after: Field<string> | null): Field<string> | null {
  if (!before || !after || before.by === 'unread' || after.by === 'unread') return null
  return word(before) === word(after) ? null : after
}

/** The very same line when its meaning stays; else the members that change it. */
function mergedLine(line: Entity, before: BackupConfiguration, after: BackupConfiguration): Entity {
  const changes = {
    ...members({
      time: changed(timeOf(before.timing), timeOf(after.timing)),
      days: changed(daysOf(before.timing), daysOf(after.timing)),
    }),
    ...(before.content !== after.content && { sources: sourcesOf(after) }),
  }
  return Object.keys(changes).length === 0 ? line : { ...line, ...changes }
}

const wantedKey = (line: BackupConfiguration): string =>
  keyOf({ type: typeWord(line), subtype: periodWord(line), period: null })

function mergedLines(existing: readonly unknown[], draft: PolicyDraft): readonly Entity[] {
  const lines = existing.map((line) => ({ line: entity.parse(line), known: backupConfiguration.parse(line) }))
  const real = lines.filter(({ known }) => !isOption(known))
  const naming = real.some(({ known }) => known.subtype === null && known.period !== null) ? 'period' : 'subtype'
  const wanted = new Map(draft.configurations.map((line) => [wantedKey(line), line]))
  const kept = lines.flatMap(({ line, known }) => {
    // Where a line among the options is what replicates, nothing else ends it.
    if (isOption(known)) return isReplication(known) && draft.replication === false ? [] : [line]
    const after = wanted.get(keyOf(known))
    return after ? [mergedLine(line, toConfiguration(known), after)] : []
  })
  const present = new Set(real.map(({ known }) => keyOf(known)))
  const added = draft.configurations.filter((line) => !present.has(wantedKey(line)))
  return [...kept, ...added.map((line) => newLine(line, naming))]
}

/** A new policy as it is sent. Throws `ApiError` (`invalid`) for a date without an offset. */
export const newPolicy = ({ name, code, description, replication, configurations }: PolicyDraft): Entity => ({
  name,
  code,
  ...(description !== null && { description }),
  ...(replication !== null && { replication }),
  backupConfigurations: configurations.map((line) => newLine(line, 'subtype')),
  links: [],
})

/**
 * A policy with other values, and all else that the platform keeps in it and in its lines. What means the same stays byte
 * for byte. Throws as `newPolicy` does.
 * @param before The same policy as we read it, with lines that can all be read.
 */
export function changedPolicy(policy: Entity, before: PolicyDraft, draft: PolicyDraft): Entity {
  const lines: unknown = policy['backupConfigurations']
  return {
    ...policy,
    ...(draft.name !== before.name && { name: draft.name }),
    ...(draft.code !== before.code && { code: draft.code }),
    ...(draft.description !== before.description && { description: draft.description ?? '' }),
    ...(draft.replication !== null && draft.replication !== before.replication && { replication: draft.replication }),
    backupConfigurations: mergedLines(Array.isArray(lines) ? lines : [], draft),
  }
}
