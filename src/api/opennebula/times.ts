import type { OffsetTime } from '~/domain/iso-value'

import type { Image } from './wire'

const minute = 60_000
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `20 23-Nov 09.31.46`: the number of the VM, and the server's local time without a year. */
const backupName = /^\d+ (\d\d)-([A-Z][a-z]{2}) (\d\d)\.(\d\d)\.(\d\d)$/u

/** Furthest that any place on earth is from UTC, in minutes. */
const furthest = 14 * 60

/**
 * The server's offset from UTC, in minutes: nothing tells it, but backups are named by the local time at which they were
 * registered. Null when the image is named otherwise.
 */
export function offsetBy({ NAME, REGTIME }: Pick<Image, 'NAME' | 'REGTIME'>): number | null {
  const [, day = '', month = '', hour, minutes, second] = backupName.exec(NAME) ?? []
  const place = months.indexOf(month)
  if (place < 0 || REGTIME === null) return null
  const year = REGTIME.getUTCFullYear()
  const times = [year - 1, year, year + 1].map((one) =>
    Date.UTC(one, place, Number(day), Number(hour), Number(minutes), Number(second)),
  )
  const offsets = times.map((at) => Math.round((at - REGTIME.getTime()) / (15 * minute)) * 15)
  return offsets.find((one) => Math.abs(one) <= furthest) ?? null
}

/** `Mon Nov 23 09:32:24 2026` or with a space before the colon: how messages begin. */
const stamped = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) +(\d{1,2}) (\d\d):(\d\d):(\d\d) (\d{4}) ?: ?([\s\S]*)$/u

/** What the server said, and when. */
export interface Message {
  readonly at: Date
  readonly text: string
}

/** A message with its instant; its stamp is local time of the server. Null when it has none. */
export function readMessage(message: string, offset: number): Message | null {
  const [, month = '', day, hour, minutes, second, year, text = ''] = stamped.exec(message) ?? []
  const place = months.indexOf(month)
  if (place < 0) return null
  const local = Date.UTC(Number(year), place, Number(day), Number(hour), Number(minutes), Number(second))
  return { at: new Date(local - offset * minute), text: text.trim() }
}

/** A time of day in the server's offset. */
export function timeOfDay(at: Date, offset: number): OffsetTime {
  const local = new Date(at.getTime() + offset * minute)
  return { hour: local.getUTCHours(), minute: local.getUTCMinutes(), second: local.getUTCSeconds(), offset }
}

/** A date as the server's calendar has it, in the fields of UTC. */
export const localDate = (at: Date, offset: number): Date => new Date(at.getTime() + offset * minute)

/** Since 1970, as the platform writes instants. */
export const seconds = (at: Date): number => Math.floor(at.getTime() / 1_000)
