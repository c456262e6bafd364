import type { BackupConfiguration, PolicyDraft } from '~/domain/policy'
import { sameJson } from '~/pages/parts/policy/policy-draft'
import type { VersionRow } from '~/pages/parts/two-versions'
import { getLocale, m } from '~/texts/messages'
import { configurationTitle, offerSentence } from '~/texts/schedule-words'

const yesNo = (value: boolean | null): string => (value === true ? m.offers_version_yes() : m.offers_version_no())

/** A kind of backup by what makes it one, whatever its key: one that is new has a key of our own. */
const kindOf = ({ type, typeText, timing }: BackupConfiguration): string =>
  [type === 'unknown' ? typeText : type, timing.every === 'unknown' ? timing.text : timing.every].join(' ')

const wordsOf = (line: BackupConfiguration | undefined): string =>
  line ? offerSentence(line, getLocale()) : m.offers_version_not_there()

/** What differs between two versions of a policy, in words. */
export function versionRows(mine: PolicyDraft, theirs: PolicyDraft): readonly VersionRow[] {
  const texts = [
    { label: m.offers_name(), mine: mine.name, theirs: theirs.name },
    { label: m.offers_code(), mine: mine.code, theirs: theirs.code },
    {
      label: m.offers_description(),
      mine: mine.description ?? m.offers_version_none(),
      theirs: theirs.description ?? m.offers_version_none(),
    },
    { label: m.offers_replication(), mine: yesNo(mine.replication), theirs: yesNo(theirs.replication) },
  ]
  const all = new Map([...mine.configurations, ...theirs.configurations].map((line) => [kindOf(line), line]))
  const kinds = [...all].flatMap(([kind, line]) => {
    const own = mine.configurations.find((one) => kindOf(one) === kind)
    const other = theirs.configurations.find((one) => kindOf(one) === kind)
    const same = sameJson([own?.timing, own?.content], [other?.timing, other?.content])
    return same ? [] : [{ label: configurationTitle(line), mine: wordsOf(own), theirs: wordsOf(other) }]
  })
  return [...texts.filter((row) => row.mine !== row.theirs), ...kinds]
}
