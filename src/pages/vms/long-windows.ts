import { useQueries } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import { queryClient } from '~/api/queries'
import { type FleetWindow, fleetWindow, type LongList, windowRows } from '~/api/queries/fleet-windows'
import { rowMaker, type Surroundings, type VmRow } from '~/pages/parts/fleet/fleet-rows'
import { remember } from '~/pages/parts/remember'
import type { Items, Sight } from '~/ui/items'

import { inSight } from './selection'

const makerOf = remember(rowMaker)

interface Judged {
  readonly around: Surroundings
  readonly now: Date
  readonly rows: readonly VmRow[]
}

const judged = new WeakMap<FleetWindow, Judged>()

function rowsOf(window: FleetWindow, around: Surroundings, now: Date): readonly VmRow[] {
  const known = judged.get(window)
  if (known?.around === around && known.now === now) return known.rows
  const make = makerOf(around)
  const rows = window.rows.map((vm) => make(vm, now))
  judged.set(window, { around, now, rows })
  return rows
}

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

/** What of a long list stands on a place. */
export type Standing = 'coming' | 'failed' | 'unreadable'

export interface Windows {
  readonly rows: Items<VmRow>
  readonly onSight: Sight
  /** Of a place without a VM: why. */
  readonly standing: (place: number) => Standing
  readonly error: Error | null
  readonly busy: boolean
  readonly again: () => void
}

/** A list that is never read whole: only the windows in sight are asked for, and those that left it are given up. */
export function useWindows(list: LongList, known: number, around: Surroundings, now: Date): Windows {
  const [sight, setSight] = useState<Places>({ first: 0, last: 0 })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const windowAt = (place: number) => queryClient.getQueryData(fleetWindow(list, place).queryKey)
  const isThere = (place: number): boolean => windowAt(place) !== undefined
  const wanted = wantedFor(sight, Math.floor(Math.max(0, known - 1) / windowRows), isThere)
  const readings = useQueries({ queries: placesFrom(wanted).map((place) => fleetWindow(list, place)) })
  // The list may have grown or shrunk since its length was told.
  const newest = readings.toSorted((a, b) => b.dataUpdatedAt - a.dataUpdatedAt)[0]
  const length = newest?.data?.total ?? known

  const rowsAt = (place: number): readonly VmRow[] | null => {
    const window = windowAt(place)
    return window ? rowsOf(window, around, now) : null
  }
  const there = placesFrom(wanted).map(rowsAt)
  const gap = there.indexOf(null)
  inSight(there.slice(0, gap === -1 ? there.length : gap).flatMap((rows) => rows ?? []))
  const failed = readings.find(({ error, data }) => error && !data)
  const onSight: Sight = (first, last) => {
    const next = {
      first: Math.floor(first / windowRows),
      last: Math.floor(Math.max(0, Math.min(length - 1, last)) / windowRows),
    }
    clearTimeout(timer.current)
    if (next.first !== sight.first || next.last !== sight.last)
      timer.current = setTimeout(() => setSight(next), patience)
  }
  return {
    rows: {
      length,
      at: (place) => rowsAt(Math.floor(place / windowRows))?.[place % windowRows],
    },
    onSight,
    standing: (place) => {
      const window = Math.floor(place / windowRows)
      if (windowAt(window)) return 'unreadable'
      return readings[window - wanted.first]?.error ? 'failed' : 'coming'
    },
    error: failed?.error ?? null,
    busy: readings.some(({ isFetching }) => isFetching),
    again: () => {
      for (const { error, refetch } of readings) if (error) void refetch()
    },
  }
}
