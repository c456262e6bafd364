import type * as z from 'zod/mini'

import type { Page } from '~/domain/page'

import { ApiError } from '../error'
import { mapUnhurried } from '../unhurried'
import type { Connection } from './connection'
import { pathOfLink } from './links'
import type { Link } from './wire'

/** What a row comes to, or null when it cannot be used; so that one broken row never breaks a list. */
export function usable<Row, T>(rows: readonly Row[], translate: (row: Row, index: number) => T): readonly T[] {
  return rows.flatMap((row, index) => {
    try {
      return [translate(row, index)]
    } catch (error) {
      if (error instanceof ApiError) return []
      throw error
    }
  })
}

/** Not there, or not for this person: a part of an answer that the rest can do without. */
export const orNothing =
  <T>(nothing: T) =>
  (error: unknown): T => {
    if (error instanceof ApiError && (error.kind === 'forbidden' || error.kind === 'not-found')) return nothing
    throw error
  }

/** What was read of a list. */
export interface Rows<T> {
  readonly rows: readonly T[]
  readonly unreadable: number
  /** As the platform counts; null when it does not. */
  readonly total: number | null
}

interface Listed<T> extends Rows<T> {
  readonly links: readonly Link[]
}

/** Beyond its end Abiquo answers with the last page again, whose rows are known already. */
export const isBeyondEnd = (offset: number, { total }: Pick<Rows<unknown>, 'total'>): boolean =>
  offset > 0 && total !== null && offset >= total

/** As many rows as a window of a long list holds. */
const windowSize = 1_000

/** The same list as windows of `size` rows, with the query that the link already had. */
export function inWindows(path: string, size: number, more: Readonly<Record<string, string>> = {}): string {
  const [place = '', query = ''] = path.split('?')
  const parameters = new URLSearchParams(query)
  for (const [name, value] of Object.entries({ ...more, limit: String(size) })) parameters.set(name, value)
  return `${place}?${parameters}`
}

/** A list whose links never end ends here. */
const mostWindows = 50

/** All windows of a list, by its `next` links, none of them twice. Where it does not end, a row of it is unreadable. */
export async function readAll<T, In>(
  { read, addresses }: Connection,
  start: string,
  entity: string,
  reply: z.ZodMiniType<Listed<T>, In>,
  signal?: AbortSignal,
): Promise<Rows<T>> {
  const seen = new Set<string>()
  let brokenOff = 0
  const readOn = async (path: string): Promise<readonly Listed<T>[]> => {
    seen.add(path)
    const page = await read(path, entity, reply, signal)
    const next = pathOfLink(addresses, page.links, 'next')
    if (next === null || seen.has(next)) return [page]
    if (seen.size < mostWindows) return [page, ...(await readOn(next))]
    brokenOff = 1
    return [page]
  }
  const pages = await readOn(inWindows(start, windowSize))
  const rows = pages.flatMap((page) => page.rows)
  const unreadable = pages.reduce((sum, page) => sum + page.unreadable, brokenOff)
  const total = pages[0]?.total ?? null
  // What the platform counts and did not give is as good as unreadable: the list is not whole.
  return { rows, unreadable: Math.max(unreadable, (total ?? 0) - rows.length), total }
}

/** Rows that came to something of ours; all others are counted. */
export function toPage<Row, T>(found: Rows<Row>, translate: (row: Row) => T): Page<T> {
  const rows = usable(found.rows, translate)
  return { rows, total: found.total, unreadable: found.unreadable + found.rows.length - rows.length }
}

/** The same between frames, for translations that take their time. */
export async function toPageUnhurried<Row, T>(found: Rows<Row>, translate: (row: Row) => T): Promise<Page<T>> {
  const rows = (await mapUnhurried(found.rows, (row) => usable([row], translate))).flat()
  return { rows, total: found.total, unreadable: found.unreadable + found.rows.length - rows.length }
}
