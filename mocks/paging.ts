import { refuse } from './refusal'
import type { Link } from './wire-objects/link'

/** What a list can be sorted by, and where it starts. */
export interface Order<T> {
  readonly by: Readonly<Record<string, (item: T) => string | number>>
  readonly defaultBy: string
  readonly defaultAsc: boolean
}

export interface Window {
  readonly startwith: number
  readonly limit: number
  readonly has: string | null
  readonly by: string
  readonly asc: boolean
}

const whole = (query: URLSearchParams, name: string, missing: number): number => {
  const text = query.get(name)
  if (text === null || text === '') return missing
  if (!/^\d{1,9}$/.test(text)) throw refuse('GEN-22', name)
  return Number(text)
}

const truth = (query: URLSearchParams, name: string, missing: boolean): boolean => {
  const text = query.get(name)?.toLowerCase() ?? ''
  if (text === '') return missing
  if (text !== 'true' && text !== 'false') throw refuse('GEN-22', name)
  return text === 'true'
}

/** Reads the paging parameters. QUERY-0 for an unknown `by`, GEN-22 for other bad ones. */
export function windowOf<T>(query: URLSearchParams, order: Order<T>): Window {
  const asked = query.get('by') ?? ''
  const by =
    asked === '' ? order.defaultBy : Object.keys(order.by).find((name) => name.toLowerCase() === asked.toLowerCase())
  if (by === undefined) throw refuse('QUERY-0', asked)
  return {
    startwith: whole(query, 'startwith', 0),
    limit: whole(query, 'limit', 25),
    has: query.get('has'),
    by,
    asc: truth(query, 'asc', order.defaultAsc),
  }
}

const own = new Set(['startwith', 'limit', 'has', 'by', 'asc', 'expand'])

/** Where a window of a list of `total` really starts: past the end it is the last page. */
const clamp = (startwith: number, limit: number, total: number): number =>
  startwith >= total ? Math.max(0, total - limit) : startwith

/**
 * The page links, in Abiquo's order and with its order of query keys: own filters, `startwith`, `limit`, `has`, `by`,
 * `asc` (always since 5.0, before only when it is false). An empty list has none.
 */
export function pageLinks(
  self: string,
  query: URLSearchParams,
  window: Window,
  total: number,
  writeAsc: boolean,
): Link[] {
  if (total === 0) return []
  const { limit } = window
  const startwith = clamp(window.startwith, limit, total)
  const filters = [...query].filter(([name]) => !own.has(name))
  const href = (start: number | null): string => {
    const keys = new URLSearchParams(filters)
    if (start !== null) keys.append('startwith', String(start))
    keys.append('limit', String(limit))
    if (window.has !== null) keys.append('has', window.has)
    keys.append('by', window.by)
    if (writeAsc || !window.asc) keys.append('asc', String(window.asc))
    return `${self}?${keys}`
  }
  const links: Link[] = [{ rel: 'first', href: href(null) }]
  if (startwith > 0) links.push({ rel: 'previous', href: href(Math.max(0, startwith - limit)) })
  if (limit > 0 && startwith + limit < total) links.push({ rel: 'next', href: href(startwith + limit) })
  links.push({ rel: 'last', href: href(limit === 0 ? 0 : Math.max(0, total - limit)) })
  return links
}

/** Sorts a copy. Equal keys keep their order. */
export function sorted<T>(items: readonly T[], order: Order<T>, by: string, asc: boolean): readonly T[] {
  const key = order.by[by]
  if (!key) return items
  const keyed = items.map((item) => ({ item, key: key(item) }))
  const sign = asc ? 1 : -1
  keyed.sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : 0))
  return keyed.map(({ item }) => item)
}

/** Cuts the window out of a sorted list. `limit` 0 is everything. */
export function cut<T>(items: readonly T[], window: Window): readonly T[] {
  const start = clamp(window.startwith, window.limit, items.length)
  return window.limit === 0 ? items.slice(start) : items.slice(start, start + window.limit)
}
