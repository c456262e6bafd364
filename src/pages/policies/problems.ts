import type { ApiError } from '~/api/error'
import { checkPolicy, type PolicyProblem } from '~/domain/check-policy'
import type { BackupConfiguration, PolicyDraft } from '~/domain/policy'
import { atWords, timeWords } from '~/pages/parts/policy/time-words'
import { codeFields, offerCodes } from '~/texts/error-codes'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'

import { type PolicyFields } from './fields'
import { kindId, kindTitle, offerId } from './kinds'
import { chosenKinds, type PlacedKind, toDraft } from './to-draft'

/** One thing in the form that keeps it from being saved: at which field, and what to say about it. */
export interface FormProblem {
  /** Of the field in the page. */
  readonly id: string
  readonly label: string
  readonly words: string
  /** Nothing was entered yet: not worth a word before someone wants to save. */
  readonly early: boolean
}

const general = (
  field: 'name' | 'code' | 'replication' | 'kinds',
  label: string,
  words: string,
  early = false,
): FormProblem => ({ id: offerId(field), label, words, early })

/** What is wrong with a kind whose fixed time cannot be read. */
function unreadable({ type, every, kind }: PlacedKind): readonly FormProblem[] {
  const label = kindTitle(type, every)
  const at = (field: 'at' | 'days' | 'time' | 'offset', words: string, early: boolean): FormProblem => ({
    id: kindId(type, every, field),
    label,
    words,
    early,
  })
  if (every === 'defined-hour') {
    if (kind.at.by !== 'policy') return []
    const { words, early } = atWords(
      kind.at.text,
      kind.at.text.trim() === '' ? m.schedule_value_at_required() : m.schedule_value_offset_required(),
    )
    return [at('at', words, early)]
  }
  const onNoDay = every === 'weekly-planned' && kind.days.by === 'policy' && kind.days.days.length === 0
  const days = onNoDay ? [at('days', m.schedule_value_days_required(), true)] : []
  if (every === 'hourly' || kind.time.by !== 'policy') return days
  const { field, words, early } = timeWords({ time: kind.time.text, offset: kind.time.offset }, m.schedule_value_time())
  return [...days, at(field, words, early)]
}

function wordsOf(problem: PolicyProblem, chosen: readonly PlacedKind[]): readonly FormProblem[] {
  switch (problem.code) {
    case 'name-required':
      return [general('name', m.offers_name(), m.offers_name_required(), true)]
    case 'code-required':
      return [general('code', m.offers_code(), m.offers_code_required(), true)]
    case 'code-taken':
      return [general('code', m.offers_code(), m.offers_code_taken({ name: problem.by }))]
    // Kinds whose values are not whole yet are there all the same, and have words of their own.
    case 'no-configuration':
      return chosen.length > 0 ? [] : [general('kinds', m.offers_kinds(), m.offers_kinds_required(), true)]
    case 'twice':
      return [general('kinds', m.offers_kinds(), m.offers_kinds_twice())]
    case 'no-days':
    case 'hours':
      return chosen
        .filter(({ kind }) => kind.key === problem.key)
        .map(({ type, every, kind }) => {
          const label = kindTitle(type, every)
          return problem.code === 'hours'
            ? {
                id: kindId(type, every, 'hours'),
                label,
                words: m.schedule_value_hours({ most: problem.most }),
                early: kind.hours.text.trim() === '',
              }
            : { id: kindId(type, every, 'days'), label, words: m.schedule_value_days_required(), early: true }
        })
  }
}

/** The problems of a name alone: those of kinds that cannot change are not this person's to mend. */
const aboutNames: ReadonlySet<PolicyProblem['code']> = new Set(['name-required', 'code-required', 'code-taken'])

/**
 * Everything that keeps a form from being saved, in the order of the page.
 * @param frozen The kinds cannot change, so only the names are looked at.
 */
export function problemsOf(
  fields: PolicyFields,
  {
    kept,
    others,
    there = [],
    frozen,
  }: {
    readonly kept: readonly BackupConfiguration[]
    readonly others: readonly { readonly name: string; readonly code: string }[]
    /** What the policy holds already. */
    readonly there?: readonly BackupConfiguration[]
    readonly frozen: boolean
  },
): readonly FormProblem[] {
  const found = checkPolicy(toDraft(fields, kept), others, there)
  if (frozen) return found.filter(({ code }) => aboutNames.has(code)).flatMap((one) => wordsOf(one, []))
  const chosen = chosenKinds(fields)
  const whole = new Set(toDraft(fields).configurations.map(({ key }) => key))
  return [
    ...found.flatMap((one) => wordsOf(one, chosen)),
    ...chosen.filter(({ kind }) => !whole.has(kind.key)).flatMap(unreadable),
  ]
}

/** The configurations that are whole and right, and how many more are ticked. */
export function wholeOf(
  { configurations }: PolicyDraft,
  fields: PolicyFields,
  problems: readonly FormProblem[],
): { readonly whole: readonly BackupConfiguration[]; readonly missing: number } {
  const wrong = new Set(
    chosenKinds(fields)
      .filter(({ type, every }) => problems.some(({ id }) => id.startsWith(`${kindId(type, every)}-`)))
      .map(({ kind }) => kind.key),
  )
  return { whole: configurations.filter(({ key }) => !wrong.has(key)), missing: wrong.size }
}

/** The kinds of a form that have a fixed value of this name; there a refusal about it can belong. */
const kindsWith = (fields: PolicyFields, about: readonly string[]): readonly FormProblem[] =>
  chosenKinds(fields).flatMap(({ type, every, kind }) => {
    const own =
      every === 'defined-hour'
        ? (['at'] as const)
        : every === 'hourly'
          ? (['hours'] as const)
          : every === 'weekly-planned'
            ? (['days', 'time'] as const)
            : (['time'] as const)
    const field = own.find((one) => about.includes(one) && kind[one].by === 'policy')
    return field ? [{ id: kindId(type, every, field), label: kindTitle(type, every), words: '', early: false }] : []
  })

/** The complaints of a refused save at the fields that they are about; those of no one field are left out. */
export function complaintsAt(error: ApiError | null, fields: PolicyFields): readonly FormProblem[] {
  return (error?.complaints ?? []).flatMap((complaint): readonly FormProblem[] => {
    if (!error) return []
    const { kind, status } = error
    const words = explainError({ kind, status, code: complaint.code, complaints: [complaint] }).title
    const field = offerCodes.get(complaint.code)
    if (field === 'code') return [general('code', m.offers_code(), words)]
    if (field === 'replication') return [general('replication', m.offers_replication(), words)]
    const [only, ...more] = kindsWith(fields, codeFields.get(complaint.code) ?? [])
    return only && more.length === 0 ? [{ ...only, words }] : []
  })
}
