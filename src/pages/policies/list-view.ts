import { compareWords } from '~/texts/order'
import { hasWords, searchWords } from '~/texts/search'

import type { PolicyRow } from './list-rows'

/** What policies can be put in order by. */
export const sortKeys = ['name', 'code', 'vms', 'tenants'] as const
/** See `sortKeys`. */
export type SortKey = (typeof sortKeys)[number]

/** The words stand in the address. */
export const shows = ['all', 'unused', 'closed', 'unfit'] as const
/** Which policies are shown: all, those of no VM, those allowed to nobody, those that cannot run. */
export type Show = (typeof shows)[number]

/** What of the policies is shown and how; all of it is in the address. */
export interface View {
  readonly text: string
  readonly show: Show
  readonly sort: { readonly key: SortKey; readonly direction: 'asc' | 'desc' }
}

/** Reads an address; what makes no sense in it is left out. */
export const readView = (search: URLSearchParams): View => ({
  text: search.get('q') ?? '',
  show: shows.find((one) => one === search.get('show')) ?? 'all',
  sort: {
    key: sortKeys.find((one) => one === search.get('sort')) ?? 'name',
    direction: search.get('direction') === 'desc' ? 'desc' : 'asc',
  },
})

/** Writes an address without what goes without saying; every other part of it stays. */
export function writeView(search: URLSearchParams, { text, show, sort }: View): URLSearchParams {
  const next = new URLSearchParams(search)
  const put = (key: string, value: string, usual: string): void => {
    if (value === usual) next.delete(key)
    else next.set(key, value)
  }
  put('q', text, '')
  put('show', show, 'all')
  put('sort', sort.key, 'name')
  put('direction', sort.direction, 'asc')
  return next
}

/** Whether the view leaves out any policy. */
export const isFiltered = ({ text, show }: View): boolean => text.trim() !== '' || show !== 'all'

const showTests: Readonly<Record<Show, (row: PolicyRow) => boolean>> = {
  all: () => true,
  unused: ({ usage }) => usage?.vms.length === 0,
  closed: ({ allowed }) => allowed?.length === 0,
  unfit: (row) => row.unfit.length > 0,
}

const orders: Readonly<Record<SortKey, (a: PolicyRow, b: PolicyRow) => number>> = {
  name: (a, b) => compareWords(a.policy.name, b.policy.name),
  code: (a, b) => compareWords(a.policy.code, b.policy.code),
  vms: (a, b) => (a.usage?.vms.length ?? 0) - (b.usage?.vms.length ?? 0),
  tenants: (a, b) =>
    (a.usage?.tenants.length ?? 0) - (b.usage?.tenants.length ?? 0) ||
    (a.allowed?.length ?? 0) - (b.allowed?.length ?? 0),
}

/** The rows that the view lets through, in its order; those alike by their names. */
export function rowsIn(rows: readonly PolicyRow[], { text, show, sort }: View): readonly PolicyRow[] {
  const words = searchWords(text)
  const compare = orders[sort.key]
  const sign = sort.direction === 'asc' ? 1 : -1
  return rows
    .filter((row) => showTests[show](row) && hasWords(row.line, words))
    .toSorted((a, b) => sign * compare(a, b) || orders.name(a, b))
}
