import type * as z from 'zod/mini'

import type { Connection } from './connection'
import { pathOfLink } from './links'
import type { Link } from './wire'

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

/** A list whose links go round in circles, or never end, ends here. */
const mostWindows = 50

/** All windows of a list, by its `next` links, none of them twice. */
export async function readAll<T, In>(
  { read, addresses }: Connection,
  start: string,
  entity: string,
  reply: z.ZodMiniType<Listed<T>, In>,
  signal?: AbortSignal,
): Promise<Rows<T>> {
  const seen = new Set<string>()
  const readOn = async (path: string): Promise<readonly Listed<T>[]> => {
    seen.add(path)
    const page = await read(path, entity, reply, signal)
    const next = pathOfLink(addresses, page.links, 'next')
    return next === null || seen.has(next) || seen.size >= mostWindows ? [page] : [page, ...(await readOn(next))]
  }
  const pages = await readOn(start)
  return {
    rows: pages.flatMap((page) => page.rows),
    unreadable: pages.reduce((sum, page) => sum + page.unreadable, 0),
    total: pages[0]?.total ?? null,
  }
}

/** The same list as windows of `size` rows, with the query that the link already had. */
export function inWindows(path: string, size: number, more: Readonly<Record<string, string>> = {}): string {
  const [place = '', query = ''] = path.split('?')
  const parameters = new URLSearchParams(query)
  for (const [name, value] of Object.entries({ ...more, limit: String(size) })) parameters.set(name, value)
  return `${place}?${parameters}`
}
