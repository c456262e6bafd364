import { useState } from 'react'

import type { TrailEvent } from '~/domain/event'
import type { Page } from '~/domain/page'
import type { ShownEvents } from '~/pages/parts/events/event-sift'

type Reading = Page<TrailEvent>

interface Held {
  readonly key: string
  readonly page: Reading
}

/** How many events came in since a page was shown. */
export function newsSince(held: ShownEvents, latest: ShownEvents, first: boolean): number {
  if (!first) {
    // Older pages move on by as many as came in; which ones they are is seen on the first page only.
    if (held.rows[0]?.id === latest.rows[0]?.id) return 0
    return Math.max(1, (latest.total ?? 0) - (held.total ?? 0))
  }
  const known = new Set(held.rows.map(({ id }) => id))
  const newest = held.rows[0]?.at?.getTime() ?? 0
  return latest.rows.filter(({ id, at }) => !known.has(id) && (at?.getTime() ?? 0) >= newest).length
}

/**
 * Keeps the page that someone reads on the screen while newer events come in: they are counted, and shown when asked for,
 * or at once when nothing would move under the reader's eyes.
 */
export function useHeld(
  latest: Reading | undefined,
  {
    key,
    shown,
    first,
    reading,
  }: {
    /** What is asked: another question is answered at once. */
    readonly key: string
    readonly shown: (page: Reading) => ShownEvents
    readonly first: boolean
    /** Someone is in the middle of the list. */
    readonly reading: boolean
  },
): { readonly page: Reading | undefined; readonly news: number; readonly show: () => void } {
  const [held, setHeld] = useState<Held | null>(null)
  const same = held !== null && held.key === key
  const news = same && latest ? newsSince(shown(held.page), shown(latest), first) : 0
  const waits = news > 0 && (reading || !first)
  // The pattern of React for state that follows a prop: at once, before anything is drawn with the old one.
  if (latest && !waits && (!same || held.page !== latest)) setHeld({ key, page: latest })
  return { page: waits && same ? held.page : latest, news: waits ? news : 0, show: () => setHeld(null) }
}
