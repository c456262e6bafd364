import { formatIsoDateTime, parseIsoDateTime } from './iso'
import { offsetAt } from './zone'

/** Abbreviations that name one offset, and a zone whose clocks use them: minutes east of UTC. Those of several zones are left out. */
const abbreviations: ReadonlyMap<string, { readonly offset: number; readonly zone: string }> = new Map([
  ['Z', { offset: 0, zone: 'UTC' }],
  ['UTC', { offset: 0, zone: 'UTC' }],
  ['GMT', { offset: 0, zone: 'UTC' }],
  ['WET', { offset: 0, zone: 'Europe/Lisbon' }],
  ['WEST', { offset: 60, zone: 'Europe/Lisbon' }],
  ['CET', { offset: 60, zone: 'Europe/Paris' }],
  ['CEST', { offset: 120, zone: 'Europe/Paris' }],
  ['EET', { offset: 120, zone: 'Europe/Athens' }],
  ['EEST', { offset: 180, zone: 'Europe/Athens' }],
])

/**
 * Reads an instant as logs and mails write it: a date and a time of ISO 8601 with a blank or a `T` between, and after them
 * an offset, `UTC`, `UTC+01:00` or an abbreviation that names one zone only. Gives it in ISO 8601, as precise as the text;
 * null for anything that would have to be guessed: no offset, `IST`, `CET` on a day on which clocks there show `CEST`.
 */
export function readMomentText(text: string): string | null {
  const found =
    /^(\d{4}-\d{2}-\d{2})[ T]+(\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?) *\(?([A-Za-z]*)([+-]\d{2}:?\d{2})?\)?$/u.exec(
      text.trim(),
    )
  if (!found) return null
  const [, date = '', time = '', word = '', offset = ''] = found
  const named = word === '' ? null : (abbreviations.get(word.toUpperCase()) ?? null)
  if (word !== '' && named === null) return null
  if (offset !== '' && word !== '' && !['UTC', 'GMT'].includes(word.toUpperCase())) return null
  const local = parseIsoDateTime(`${date}T${time}`)
  if (!local.ok) return null
  if (offset !== '') {
    const whole = parseIsoDateTime(`${date}T${time}${withColon(offset)}`)
    return whole.ok ? formatIsoDateTime(whole.value) : null
  }
  if (named === null) return null
  const whole = { ...local.value, offset: named.offset }
  const instant = parseIsoDateTime(formatIsoDateTime(whole))
  if (!instant.ok || !instant.value.instant) return null
  return offsetAt(named.zone, instant.value.instant) === named.offset ? formatIsoDateTime(whole) : null
}

/**
 * The same for a field that says what it understood while one types: with a date and a time that name no zone it gives
 * these in ISO 8601, so that the zone can be asked for; anything else as it is.
 */
export const isoOfMoment = (text: string): string =>
  readMomentText(text) ?? text.trim().replace(/^(\d{4}-\d{2}-\d{2}) +(?=\d{2}:)/u, '$1T')

/** Times are written in the extended format, so the offset must be. */
const withColon = (offset: string): string =>
  offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`
