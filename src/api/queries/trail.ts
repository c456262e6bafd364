import { queryOptions } from '@tanstack/react-query'

import type { TrailEvent } from '~/domain/event'
import { newestFirst } from '~/domain/event-topic'
import type { Page } from '~/domain/page'

import { pacedAfter } from '../pace'
import { platform } from '../platform'
import type { FoundOutcomes, TrailQuery } from '../port'
import { serverNow } from '../queries'

export type { FoundOutcome, TrailQuery } from '../port'

/** The platform takes one action a question: each is asked, and the answers are joined, newest first. */
async function listOfActions(
  query: TrailQuery,
  actions: readonly string[],
  signal: AbortSignal,
): Promise<Page<TrailEvent>> {
  const end = query.offset + query.limit
  const lists = await Promise.all(
    actions.map((action) => platform().listEvents({ ...query, action, offset: 0, limit: end }, signal)),
  )
  const totals = lists.map(({ total }) => total)
  return {
    rows: newestFirst(lists.flatMap(({ rows }) => rows)).slice(query.offset, end),
    total: totals.reduce((sum, total) => (sum === null || total === null ? null : sum + total), 0),
    unreadable: lists.reduce((sum, { unreadable }) => sum + unreadable, 0),
  }
}

/**
 * The platform's trail. `live`: asked every few seconds; else only when someone looks again. With `actions` the events of
 * any of them, in place of the query's own.
 */
export const events = (query: TrailQuery, live = false, actions: readonly string[] | null = null) =>
  queryOptions({
    queryKey: ['events', query, actions],
    queryFn: ({ signal }) =>
      actions === null ? platform().listEvents(query, signal) : listOfActions(query, actions, signal),
    refetchInterval: ({ state }) => (live ? pacedAfter(state, actions === null ? 10_000 : 20_000) : false),
  })

export const trailWords = () =>
  queryOptions({
    queryKey: ['trail-words'],
    queryFn: ({ signal }) => platform().getTrailWords(signal),
    staleTime: 60 * 60_000,
  })

/** A long list of events at once, for a file. */
export const eventsForFile = (query: TrailQuery, signal?: AbortSignal) => platform().listEvents(query, signal)

const day = 24 * 60 * 60 * 1_000

/** Backups that failed in the last 24 hours. */
export const failuresOfDay = () =>
  queryOptions({
    queryKey: ['failures'],
    queryFn: ({ signal }) => platform().recentFailures(new Date(serverNow() - day), signal),
    refetchInterval: ({ state }) => pacedAfter(state, 60_000),
  })

/** A longer trail is told as read in part. */
const mostRounds = 24

/** Outcomes of a span with how far the reading got; `reading`: more is on its way. */
export interface OutcomesOfDays extends FoundOutcomes {
  /** The end of the span, or the moment of reading where that came first. */
  readonly asOf: Date
  readonly reading: boolean
}

/** Two answers as one. The later ones came first, so the newest change of a VM's plan is the one that is known. */
function joined(before: FoundOutcomes | null, more: FoundOutcomes): FoundOutcomes {
  if (before === null) return more
  const known = new Set(before.replanned.map(({ vmId }) => vmId))
  return {
    ...more,
    outcomes: [...before.outcomes, ...more.outcomes],
    replanned: [...before.replanned, ...more.replanned.filter(({ vmId }) => !known.has(vmId))],
    wholeSince: before.wholeSince && more.wholeSince,
  }
}

/**
 * How all backups ended from one day to another, read back from the end answer by answer. What came so far is given at
 * once, unless an older whole reading is on the screen: then that stays until the new one is whole.
 * @param from Epoch milliseconds, as `to`; what lies ahead is not asked.
 */
export const outcomesOfDays = (from: number, to: number) =>
  queryOptions({
    queryKey: ['outcomes', 'days', from, to],
    queryFn: async ({ signal, client, queryKey }): Promise<OutcomesOfDays> => {
      const growing = client.getQueryData(queryKey) === undefined
      const asOf = new Date(Math.max(from, Math.min(to, serverNow())))
      const readOn = async (before: FoundOutcomes | null, until: Date, round: number): Promise<OutcomesOfDays> => {
        const found = joined(before, await platform().listOutcomes({ from: new Date(from), to: until }, signal))
        if (found.rest === null || round >= mostRounds) return { ...found, asOf, reading: false }
        if (growing) client.setQueryData(queryKey, { ...found, asOf, reading: true })
        return readOn(found, found.rest.to, round + 1)
      }
      return readOn(null, asOf, 1)
    },
    // Days that are over change no more.
    refetchInterval: ({ state }) => (to > serverNow() - day ? pacedAfter(state, 60_000) : false),
  })
