import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'

import { readDates } from '~/domain/dates'
import { parseIsoDateTime } from '~/domain/iso'
import type { OffsetTime } from '~/domain/iso-value'
import type { BackupConfiguration, Field, Weekday } from '~/domain/policy'
import { wholeNumber } from '~/domain/whole-number'
import { formatDuration, formatInstant, formatList, formatTimeOfDay } from '~/texts/format'
import { m } from '~/texts/messages'
import { datesWords, weekdayWords } from '~/texts/schedule-words'

import { fieldName, type Place, type PolicyContext } from './policy-context'
import { timeOf } from './policy-draft'
import { PolicyFact } from './policy-fact'
import { ClockNote } from './schedule-clock'
import { AtEntry, DatesEntry, DaysEntry, HoursEntry, TimeEntry } from './schedule-fields'
import { ScheduleValue } from './schedule-value'

interface ScheduleValuesProps {
  readonly context: PolicyContext
  readonly place: Place
  readonly configuration: BackupConfiguration
}

const printDays = (days: readonly Weekday[]): string => formatList(days.map((day) => weekdayWords(day)))

/** A date and time as the platform keeps it, in words; a text that cannot be read stays as it is. */
function printAt(text: string): string {
  const parsed = parseIsoDateTime(text)
  if (!parsed.ok || parsed.value.offset === null || !parsed.value.instant) return text
  return formatInstant(parsed.value.instant, { offset: parsed.value.offset })
}

/** Parts of an hour, and many of them, are told as a span of time. */
const everyHours = (hours: number): string =>
  Number.isInteger(hours)
    ? m.policies_hours_value({ n: hours })
    : m.policies_span_value({ span: formatDuration(hours * 3_600_000) })

/** When a configuration runs, field by field: printed where the policy or the backup system decides, else entered. */
export function ScheduleValues({ context, place, configuration }: ScheduleValuesProps) {
  const draft = useWatch({ control: context.control, name: fieldName(place) })
  const { timing } = configuration
  const { zone } = context
  const { now } = context.situation
  const typed = timeOf(draft)
  const time = (field: Field<OffsetTime>): ReactNode => (
    <>
      <ScheduleValue
        context={context}
        label={m.policies_time()}
        field={field}
        print={formatTimeOfDay}
        current={typed && formatTimeOfDay(typed)}
        input={<TimeEntry context={context} place={place} />}
      />
      <ClockNote time={field.by === 'policy' ? field.value : field.by === 'vm' ? typed : null} zone={zone} now={now} />
    </>
  )
  switch (timing.every) {
    case 'defined-hour':
      return (
        <ScheduleValue
          context={context}
          label={m.policies_at()}
          field={timing.at}
          print={printAt}
          current={draft.at === '' ? null : printAt(draft.at)}
          input={<AtEntry context={context} place={place} />}
        />
      )
    case 'hourly':
      return (
        <ScheduleValue
          context={context}
          label={m.policies_hours()}
          field={timing.hours}
          print={everyHours}
          current={draft.hours === '' ? null : everyHours(wholeNumber(draft.hours))}
          input={
            <HoursEntry context={context} place={place} {...(timing.most !== undefined && { most: timing.most })} />
          }
        />
      )
    case 'weekly-planned':
      return (
        <>
          <ScheduleValue
            context={context}
            label={m.policies_days()}
            field={timing.days}
            print={printDays}
            current={draft.days.length === 0 ? null : printDays(draft.days)}
            input={<DaysEntry context={context} place={place} />}
          />
          {time(timing.time)}
        </>
      )
    case 'daily':
      return time(timing.time)
    case 'monthly':
    case 'yearly': {
      const { every, dates } = timing
      const read = readDates(draft.dates)
      return (
        <>
          {dates && (
            <ScheduleValue
              context={context}
              label={every === 'monthly' ? m.policies_month_dates() : m.policies_year_dates()}
              field={dates}
              print={(days) => datesWords(every, days)}
              current={read.length === 0 ? null : datesWords(every, read)}
              input={<DatesEntry context={context} place={place} every={every} />}
            />
          )}
          {time(timing.time)}
        </>
      )
    }
    case 'unknown':
      return (
        <PolicyFact label={m.policies_unknown_timing()} note={m.policies_unread()}>
          {timing.text}
        </PolicyFact>
      )
  }
}
