import { isTimeZone } from '~/domain/zone'

import { formatInstant, readerZone } from './format'

/** In the order in which they are offered. */
export const clockChoices = ['mine', 'datacenter', 'utc'] as const

/** By whose clock the console shows times: the reader's own, the clock of the datacenter it is about, or UTC. */
export type ClockChoice = (typeof clockChoices)[number]

const key = 'holdfast.clock'

/** Whether something that was kept in this browser is a choice. */
export const isClockChoice = (value: unknown): value is ClockChoice => clockChoices.some((known) => known === value)

function stored(): ClockChoice {
  try {
    const value = localStorage.getItem(key)
    return isClockChoice(value) ? value : 'mine'
  } catch {
    return 'mine'
  }
}

let choice: ClockChoice | null = null
const listeners = new Set<() => void>()

/** What this reader chose last in this browser; the reader's own clock when nothing was chosen, or storage is blocked. */
export const clockChoice = (): ClockChoice => (choice ??= stored())

/** Chooses for the whole console at once, and for the next visit where the browser lets us. */
export function chooseClock(next: ClockChoice): void {
  choice = next
  try {
    localStorage.setItem(key, next)
  } catch {
    // It holds until the page is left.
  }
  for (const listener of listeners) listener()
}

/** Calls back on each choice; gives what ends it. */
export function onClockChoice(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * The zone (IANA) to show an instant in.
 * @param datacenter Zone of the datacenter that the instant is about. Where none is known, or the browser does not know
 *   it, a reader who wants datacenters' clocks gets the own one.
 */
export function shownZone(datacenter: string | null = null): string {
  const chosen = clockChoice()
  if (chosen === 'utc') return 'UTC'
  return chosen === 'datacenter' && datacenter !== null && isTimeZone(datacenter) ? datacenter : readerZone()
}

/** Has the browser read its tables of dates while nobody waits for them: the first date would hold a page up by 15 ms. */
export const readyDates = (): void => void formatInstant(new Date(), shownZone())
