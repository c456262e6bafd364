import type { ProtectionState } from '~/domain/protection'
import { vmStates } from '~/domain/virtual-machine'
import { remember } from '~/pages/parts/remember'
import { shortText, shortValues } from '~/pages/parts/view-limits'
import { compareKeyed, compareWords } from '~/texts/order'
import { hasWords, searchWords } from '~/texts/search'

import type { VmRow } from './fleet-rows'

/** What one can filter by; each is a parameter of the address that may come several times. */
export const facets = ['protection', 'run', 'cause', 'state', 'datacenter', 'tenant', 'appliance'] as const
/** By what VMs are filtered; several values of one are any of them, several facets are all of them. */
export type Facet = (typeof facets)[number]

/** What VMs can be put in order by. */
export const sortKeys = ['name', 'protection', 'outcome', 'state', 'datacenter'] as const
/** See `sortKeys`. */
export type SortKey = (typeof sortKeys)[number]

/** How VMs are shown. */
export type Layout = 'cards' | 'table'

/** What of the fleet is shown and how; all of it is in the address, so that a link shows a colleague the same. */
export interface View {
  readonly text: string
  readonly chosen: Readonly<Record<Facet, readonly string[]>>
  readonly sort: { readonly key: SortKey; readonly direction: 'asc' | 'desc' }
  /** `null`: as this reader likes it. */
  readonly layout: Layout | null
}

const isSortKey = (key: string | null): key is SortKey => sortKeys.some((known) => known === key)

/** Reads an address; what makes no sense in it is left out. */
export function readView(search: URLSearchParams): View {
  const key = search.get('sort')
  const layout = search.get('view')
  return {
    text: shortText(search.get('q') ?? ''),
    chosen: {
      protection: shortValues(search.getAll('protection')),
      run: shortValues(search.getAll('run')),
      cause: shortValues(search.getAll('cause')),
      state: shortValues(search.getAll('state')),
      datacenter: shortValues(search.getAll('datacenter')),
      tenant: shortValues(search.getAll('tenant')),
      appliance: shortValues(search.getAll('appliance')),
    },
    sort: { key: isSortKey(key) ? key : 'name', direction: search.get('direction') === 'desc' ? 'desc' : 'asc' },
    layout: layout === 'cards' || layout === 'table' ? layout : null,
  }
}

/** Writes an address without what goes without saying. */
export function writeView({ text, chosen, sort, layout }: View): URLSearchParams {
  const search = new URLSearchParams()
  if (text !== '') search.set('q', text)
  for (const facet of facets) for (const value of chosen[facet]) search.append(facet, value)
  if (sort.key !== 'name') search.set('sort', sort.key)
  if (sort.direction !== 'asc') search.set('direction', sort.direction)
  if (layout !== null) search.set('view', layout)
  return search
}

/** Whether the view leaves out any VM. */
export const isFiltered = ({ text, chosen }: View): boolean =>
  text.trim() !== '' || facets.some((facet) => chosen[facet].length > 0)

const nothing: View['chosen'] = {
  protection: [],
  run: [],
  cause: [],
  state: [],
  datacenter: [],
  tenant: [],
  appliance: [],
}

/** The same view of the whole fleet. */
export const withoutFilters = (view: View): View => ({ ...view, text: '', chosen: nothing })

/** One value of a facet taken in, or out again. */
export function toggled(view: View, facet: Facet, value: string): View {
  const before = view.chosen[facet]
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value]
  return { ...view, chosen: { ...view.chosen, [facet]: after } }
}

/** The value by which a facet tells VMs apart; empty when there is none. */
export const valueOf: Readonly<Record<Facet, (row: VmRow) => string>> = {
  protection: ({ protectionState }) => protectionState ?? 'unknown',
  run: ({ late }) => (late ? 'late' : ''),
  cause: ({ cause }) => cause,
  // States that we do not know are told apart by the platform's own word.
  state: ({ vm }) => (vm.state === 'unknown' ? vm.stateText : vm.state),
  datacenter: ({ vm }) => vm.datacenter?.name ?? '',
  tenant: ({ vm }) => vm.tenant?.name ?? '',
  appliance: (row) => row.appliance,
}

type Test = (row: VmRow) => boolean

interface Found {
  readonly rows: readonly VmRow[]
  readonly chosen: View['chosen']
  readonly words: readonly string[]
  readonly found: readonly VmRow[]
}

/** What was let through last. */
let last: Found | null = null

/** Where all that has these words is: whoever types on looks only through what has the words of before. */
const searched = (rows: readonly VmRow[], chosen: View['chosen'], words: readonly string[]): readonly VmRow[] =>
  last?.rows === rows &&
  last.chosen === chosen &&
  last.words.every((before) => words.some((word) => word.includes(before)))
    ? last.found
    : rows

const facetTest = (values: readonly string[], facet: Facet): Test | null => {
  const wanted = new Set(values)
  return wanted.size === 0 ? null : (row) => wanted.has(valueOf[facet](row))
}

/** The rows that the text and every facet let through, in the order they came. */
export function filterRows(rows: readonly VmRow[], { text, chosen }: View): readonly VmRow[] {
  const words = searchWords(text)
  const tests = facets.map((facet) => facetTest(chosen[facet], facet)).filter((test) => test !== null)
  if (words.length === 0 && tests.length === 0) return rows
  const among = searched(rows, chosen, words)
  const found = among.filter((row) => hasWords(row.line, words) && tests.every((test) => test(row)))
  last = { rows, chosen, words, found }
  return found
}

/** What needs someone's care comes first. */
const urgency: readonly string[] = [
  'failed',
  'overdue',
  'not-protected',
  'at-risk',
  'unknown',
  'scheduled',
  'restoring',
  'running',
  'protected',
]

const rank = (order: readonly string[], value: string): number => {
  const place = order.indexOf(value)
  return place === -1 ? order.length : place
}

const orders: Readonly<Record<SortKey, (a: VmRow, b: VmRow) => number>> = {
  name: () => 0,
  protection: (a, b) => rank(urgency, valueOf.protection(a)) - rank(urgency, valueOf.protection(b)),
  // Never backed up counts as the oldest.
  outcome: (a, b) => (a.outcome?.at.getTime() ?? 0) - (b.outcome?.at.getTime() ?? 0),
  state: (a, b) => rank(vmStates, a.vm.state) - rank(vmStates, b.vm.state),
  datacenter: (a, b) => compareWords(valueOf.datacenter(a), valueOf.datacenter(b)),
}

const byName = (a: VmRow, b: VmRow): number => compareKeyed(a.vm.name, a.order, b.vm.name, b.order)

/** Rows in an order, those alike by their names. */
export function sortRows(rows: readonly VmRow[], key: SortKey, direction: 'asc' | 'desc'): readonly VmRow[] {
  const compare = orders[key]
  const sign = direction === 'asc' ? 1 : -1
  return rows.toSorted((a, b) => sign * (compare(a, b) || (key === 'name' ? byName(a, b) : 0)) || byName(a, b))
}

/** In the order in which one reads them: how good it is, then what needs care, then the rest. */
const reading: readonly ProtectionState[] = [
  'protected',
  'failed',
  'overdue',
  'not-protected',
  'at-risk',
  'scheduled',
  'running',
  'restoring',
  'unknown',
]

/** A value of a facet, and how many rows have it. */
export interface Choice {
  readonly value: string
  readonly count: number
}

const fixedOrder: Readonly<Partial<Record<Facet, readonly string[]>>> = {
  protection: reading,
  state: vmStates,
}

/** Whether any of them is late. */
export const hasLate = remember((rows: readonly VmRow[]): boolean => rows.some(({ late }) => late))

/** Whether the last backup of any of them failed. */
export const hasFailures = remember((rows: readonly VmRow[]): boolean => rows.some(({ cause }) => cause !== ''))

/** The list of VMs with these values, as a part of its address. */
export const listOf = (chosen: Partial<View['chosen']>): URLSearchParams =>
  writeView({
    text: '',
    chosen: { ...nothing, ...chosen },
    sort: { key: 'name', direction: 'asc' },
    layout: null,
  })

/** The values that occur, with their numbers; those in the address stay even when no row has them any more. */
export function choicesOf(rows: readonly VmRow[], facet: Facet, chosen: readonly string[]): readonly Choice[] {
  const counts = new Map<string, number>(chosen.map((value) => [value, 0]))
  for (const row of rows) {
    const value = valueOf[facet](row)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const order = fixedOrder[facet] ?? []
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => rank(order, a.value) - rank(order, b.value) || compareWords(a.value, b.value))
}
