import { type QueryKey, useQueries, type UseQueryOptions } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import type { ApiError } from '~/api/error'
import { queryClient } from '~/api/queries'
import type { Items, Sight } from '~/ui/items'

/** Milliseconds for which a window must be wanted before it is asked for: who flies over a list asks for nothing. */
const patience = 60

interface Places {
  readonly first: number
  readonly last: number
}

const placesFrom = ({ first, last }: Places): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, place) => first + place)

/** Those in sight first; once they are there, those beside them. */
const wantedFor = (sight: Places, end: number, isThere: (place: number) => boolean): Places =>
  placesFrom(sight).every(isThere)
    ? { first: Math.max(0, sight.first - 1), last: Math.max(sight.last, Math.min(end, sight.last + 1)) }
    : sight

/** A list that is asked for in windows of equal length. */
export interface Windowed<Window, Row, Key extends QueryKey> {
  /** Rows of a window. */
  readonly size: number
  /** Its length, as far as one knows before the first window came. */
  readonly known: number
  readonly query: (place: number) => UseQueryOptions<Window, ApiError, Window, Key> & { readonly queryKey: Key }
  /** The rows of a window, the same for the same window. */
  readonly rowsOf: (window: Window) => readonly Row[]
  /** Rows of a window whose query is not enabled, because they are known already. */
  readonly read?: (place: number) => readonly Row[] | null
}

/** What of a long list stands on a place. */
export type Standing = 'coming' | 'failed' | 'unreadable'

/** A long list of which only windows are read, as lists and tables take it. */
export interface Windows<Row> {
  readonly rows: Items<Row>
  /** Rows that are on the screen or beside it, from the first on as far as they have come. */
  readonly near: readonly Row[]
  readonly onSight: Sight
  /** Of a place without a row: why. */
  readonly standing: (place: number) => Standing
  readonly error: Error | null
  readonly busy: boolean
  readonly again: () => void
}

/** A list that is never read whole: only the windows in sight are asked for, and those that left it are given up. */
export function useWindows<Window extends { readonly total: number | null }, Row, Key extends QueryKey>({
  size,
  known,
  query,
  rowsOf,
  read = () => null,
}: Windowed<Window, Row, Key>): Windows<Row> {
  const [sight, setSight] = useState<Places>({ first: 0, last: 0 })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const rowsAsked = (place: number): readonly Row[] | null => {
    const window = queryClient.getQueryData<Window>(query(place).queryKey)
    return window ? rowsOf(window) : null
  }
  const rowsAt = (place: number): readonly Row[] | null => read(place) ?? rowsAsked(place)
  const isThere = (place: number): boolean => rowsAt(place) !== null
  const wanted = wantedFor(sight, Math.floor(Math.max(0, known - 1) / size), isThere)
  const readings = useQueries({ queries: placesFrom(wanted).map(query) })
  const asked = readings.filter((_, place) => read(wanted.first + place) === null)
  // The list may have grown or shrunk since its length was told.
  const newest = asked.toSorted((a, b) => b.dataUpdatedAt - a.dataUpdatedAt)[0]
  const length = newest?.data?.total ?? known

  const there = placesFrom(wanted).map(rowsAt)
  const gap = there.indexOf(null)
  const failed = asked.find(({ error, data }) => error && !data)
  const onSight: Sight = (first, last) => {
    const next = {
      first: Math.floor(first / size),
      last: Math.floor(Math.max(0, Math.min(length - 1, last)) / size),
    }
    clearTimeout(timer.current)
    if (next.first !== sight.first || next.last !== sight.last)
      timer.current = setTimeout(() => setSight(next), patience)
  }
  return {
    rows: {
      length,
      at: (place) => rowsAt(Math.floor(place / size))?.[place % size],
    },
    near: there.slice(0, gap === -1 ? there.length : gap).flatMap((rows) => rows ?? []),
    onSight,
    standing: (place) => {
      const window = Math.floor(place / size)
      if (isThere(window)) return 'unreadable'
      return readings[window - wanted.first]?.error ? 'failed' : 'coming'
    },
    error: failed?.error ?? null,
    busy: asked.some(({ isFetching }) => isFetching),
    again: () => {
      for (const { error, refetch } of asked) if (error) void refetch()
    },
  }
}
