/** The pace at which the intervals of the queries are written: so many seconds between two looks at what is at rest. */
const usual = 30

/** Milliseconds; more often than this nothing is asked, however fast a deployment wants it. */
const shortest = 2_000

let factor = 1

/** Sets how often platforms are asked: seconds between two looks at what is on the screen and at rest. Called once. */
export function setPace(seconds: number): void {
  factor = seconds / usual
}

/** An interval at this deployment's pace; both in milliseconds. */
export const paced = (milliseconds: number): number => Math.max(shortest, Math.round(milliseconds * factor))

/** After a failure nothing is asked by itself sooner than the first; a trouble that lasts is asked about ever less, down to the second. */
const pauses = { least: 30_000, most: 120_000 } as const

/** What counts of the state of a query that is asked again and again. Times in epoch milliseconds, 0: never. */
interface Reading {
  readonly error: { readonly retryAfter: number | null } | null
  readonly dataUpdatedAt: number
  readonly errorUpdatedAt: number
  readonly errorUpdateCount: number
}

/**
 * The same for a query that may have failed: while it does, the pause grows as long as the trouble has lasted, and is
 * never shorter than the platform asks for.
 */
export function pacedAfter(
  { error, dataUpdatedAt, errorUpdatedAt, errorUpdateCount }: Reading,
  milliseconds: number,
): number {
  if (error === null) return paced(milliseconds)
  const lasted = dataUpdatedAt === 0 ? errorUpdateCount * pauses.least : errorUpdatedAt - dataUpdatedAt
  const pause = Math.min(pauses.most, Math.max(pauses.least, lasted))
  return Math.max(paced(milliseconds), pause, error.retryAfter ?? 0)
}

let present = (): boolean => true

/** Says whether someone is at the page. Called once; before, someone is. */
export function setPresence(read: () => boolean): void {
  present = read
}

/**
 * While nobody touches the page, what is at rest is asked no more often: the page of a VM asks six questions, and a page at
 * rest may ask twice a minute (row 38 of the failure catalogue). Whoever comes back has all that is old read at once.
 * Milliseconds.
 */
const unattended = 240_000

/**
 * An interval for what is at rest, as `pacedAfter`, drawn to the ticks of one clock, so that all who ask equally often ask
 * at the same moment and can share an answer. Ever so often while nobody is at the page.
 */
export function restingAfter(state: Reading, milliseconds: number): number {
  const interval = pacedAfter(state, milliseconds)
  if (state.error !== null) return present() ? interval : Math.max(interval, unattended)
  const pause = present() ? interval : Math.max(interval, unattended)
  // An answer of a time to come: this clock was set back, and a tick of then is hours away. Always the same, so that
  // whoever draws again puts nothing off.
  if (state.dataUpdatedAt > Date.now()) return pause
  // Counted from the last answer, so that asking again and again puts nothing off; right before a tick the next one is meant.
  const since = state.dataUpdatedAt === 0 ? Date.now() : state.dataUpdatedAt
  const tick = Math.ceil((since + pause / 2) / pause) * pause
  return Math.max(shortest, tick - Date.now())
}
