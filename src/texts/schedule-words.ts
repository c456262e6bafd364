import type { ConfigurationValues, Content } from '~/domain/assignment'
import { parseIsoDateTime } from '~/domain/iso'
import type { BackupConfiguration, BackupType, Field, Periodicity, Timing, Weekday } from '~/domain/policy'
import type { Run } from '~/domain/schedule'

import { type Clock, formatInstant, formatList, formatTimeOfDay } from './format'
import { type Locale, m } from './messages'

export { isoProblemWords, pathProblemWords, valueProblemWords } from './problem-words'

type Message = typeof m.schedule_monday

const typeNames: Readonly<Record<BackupType, Message>> = {
  complete: m.schedule_type_complete,
  snapshot: m.schedule_type_snapshot,
  filesystem: m.schedule_type_filesystem,
}

const periodicityNames: Readonly<Record<Periodicity, Message>> = {
  'defined-hour': m.schedule_every_once,
  hourly: m.schedule_every_hourly,
  daily: m.schedule_every_daily,
  'weekly-planned': m.schedule_every_weekly,
  monthly: m.schedule_every_monthly,
}

const weekdayNames: Readonly<Record<Weekday, Message>> = {
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
export const periodicityWords = (periodicity: Periodicity): string => periodicityNames[periodicity]()

export const weekdayWords = (day: Weekday): string => weekdayNames[day]()

const typeOf = ({ type, typeText }: BackupConfiguration, locale?: Locale): string =>
  type === 'unknown' ? typeText : typeNames[type]({}, locale ? { locale } : {})

/** What a configuration is and how often it runs: "Complete backup, daily". */
export function configurationTitle(configuration: BackupConfiguration): string {
  const { timing } = configuration
  const every = timing.every === 'unknown' ? timing.text : periodicityNames[timing.every]()
  return m.schedule_title({ type: typeOf(configuration), every })
}

const fewPaths = 3

/** What is backed up, as far as the VM says so. */
function what(configuration: BackupConfiguration, content: Content | undefined, locale: Locale): string {
  const type = typeOf(configuration, locale)
  if (configuration.type === 'unknown') return type
  if (configuration.content === 'system') return m.schedule_what_system({ type }, { locale })
  if (configuration.type === 'filesystem') {
    const paths = content?.kind === 'paths' ? content.paths : []
    if (paths.length === 0) return m.schedule_what_no_paths({ type }, { locale })
    return paths.length > fewPaths
      ? m.schedule_what_paths({ type, n: paths.length }, { locale })
      : m.schedule_what_these({ type, paths: formatList(paths, locale) }, { locale })
  }
  if (content?.kind !== 'disks') return m.schedule_what_all({ type }, { locale })
  return content.ids.length === 0
    ? m.schedule_what_no_disks({ type }, { locale })
    : m.schedule_what_disks({ type, n: content.ids.length }, { locale })
}

/** The words of a field: its value, that it is still to be given, the platform's own text; `null`: the backup system's. */
function fieldWords<T>(
  field: Field<T>,
  given: T | undefined,
  show: (value: T) => string,
  toGive: string,
  locale: Locale,
): string | null {
  switch (field.by) {
    case 'policy':
      return show(field.value)
    case 'vm':
      return given === undefined ? toGive : show(given)
    case 'system':
      return null
    case 'unread':
      return m.schedule_as_written({ text: field.text }, { locale })
  }
}

function atWords(text: string, locale: Locale): string {
  const parsed = parseIsoDateTime(text)
  if (!parsed.ok || parsed.value.instant === null || parsed.value.offset === null)
    return m.schedule_as_written({ text }, { locale })
  return formatInstant(parsed.value.instant, { offset: parsed.value.offset }, 'short', locale)
}

function hourly(subject: string, field: Field<number>, given: number | undefined, locale: Locale): string {
  const hours = field.by === 'policy' ? field.value : given
  if (field.by === 'system') return m.schedule_sentence_hourly_system({ what: subject }, { locale })
  if (field.by === 'unread') return m.schedule_sentence_unknown({ what: subject, text: field.text }, { locale })
  if (hours === undefined || !Number.isFinite(hours))
    return m.schedule_sentence_hourly_open({ what: subject }, { locale })
  return m.schedule_sentence_hourly({ what: subject, n: hours }, { locale })
}

type Weekly = Extract<Timing, { readonly every: 'weekly-planned' }>

function weekly(subject: string, timing: Weekly, values: ConfigurationValues | undefined, locale: Locale): string {
  const showDays = (days: readonly Weekday[]): string =>
    days.length === 0
      ? m.schedule_days_open({}, { locale })
      : formatList(
          days.map((day) => weekdayNames[day]({}, { locale })),
          locale,
        )
  const days = fieldWords(timing.days, values?.days, showDays, m.schedule_days_open({}, { locale }), locale)
  const time = timeWords(timing.time, values, locale)
  if (days === null && time === null) return m.schedule_sentence_weekly_system({ what: subject }, { locale })
  if (days === null) return m.schedule_sentence_weekly_no_days({ what: subject, time: time ?? '' }, { locale })
  if (time === null) return m.schedule_sentence_weekly_no_time({ what: subject, days }, { locale })
  return m.schedule_sentence_weekly({ what: subject, days, time }, { locale })
}

type TimeField = Extract<Timing, { readonly every: 'daily' }>['time']

const timeWords = (field: TimeField, values: ConfigurationValues | undefined, locale: Locale): string | null =>
  fieldWords(field, values?.time, (time) => formatTimeOfDay(time, locale), m.schedule_time_open({}, { locale }), locale)

/**
 * What a configuration backs up on a VM and when, in one plain sentence: "Complete backup of all disks every day at 02:30
 * UTC+01:00." Says which values are still to be given and what the backup system decides.
 */
export function sentence(
  configuration: BackupConfiguration,
  values: ConfigurationValues | undefined,
  locale: Locale,
): string {
  const subject = what(configuration, values?.content, locale)
  const { timing } = configuration
  switch (timing.every) {
    case 'defined-hour': {
      const open = m.schedule_at_open({}, { locale })
      const at = fieldWords(timing.at, values?.at, (text) => atWords(text, locale), open, locale)
      return at === null
        ? m.schedule_sentence_once_system({ what: subject }, { locale })
        : m.schedule_sentence_once({ what: subject, at }, { locale })
    }
    case 'hourly':
      return hourly(subject, timing.hours, values?.hours, locale)
    case 'daily': {
      const time = timeWords(timing.time, values, locale)
      return time === null
        ? m.schedule_sentence_daily_system({ what: subject }, { locale })
        : m.schedule_sentence_daily({ what: subject, time }, { locale })
    }
    case 'weekly-planned':
      return weekly(subject, timing, values, locale)
    case 'monthly': {
      const time = timeWords(timing.time, values, locale)
      return time === null
        ? m.schedule_sentence_monthly_system({ what: subject }, { locale })
        : m.schedule_sentence_monthly({ what: subject, time }, { locale })
    }
    case 'unknown':
      return m.schedule_sentence_unknown({ what: subject, text: timing.text }, { locale })
  }
}

/** When a run is: its instant, or the window in which the backup system places it, on a clock and with its zone. */
export const runWords = (run: Run, clock: Clock): string =>
  run.kind === 'instant'
    ? formatInstant(run.at, clock)
    : m.schedule_window({ from: formatInstant(run.from, clock), to: formatInstant(run.to, clock) })
