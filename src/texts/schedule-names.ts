import type { BackupConfiguration, BackupType, Periodicity, Weekday } from '~/domain/policy'

import { type Locale, m } from './messages'

type Message = typeof m.schedule_monday

/** How often a backup runs; not every platform has all of them. */
type Rhythm = Periodicity | 'yearly'

const typeNames: Readonly<Record<BackupType, Message>> = {
  complete: m.schedule_type_complete,
  snapshot: m.schedule_type_snapshot,
  filesystem: m.schedule_type_filesystem,
}

const periodicityNames: Readonly<Record<Rhythm, Message>> = {
  'defined-hour': m.schedule_every_once,
  hourly: m.schedule_every_hourly,
  daily: m.schedule_every_daily,
  'weekly-planned': m.schedule_every_weekly,
  monthly: m.schedule_every_monthly,
  yearly: m.schedule_every_yearly,
}

/** Messages by weekday, for texts in another language than the page's. */
export const weekdayNames: Readonly<Record<Weekday, Message>> = {
  monday: m.schedule_monday,
  tuesday: m.schedule_tuesday,
  wednesday: m.schedule_wednesday,
  thursday: m.schedule_thursday,
  friday: m.schedule_friday,
  saturday: m.schedule_saturday,
  sunday: m.schedule_sunday,
}

/** "Complete backup" */
export const backupTypeWords = (type: BackupType): string => typeNames[type]()

/** "daily" */
export const periodicityWords = (periodicity: Rhythm): string => periodicityNames[periodicity]()

/** The whole name of a day, as it stands within a sentence. */
export const weekdayWords = (day: Weekday): string => weekdayNames[day]()

/** The type of a configuration; one that we do not know in the platform's own word. */
export const typeOf = ({ type, typeText }: BackupConfiguration, locale?: Locale): string =>
  type === 'unknown' ? typeText : typeNames[type]({}, locale ? { locale } : {})
