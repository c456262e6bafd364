import type { TrailQuery, TrailWords } from '~/api/queries/trail'
import { eventPlaces, type Severity } from '~/domain/event'
import { type Topic, topics, topicsOf } from '~/domain/event-topic'
import { parseIsoDateTime } from '~/domain/iso'
import type { Offer } from '~/pages/parts/toolbar/choice-filter'
import { shortText } from '~/pages/parts/view-limits'

/** From the least to the worst, as the filter lists them. */
export const severities = ['info', 'warning', 'error'] as const satisfies readonly Severity[]

/** What one can filter by a name, as the platform writes it; and what it is called in the address. */
const nameKeys = {
  text: 'text',
  datacenter: 'datacenter',
  tenant: 'tenant',
  vm: 'vm',
  performedBy: 'by',
  virtualDatacenter: 'vdc',
  virtualAppliance: 'appliance',
  user: 'user',
  component: 'component',
  rack: 'rack',
  physicalMachine: 'host',
  storageSystem: 'storage',
  storagePool: 'pool',
  volume: 'volume',
  network: 'network',
  subnet: 'subnet',
} as const
/** See `nameFilters`. */
export type NameFilter = keyof typeof nameKeys

/** Values that can be chosen, by the filter that they belong to. */
export type Offers = Readonly<Partial<Record<NameFilter, readonly Offer[]>>>
/** In the order of the fields. */
export const nameFilters = [
  'text',
  'datacenter',
  'tenant',
  'vm',
  'performedBy',
  'virtualDatacenter',
  'virtualAppliance',
  'user',
  'component',
  ...eventPlaces,
] as const satisfies readonly NameFilter[]

/** What a page lets one filter by, beside severity, action and time. */
export interface Filters {
  readonly topics: readonly Topic[]
  readonly names: readonly NameFilter[]
}

/** The whole trail of the platform. */
export const trailFilters: Filters = { topics, names: nameFilters }
/** Of those, what a trail can be asked by; all until that is known. */
export const filtersOf = (words: Pick<TrailWords, 'scope' | 'names'> | undefined): Filters =>
  words
    ? { topics: topicsOf(words.scope), names: nameFilters.filter((name) => words.names?.includes(name) ?? true) }
    : trailFilters
/** The trail of one VM. */
export const vmFilters: Filters = { topics: ['backup'], names: [] }

/** Which events the reader looks at. All of it lives in the address. Instants are UTC there. */
export interface EventView {
  /** A ready-made question; it stands in place of an action. */
  readonly about: Topic | null
  readonly severity: Severity | null
  /** One action in the platform's own words. */
  readonly action: string | null
  readonly from: Date | null
  readonly to: Date | null
  readonly names: Readonly<Partial<Record<NameFilter, string>>>
  /** From 1. */
  readonly page: number
  /** Rows a page. */
  readonly size: number
}

/** How many lines a page may have. */
export const pageSizes = [25, 50, 100, 200] as const
const usualSize = 50

const instant = (text: string | null): Date | null => {
  if (!text) return null
  const parsed = parseIsoDateTime(text)
  return parsed.ok ? parsed.value.instant : null
}

/** Reads the address; anything that it does not know, or that this page does not filter by, is left out. */
export function readEventView(params: URLSearchParams, filters: Filters): EventView {
  const page = Number(params.get('page'))
  const about = filters.topics.find((topic) => topic === params.get('about')) ?? null
  const given = filters.names.flatMap((name) => {
    const value = shortText(params.get(nameKeys[name])?.trim() ?? '').trim()
    return value ? [[name, value] as const] : []
  })
  return {
    about,
    severity: severities.find((severity) => severity === params.get('severity')) ?? null,
    action: about === null ? shortText(params.get('action') ?? '') || null : null,
    from: instant(params.get('from')),
    to: instant(params.get('to')),
    names: Object.fromEntries(given),
    page: Number.isInteger(page) && page > 0 ? page : 1,
    size: pageSizes.find((size) => String(size) === params.get('rows')) ?? usualSize,
  }
}

/** Writes a view into an address. Defaults are left out, and every other part of the address stays. */
export function writeEventView(params: URLSearchParams, view: EventView): URLSearchParams {
  const next = new URLSearchParams(params)
  const put = (key: string, value: string | null | undefined): void => {
    if (value) next.set(key, value)
    else next.delete(key)
  }
  put('about', view.about)
  put('severity', view.severity)
  put('action', view.action)
  put('from', view.from?.toISOString())
  put('to', view.to?.toISOString())
  for (const name of nameFilters) put(nameKeys[name], view.names[name])
  put('page', view.page > 1 ? String(view.page) : null)
  put('rows', view.size === usualSize ? null : String(view.size))
  return next
}

/** What `to` changes of `from`, done to an address that may have gone on meanwhile. */
export function rebase(now: URLSearchParams, from: URLSearchParams, to: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(now)
  for (const key of new Set([...from.keys(), ...to.keys()])) {
    const value = to.get(key)
    if (value === from.get(key)) continue
    if (value === null) next.delete(key)
    else next.set(key, value)
  }
  return next
}

/** The names with one changed, or, with nothing in it, left out. */
export const withName = (names: EventView['names'], name: NameFilter, value: string | null): EventView['names'] =>
  Object.fromEntries(
    [...Object.entries(names).filter(([other]) => other !== name), [name, value] as const].filter(
      ([, one]) => one !== null && one.trim() !== '',
    ),
  )

/** The same page of events, none left out. */
export const withoutFilters = (view: EventView): EventView => ({
  ...view,
  about: null,
  severity: null,
  action: null,
  from: null,
  to: null,
  names: {},
  page: 1,
})

/** Whether the view leaves out any event. */
export const isFiltered = ({ about, severity, action, from, to, names }: EventView): boolean =>
  [about, severity, action, from, to].some((filter) => filter !== null) || Object.keys(names).length > 0

/** What the platform is asked, but for the topic, which it does not know. */
export function eventQueryOf(view: EventView): TrailQuery {
  return {
    ...view.names,
    ...(view.severity && { severity: view.severity }),
    ...(view.action && { action: view.action }),
    ...(view.from && { from: view.from }),
    ...(view.to && { to: view.to }),
    offset: (view.page - 1) * view.size,
    limit: view.size,
  }
}
