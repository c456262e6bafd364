import type { QueryClient, QueryKey } from '@tanstack/react-query'

import type { Page, Window } from '~/domain/page'

import { untilDrawn } from '../unhurried'
import { untilSeen } from './seen'

/** What was read of a list by now. */
export interface ReadRows<Row> {
  /** What the platform searched for; empty: all. */
  readonly text: string
  readonly rows: readonly Row[]
  /** How many there are; where that is untold, at least so many. */
  readonly total: number
  /** The platform does not tell how many there are, and more may follow. */
  readonly untold: boolean
  readonly unreadable: number
  /** When the reading began. */
  readonly asOf: Date
  /** How far the platform's list was read. */
  readonly end: number
  /** Where those rows end in it: what is read is shown as it doubles, not with each window. */
  readonly shownEnd: number
  /** How far it is read: by itself, or because someone asked for more. */
  readonly goal: number
  /** So many rows of a long list someone asked for; `Infinity`: all, however many there will be. */
  readonly asked: number
  /** Too long to be read whole by itself, and not read to its end. */
  readonly long: boolean
}

/** How far a list is read by itself: whole up to so many rows, and of a longer one so many. */
export interface Reach {
  readonly whole: number
  readonly ofLonger: number
}

/** So many rows are read at one request of a person. */
export const mostAtOnce = 10_000

/** How the windows of a list are read. */
export interface Reading<Row> extends Reach {
  readonly client: QueryClient
  readonly queryKey: QueryKey
  readonly text?: string
  /** Epoch milliseconds by the server's clock. */
  readonly now: number
  /** Rows of a window; the first one of a list that is on no screen yet is what a person waits for. */
  readonly limits: { readonly first: number; readonly next: number }
  /** A platform that tells the list only whole may answer with more rows than were asked for. */
  readonly read: (window: Window) => Promise<Page<Row>>
}

/** A list whose platform counts wrong, or gives the same rows for ever, ends here. */
const mostWindows = 125

/** What was read of a long list is read on, not anew, for so long. Milliseconds. */
const stillFresh = 5 * 60_000

/** Whoever left while it was being read has broken it off: the next who looks has it read on. */
export const isBrokenOff = (list: ReadRows<unknown> | undefined): boolean => list !== undefined && list.end < list.goal

const nothingRead = { rows: [], total: 0, untold: false, unreadable: 0, end: 0, shownEnd: 0, long: false } as const

/**
 * Reads a list window by window, each row once: whole, or of one that is too long the beginning, until someone asks for
 * more. What came so far is shown at once, unless an older reading is on the screen: then that stays until the new one has
 * got as far. To be called by the query whose key it is given.
 */
export async function readOn<Row extends { readonly id: string }>({
  client,
  queryKey,
  text = '',
  now,
  limits,
  read,
  whole,
  ofLonger,
}: Reading<Row>): Promise<ReadRows<Row>> {
  const state = client.getQueryState<ReadRows<Row>>(queryKey)
  const known = state?.data
  const asOf = new Date(now)
  const further =
    known !== undefined &&
    state?.isInvalidated === false &&
    isBrokenOff(known) &&
    now - known.asOf.getTime() < stillFresh
  const start = further
    ? { ...known, end: known.shownEnd }
    : { ...nothingRead, text, asOf, goal: 0, asked: known?.asked ?? 0 }
  const ids = new Set(start.rows.map(({ id }) => id))
  let shown: ReadRows<Row> = start
  const next = async (before: ReadRows<Row>, round: number): Promise<ReadRows<Row>> => {
    const limit = before.end === 0 ? limits.first : Math.min(limits.next, before.goal - before.end)
    const page = await read({ offset: before.end, limit })
    const fresh = page.rows.filter(({ id }) => !ids.has(id))
    for (const { id } of fresh) ids.add(id)
    const rows = [...before.rows, ...fresh]
    const unreadable = before.unreadable + page.unreadable
    const came = page.rows.length + page.unreadable
    // After a full window of an answer that does not tell how many there are, more may come.
    const untold = page.total === null && came === limit
    const total = page.total ?? (untold ? before.end + came : rows.length + unreadable)
    const told = Math.max(limit, came)
    const end = Math.min(before.end + told, Math.max(total, before.end))
    const most = untold ? Infinity : total
    const goal = (untold ? end < whole : total <= whole)
      ? Math.min(most, whole)
      : Math.min(most, Math.max(before.asked, ofLonger))
    const long = untold ? end >= whole : total > whole && end < total
    const got = { ...before, rows, total, untold, unreadable, end, shownEnd: end, goal, long }
    if (fresh.length + page.unreadable === 0 || !isBrokenOff(got) || round >= mostWindows) return got
    if (further || known === undefined) {
      // Whoever shows them judges and sorts all again: as they double, not with each window.
      if (rows.length >= shown.rows.length * 2) shown = got
      client.setQueryData(queryKey, { ...got, rows: shown.rows, shownEnd: shown.end, unreadable: shown.unreadable })
      // Reading more would keep the first ones from the screen.
      await untilDrawn()
    }
    await untilSeen()
    return next(got, round + 1)
  }
  return next(start, 1)
}

/** Reads a long list on by so many rows; what was read stays. */
export function askFurther(client: QueryClient, queryKey: QueryKey, rows: number): Promise<void> {
  client.setQueryData<ReadRows<unknown>>(queryKey, (before) => {
    if (!before) return before
    const goal = before.untold ? before.end + rows : Math.min(before.total, before.end + rows)
    return { ...before, goal, asked: before.untold || goal < before.total ? goal : Infinity }
  })
  return client.refetchQueries({ queryKey, exact: true })
}
