import { type DateText, monthDate, yearDate } from '~/domain/dates'

import { formatInstant, formatList } from './format'
import { getLocale, type Locale, m } from './messages'

/** A day of a year in words; one that is none as it is written. */
function yearDateWords(text: DateText, locale: Locale): string {
  const days = yearDate(text)
  // A year without 29 February.
  return days === null ? text : formatInstant(new Date(Date.UTC(2001, 0, 1 + days)), 'UTC', 'month-day', locale)
}

/** "day 1", "days 1 and 15", "1 Jan and 1 Jul". */
export function datesWords(
  every: 'monthly' | 'yearly',
  dates: readonly DateText[],
  locale: Locale = getLocale(),
): string {
  if (every === 'yearly')
    return formatList(
      dates.map((one) => yearDateWords(one, locale)),
      locale,
    )
  const days = formatList(
    dates.map((one) => String(monthDate(one) ?? one)),
    locale,
  )
  return m.schedule_month_dates({ n: dates.length, days }, { locale })
}
