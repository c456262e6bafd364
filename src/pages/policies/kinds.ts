import type { BackupType, Periodicity } from '~/domain/policy'
import { m } from '~/texts/messages'
import { backupTypeWords } from '~/texts/schedule-words'

/** The id of a field of the form in the page; a link to a problem leads there. */
export const offerId = (field: 'name' | 'code' | 'description' | 'replication' | 'kinds'): string => `offer-${field}`

/** The id of a kind of backup, or of one of its values. */
export const kindId = (
  type: BackupType,
  every: Periodicity,
  field?: 'at' | 'hours' | 'days' | 'time' | 'offset',
): string => `offer-${type}-${every}${field ? `-${field}` : ''}`

interface Words {
  readonly name: () => string
  readonly about: () => string
}

const words: Readonly<Record<Periodicity, Words>> = {
  'defined-hour': { name: m.offers_kind_once, about: m.offers_kind_once_about },
  hourly: { name: m.offers_kind_hourly, about: m.offers_kind_hourly_about },
  daily: { name: m.offers_kind_daily, about: m.offers_kind_daily_about },
  'weekly-planned': { name: m.offers_kind_weekly, about: m.offers_kind_weekly_about },
  monthly: { name: m.offers_kind_monthly, about: m.offers_kind_monthly_about },
}

/** A periodicity as a policy's form calls it: "Weekly planned". */
export const kindName = (every: Periodicity): string => words[every].name()

/** What a periodicity means, in one sentence. */
export const kindAbout = (every: Periodicity): string => words[every].about()

const about: Readonly<Record<BackupType, () => string>> = {
  complete: m.offers_type_complete_about,
  snapshot: m.offers_type_snapshot_about,
  filesystem: m.offers_type_filesystem_about,
}

/** What a type of backup copies. */
export const typeAbout = (type: BackupType): string => about[type]()

/** "Complete backup, daily" */
export const kindTitle = (type: BackupType, every: Periodicity): string =>
  m.schedule_title({ type: backupTypeWords(type), every: kindName(every).toLowerCase() })
