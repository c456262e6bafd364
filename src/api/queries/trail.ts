import { queryOptions } from '@tanstack/react-query'

import { platform } from '../platform'
import type { TrailQuery } from '../port'
import { serverNow } from '../queries'

export type { TrailQuery } from '../port'

/** The platform's trail. `live`: asked every few seconds; else only when someone looks again. */
export const events = (query: TrailQuery, live = false) =>
  queryOptions({
    queryKey: ['events', query],
    queryFn: ({ signal }) => platform().listEvents(query, signal),
    refetchInterval: live ? 10_000 : false,
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
    refetchInterval: 60_000,
  })
