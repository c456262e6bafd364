import type { QueryClient } from '@tanstack/react-query'

import type { FoundOutcomes, Span } from '../port-trail'

/** One piece of the trail without a hole, and how far it reaches. */
export interface KeptOutcomes {
  readonly span: Span
  readonly found: FoundOutcomes
}

/** Lines of the trail may come in a little late: so much of the end is asked again. Milliseconds. */
const overlap = 15 * 60_000

const key = ['kept-outcomes'] as const

/** What of the trail was read before; it goes with the answers of the session, and a while after nobody looks at it. */
export const keptOutcomes = (client: QueryClient): KeptOutcomes | null => client.getQueryData<KeptOutcomes>(key) ?? null

/**
 * Keeps a piece that reaches to `to` and is known to be whole, unless a later one is kept. What a person may see in part is
 * never taken for whole.
 */
export function keepOutcomes(client: QueryClient, found: FoundOutcomes, to: Date): void {
  const { wholeSince } = found
  const before = keptOutcomes(client)
  if (wholeSince === null || (before && before.span.to > to)) return
  // A hundred thousand lines: comparing them one by one would be felt.
  client.setQueryDefaults(key, { structuralSharing: false })
  client.setQueryData<KeptOutcomes>(key, { span: { from: wholeSince, to }, found })
}

/** Two answers as one. The later ones came first, so the newest change of a VM's plan is the one that is known. */
export function joined(before: FoundOutcomes | null, more: FoundOutcomes): FoundOutcomes {
  if (before === null) return more
  const known = new Set(before.replanned.map(({ vmId }) => vmId))
  const replanned = more.replanned.filter(({ vmId }) => !known.has(vmId))
  return {
    ...more,
    // What has nothing new stays the same list, so that nothing is worked out from it again.
    outcomes: more.outcomes.length === 0 ? before.outcomes : [...before.outcomes, ...more.outcomes],
    replanned: replanned.length === 0 ? before.replanned : [...before.replanned, ...replanned],
    wholeSince: before.wholeSince && more.wholeSince,
  }
}

/** What of a span that ends at `to` is still to be asked: the newest lines, and those before the kept ones. */
export interface Missing {
  /** Null: the kept piece reaches to the end of the span. */
  readonly newer: Span | null
  /** Null: it reaches to its beginning, or the trail was too long to be read further. */
  readonly older: Span | null
}

/** Null when the kept piece does not touch the span: then all of it is asked. */
export function missingOf({ span, found }: KeptOutcomes, { from, to }: Span): Missing | null {
  if (to < span.from || from > span.to) return null
  const again = new Date(Math.max(span.from.getTime(), span.to.getTime() - overlap))
  return {
    newer: to > span.to ? { from: again, to } : null,
    // Both ends of a span are in it, and a moment is told once.
    older:
      from < span.from && found.rest === null && found.complete
        ? { from, to: new Date(span.from.getTime() - 1) }
        : null,
  }
}

/** The kept piece with the newest lines, all of them, in the place of those that were asked again. */
export function renewed({ found }: KeptOutcomes, news: FoundOutcomes, { from }: Span): FoundOutcomes {
  const first = found.outcomes.findIndex(({ at }) => at < from)
  const again = first < 0 ? found.outcomes : found.outcomes.slice(0, first)
  const same = again.length === news.outcomes.length && again.every(({ id }, place) => id === news.outcomes[place]?.id)
  const settled = first < 0 ? [] : found.outcomes.slice(first)
  return {
    ...joined({ ...news, outcomes: [] }, found),
    outcomes: same ? found.outcomes : [...news.outcomes, ...settled],
    complete: found.complete,
    wholeSince: found.wholeSince,
  }
}

/** The part of a piece that lies in a span. A plan that changed later counts too: what is known is not forgotten. */
export function within(found: FoundOutcomes, { from, to }: Span): FoundOutcomes {
  const { outcomes, wholeSince } = found
  const newest = outcomes[0]?.at ?? from
  const oldest = outcomes.at(-1)?.at ?? to
  return {
    ...found,
    outcomes: oldest >= from && newest <= to ? outcomes : outcomes.filter(({ at }) => at >= from && at <= to),
    replanned: found.replanned.filter(({ at }) => at >= from),
    since: from,
    wholeSince: wholeSince !== null && wholeSince < from ? from : wholeSince,
    complete: found.complete || (wholeSince !== null && wholeSince <= from),
  }
}
