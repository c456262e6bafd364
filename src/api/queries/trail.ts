import { queryOptions } from '@tanstack/react-query'

import type { TrailEvent } from '~/domain/event'
import { newestFirst } from '~/domain/event-topic'
import type { Page } from '~/domain/page'

import { pacedAfter, restingAfter } from '../pace'
import { platform } from '../platform'
import type { FoundOutcomes, Span, TrailQuery } from '../port-trail'
import { serverNow } from '../queries'
import { joined, keepOutcomes, keptOutcomes, missingOf, renewed, within } from './kept-outcomes'

export type { FoundOutcome, TrailQuery, TrailWords } from '../port-trail'

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
    unreadable: lists.reduce(
      (sum, { unreadable, unreadableOfAny }) => (unreadableOfAny ? Math.max(sum, unreadable) : sum + unreadable),
      0,
    ),
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

/** The words that the trail uses and what it can be asked by; they count as fresh for an hour. */
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
    refetchInterval: ({ state }) => restingAfter(state, 60_000),
  })

/** A longer trail is told as read in part. */
const mostRounds = 24

/** Outcomes of a span with how far the reading got; `reading`: more is on its way. */
export interface OutcomesOfDays extends FoundOutcomes {
  /** The end of the span, or the moment of reading where that came first. */
  readonly asOf: Date
  readonly reading: boolean
}

/**
 * How all backups ended from one day to another, read back from the end answer by answer. What came so far is given at
 * once, unless an older whole reading is on the screen: then that stays until the new one is whole. What was read before
 * is kept, for other spans too: only what is new is asked, and what lies before it.
 * @param from Epoch milliseconds, as `to`; what lies ahead is not asked.
 */
export const outcomesOfDays = (from: number, to: number) =>
  queryOptions({
    queryKey: ['outcomes', 'days', from, to],
    // A hundred thousand lines: told apart by the list that they are in, not one by one.
    structuralSharing: false,
    queryFn: async ({ signal, client, queryKey }): Promise<OutcomesOfDays> => {
      const growing = client.getQueryData(queryKey) === undefined
      const asOf = new Date(Math.max(from, Math.min(to, serverNow())))
      const span: Span = { from: new Date(from), to: asOf }
      const tell = (found: FoundOutcomes): void => {
        if (growing) client.setQueryData(queryKey, { ...within(found, span), asOf, reading: true })
      }
      const readOn = async (before: FoundOutcomes | null, next: Span, round = 1): Promise<FoundOutcomes> => {
        const found = joined(before, await platform().listOutcomes(next, signal))
        if (found.rest === null || round >= mostRounds) return found
        tell(found)
        return readOn(found, found.rest, round + 1)
      }
      const kept = keptOutcomes(client)
      const missing = kept && missingOf(kept, span)
      const news = missing?.newer ? await readOn(null, missing.newer) : null
      if (!kept || !missing || news?.complete === false) {
        const found = await readOn(null, span)
        keepOutcomes(client, found, asOf)
        return { ...found, asOf, reading: false }
      }
      const recent = news && missing.newer ? renewed(kept, news, missing.newer) : kept.found
      if (missing.older) tell(recent)
      const found = missing.older ? await readOn(recent, missing.older) : recent
      keepOutcomes(client, found, news ? asOf : kept.span.to)
      return { ...within(found, span), asOf, reading: false }
    },
    // Days that are over change no more.
    refetchInterval: ({ state }) => (to > serverNow() - day ? restingAfter(state, 60_000) : false),
  })
