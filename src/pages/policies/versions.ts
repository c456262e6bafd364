import type { BackupConfiguration, PolicyDraft } from '~/domain/policy'
import { sameJson } from '~/pages/parts/policy/policy-draft'
import type { VersionRow } from '~/pages/parts/two-versions'
import { getLocale, m } from '~/texts/messages'
import { configurationTitle, offerSentence } from '~/texts/schedule-words'

const yesNo = (value: boolean | null): string => (value === true ? m.offers_version_yes() : m.offers_version_no())

/** A kind of backup by what makes it one, whatever its key: one that is new has a key of our own. */
const kindOf = ({ type, typeText, timing }: BackupConfiguration): string =>
  [type === 'unknown' ? typeText : type, timing.every === 'unknown' ? timing.text : timing.every].join(' ')

const sameLine = (one: BackupConfiguration | undefined, other: BackupConfiguration | undefined): boolean =>
  sameJson([one?.timing, one?.content], [other?.timing, other?.content])

const wordsOf = (line: BackupConfiguration | undefined): string =>
  line ? offerSentence(line, getLocale()) : m.offers_version_not_there()

const textsOf = (policy: PolicyDraft) => [
  { label: m.offers_name(), text: policy.name },
  { label: m.offers_code(), text: policy.code },
  { label: m.offers_description(), text: policy.description ?? m.offers_version_none() },
  { label: m.offers_replication(), text: yesNo(policy.replication) },
]

/**
 * What differs between two versions of a policy, in words.
 * @param before The policy as the form was opened on it; null: there was none.
 */
export function versionRows(mine: PolicyDraft, theirs: PolicyDraft, before: PolicyDraft | null): readonly VersionRow[] {
  const [theirTexts, oldTexts] = [textsOf(theirs), before && textsOf(before)]
  const plain = textsOf(mine).flatMap(({ label, text }, place) => {
    const other = theirTexts[place]?.text
    if (text === other) return []
    const isMine = text !== oldTexts?.[place]?.text
    return [{ label, mine: isMine ? text : m.infrastructure_version_untouched(), theirs: other }]
  })
  const all = new Map([...mine.configurations, ...theirs.configurations].map((line) => [kindOf(line), line]))
  const kinds = [...all].flatMap(([kind, line]) => {
    const lineOf = (policy: PolicyDraft | null) => policy?.configurations.find((one) => kindOf(one) === kind)
    const [own, other] = [lineOf(mine), lineOf(theirs)]
    if (sameLine(own, other)) return []
    const isMine = before === null || !sameLine(own, lineOf(before))
    const words = isMine ? wordsOf(own) : m.infrastructure_version_untouched()
    return [{ label: configurationTitle(line), mine: words, theirs: wordsOf(other) }]
  })
  return [...plain, ...kinds]
}
