import { offsetAt } from '~/domain/zone'

import { getLocale } from './messages'

const styles = {
  hour: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { weekday: 'short', day: 'numeric' },
  first: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: '2-digit' },
  'month-alone': { month: 'short' },
  weekday: { weekday: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(style: keyof typeof styles): Intl.DateTimeFormat {
  const key = `${getLocale()} ${style}`
  const known = formatters.get(key)
  if (known) return known
  const locale = getLocale()
  const made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone: 'UTC', ...styles[style] })
  formatters.set(key, made)
  return made
}

/**
 * The few letters beside a line of an axis: `02:00`, `Mon 2`, `1 Mar`, `Mar 26`, `Mar`. The zone is told once for the whole axis.
 * Takes an IANA name.
 */
export const formatTick = (at: Date, zone: string, style: keyof typeof styles): string =>
  formatterOf(style).format(new Date(at.getTime() + offsetAt(zone, at) * 60_000))
