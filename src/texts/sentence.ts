import type { ConfigurationValues, Content } from '~/domain/assignment'
import type { DateText } from '~/domain/dates'
import { parseIsoDateTime } from '~/domain/iso'
import type { BackupConfiguration, Field, Timing, Weekday } from '~/domain/policy'

import { datesWords } from './dates-words'
import { formatDuration, formatInstant, formatList, formatTimeOfDay } from './format'
import { type Locale, m } from './messages'
import { typeOf, weekdayNames } from './schedule-names'

/** Whose words a sentence is: of one VM a value can be missing, of a policy each VM gives its own. */
type Speaker = 'vm' | 'policy'

const open = {
  vm: {
    at: m.schedule_at_open,
    days: m.schedule_days_open,
    time: m.schedule_time_open,
    hours: m.schedule_sentence_hourly_open,
    disks: m.schedule_what_all,
    paths: m.schedule_what_no_paths,
  },
  policy: {
    at: m.schedule_at_each_vm,
    days: m.schedule_days_each_vm,
    time: m.schedule_time_each_vm,
    hours: m.schedule_sentence_hourly_each_vm,
    disks: m.schedule_what_disks_each_vm,
    paths: m.schedule_what_paths_each_vm,
  },
} as const

const fewPaths = 3

/** What is backed up, as far as the VM says so. */
function what(
  configuration: BackupConfiguration,
  content: Content | undefined,
  locale: Locale,
  speaker: Speaker,
): string {
  const type = typeOf(configuration, locale)
  if (configuration.type === 'unknown') return type
  if (configuration.content === 'system') return m.schedule_what_system({ type }, { locale })
  if (configuration.content === 'image-disks') return m.schedule_what_image_disks({ type }, { locale })
  if (configuration.content === 'every-disk') return m.schedule_what_every_disk({ type }, { locale })
  if (configuration.type === 'filesystem') {
    const paths = content?.kind === 'paths' ? content.paths : []
    if (paths.length === 0) return open[speaker].paths({ type }, { locale })
    return paths.length > fewPaths
      ? m.schedule_what_paths({ type, n: paths.length }, { locale })
      : m.schedule_what_these({ type, paths: formatList(paths, locale) }, { locale })
  }
  if (content?.kind !== 'disks') return open[speaker].disks({ type }, { locale })
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

function hourly(
  subject: string,
  field: Field<number>,
  given: number | undefined,
  locale: Locale,
  speaker: Speaker,
): string {
  const hours = field.by === 'policy' ? field.value : given
  if (field.by === 'system') return m.schedule_sentence_hourly_system({ what: subject }, { locale })
  if (field.by === 'unread') return m.schedule_sentence_unknown({ what: subject, text: field.text }, { locale })
  if (hours === undefined || !Number.isFinite(hours)) return open[speaker].hours({ what: subject }, { locale })
  return Number.isInteger(hours)
    ? m.schedule_sentence_hourly({ what: subject, n: hours }, { locale })
    : m.schedule_sentence_span({ what: subject, span: formatDuration(hours * 3_600_000) }, { locale })
}

type Weekly = Extract<Timing, { readonly every: 'weekly-planned' }>

function weekly(
  subject: string,
  timing: Weekly,
  values: ConfigurationValues | undefined,
  locale: Locale,
  speaker: Speaker,
): string {
  const toChoose = open[speaker].days({}, { locale })
  const showDays = (days: readonly Weekday[]): string =>
    days.length === 0
      ? toChoose
      : formatList(
          days.map((day) => weekdayNames[day]({}, { locale })),
          locale,
        )
  const days = fieldWords(timing.days, values?.days, showDays, toChoose, locale)
  const time = timeWords(timing.time, values, locale, speaker)
  if (days === null && time === null) return m.schedule_sentence_weekly_system({ what: subject }, { locale })
  if (days === null) return m.schedule_sentence_weekly_no_days({ what: subject, time: time ?? '' }, { locale })
  if (time === null) return m.schedule_sentence_weekly_no_time({ what: subject, days }, { locale })
  return m.schedule_sentence_weekly({ what: subject, days, time }, { locale })
}

type TimeField = Extract<Timing, { readonly every: 'daily' }>['time']

const timeWords = (
  field: TimeField,
  values: ConfigurationValues | undefined,
  locale: Locale,
  speaker: Speaker,
): string | null =>
  fieldWords(field, values?.time, (time) => formatTimeOfDay(time, locale), open[speaker].time({}, { locale }), locale)

type Dated = Extract<Timing, { readonly every: 'monthly' | 'yearly' }>

function onDates(
  subject: string,
  timing: Dated,
  values: ConfigurationValues | undefined,
  locale: Locale,
  speaker: Speaker,
): string {
  const told = timeWords(timing.time, values, locale, speaker)
  if (told === null && timing.every === 'monthly')
    return m.schedule_sentence_monthly_system({ what: subject }, { locale })
  const time = told ?? open[speaker].time({}, { locale })
  if (!timing.dates) return m.schedule_sentence_monthly({ what: subject, time }, { locale })
  const toChoose = m.schedule_dates_open({}, { locale })
  const show = (dates: readonly DateText[]): string => datesWords(timing.every, dates, locale)
  const days = fieldWords(timing.dates, values?.dates, show, toChoose, locale) ?? toChoose
  return timing.every === 'monthly'
    ? m.schedule_sentence_monthly_dates({ what: subject, time, days }, { locale })
    : m.schedule_sentence_yearly({ what: subject, time, days }, { locale })
}

/**
 * What a configuration backs up on a VM and when, in one plain sentence: "Complete backup of all disks every day at 02:30
 * UTC+01:00." Says which values are still to be given and what the backup system decides.
 */
export const sentence = (
  configuration: BackupConfiguration,
  values: ConfigurationValues | undefined,
  locale: Locale,
): string => say(configuration, values, locale, 'vm')

/** The same of a policy alone: "Complete backup of all or chosen disks every day at a time that each VM gives." */
export const offerSentence = (configuration: BackupConfiguration, locale: Locale): string =>
  say(configuration, undefined, locale, 'policy')

function say(
  configuration: BackupConfiguration,
  values: ConfigurationValues | undefined,
  locale: Locale,
  speaker: Speaker,
): string {
  const told = sayWhen(configuration, values, locale, speaker)
  const until = values?.until ?? configuration.until
  if (!until) return told
  const at = formatInstant(until, { offset: values?.time?.offset ?? 0 }, 'short', locale)
  return m.schedule_sentence_until({ sentence: told, at }, { locale })
}

function sayWhen(
  configuration: BackupConfiguration,
  values: ConfigurationValues | undefined,
  locale: Locale,
  speaker: Speaker,
): string {
  const subject = what(configuration, values?.content, locale, speaker)
  const { timing } = configuration
  switch (timing.every) {
    case 'defined-hour': {
      const toGive = open[speaker].at({}, { locale })
      const at = fieldWords(timing.at, values?.at, (text) => atWords(text, locale), toGive, locale)
      return at === null
        ? m.schedule_sentence_once_system({ what: subject }, { locale })
        : m.schedule_sentence_once({ what: subject, at }, { locale })
    }
    case 'hourly':
      return hourly(subject, timing.hours, values?.hours, locale, speaker)
    case 'daily': {
      const time = timeWords(timing.time, values, locale, speaker)
      return time === null
        ? m.schedule_sentence_daily_system({ what: subject }, { locale })
        : m.schedule_sentence_daily({ what: subject, time }, { locale })
    }
    case 'weekly-planned':
      return weekly(subject, timing, values, locale, speaker)
    case 'monthly':
    case 'yearly':
      return onDates(subject, timing, values, locale, speaker)
    case 'unknown':
      return m.schedule_sentence_unknown({ what: subject, text: timing.text }, { locale })
  }
}
