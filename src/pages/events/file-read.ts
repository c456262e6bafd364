import type { TrailQuery } from '~/api/queries/trail'
import type { TrailEvent } from '~/domain/event'
import { concernsBackup, newestFirst } from '~/domain/event-topic'
import type { Page } from '~/domain/page'

import type { Question } from './list-question'

/** A file holds as many of the newest events; more would be a task for a report. */
const mostRows = 10_000
const windowSize = 1_000

/** How far a file is: what was read, of how many; null when the platform does not say. */
export interface Progress {
  readonly read: number
  readonly total: number | null
}

/** Events for a file. */
export interface FileEvents {
  readonly events: readonly TrailEvent[]
  /** How many there are in all, when that is more than was read. */
  readonly cutOf: number | null
}

/** Where events come from, and the platform's clock. */
export interface Source {
  readonly list: (query: TrailQuery, signal?: AbortSignal) => Promise<Page<TrailEvent>>
  readonly now: () => number
}

interface OneList {
  readonly rows: readonly TrailEvent[]
  readonly total: number | null
}

/** One list to its end, or to the bound, window by window. */
async function readList(
  source: Source,
  query: TrailQuery,
  signal: AbortSignal,
  onWindow: (list: OneList) => void,
  before: OneList = { rows: [], total: null },
  offset = 0,
): Promise<OneList> {
  const page = await source.list({ ...query, offset, limit: windowSize }, signal)
  const list = { rows: [...before.rows, ...page.rows], total: page.total ?? before.total }
  onWindow(list)
  const end = offset + windowSize
  const short = page.rows.length + page.unreadable < windowSize
  if (short || end >= mostRows || (list.total !== null && end >= list.total)) return list
  return readList(source, query, signal, onWindow, list, end)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** The length is known once every list has begun and told its own. */
function progressOf(lists: readonly OneList[], expected: number): Progress {
  const totals = lists.map(({ total }) => total).filter((total) => total !== null)
  return {
    read: sum(lists.map(({ rows }) => rows.length)),
    total: totals.length === expected ? Math.min(sum(totals), mostRows) : null,
  }
}

/** Everything that a question selects, newest first, up to the bound. What happens meanwhile is left out. */
export async function readForFile(
  { query, actions, sifts }: Question,
  source: Source,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<FileEvents> {
  // An end that stands still, or the windows would slide while they are read.
  const still: TrailQuery = { ...query, to: query.to ?? new Date(source.now()) }
  const asked = actions === null ? [still] : actions.map((action): TrailQuery => ({ ...still, action }))
  const sofar = new Map<TrailQuery, OneList>()
  const lists = await Promise.all(
    asked.map((one) =>
      readList(source, one, signal, (list) => {
        sofar.set(one, list)
        onProgress(progressOf([...sofar.values()], asked.length))
      }),
    ),
  )
  const all = newestFirst([...new Map(lists.flatMap(({ rows }) => rows).map((event) => [event.id, event])).values()])
  const there = sum(lists.map(({ rows, total }) => Math.max(total ?? 0, rows.length)))
  const read = all.slice(0, mostRows)
  return { events: sifts ? read.filter(concernsBackup) : read, cutOf: there > read.length ? there : null }
}
