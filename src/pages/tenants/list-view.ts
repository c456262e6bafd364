import { compareWords } from '~/texts/order'
import { fold, hasWords, searchWords } from '~/texts/search'

import type { TenantRow } from './list-rows'

/** What tenants can be put in order by. */
export const sortKeys = ['name', 'datacenters', 'policies', 'vms', 'protected'] as const
/** See `sortKeys`. */
export type SortKey = (typeof sortKeys)[number]

/** Which tenants are shown and in which order. All of it lives in the address. */
export interface ListView {
  readonly text: string
  readonly sort: { readonly key: SortKey; readonly direction: 'asc' | 'desc' }
}

/** Reads the address; anything that it does not know is left out. */
export const readListView = (params: URLSearchParams): ListView => ({
  text: params.get('q') ?? '',
  sort: {
    key: sortKeys.find((key) => key === params.get('sort')) ?? 'name',
    direction: params.get('direction') === 'desc' ? 'desc' : 'asc',
  },
})

/** Writes an address without what goes without saying. */
export function writeListView({ text, sort }: ListView): URLSearchParams {
  const params = new URLSearchParams()
  if (text !== '') params.set('q', text)
  if (sort.key !== 'name') params.set('sort', sort.key)
  if (sort.direction !== 'asc') params.set('direction', sort.direction)
  return params
}

const values: Readonly<Record<SortKey, (row: TenantRow) => number | null>> = {
  name: () => 0,
  datacenters: ({ datacenters }) => datacenters?.length ?? null,
  policies: ({ policies }) => policies,
  vms: ({ vms }) => vms,
  protected: ({ protectedVms }) => protectedVms,
}

const line = ({ tenant, datacenters }: TenantRow): string =>
  fold([tenant.name, ...(datacenters ?? []).map(({ name }) => name)].join('\n'))

/** The tenants that the text lets through, in the view's order; what is not known comes last both ways. */
export function shownTenants(rows: readonly TenantRow[], { text, sort }: ListView): readonly TenantRow[] {
  const words = searchWords(text)
  const value = values[sort.key]
  const sign = sort.direction === 'asc' ? 1 : -1
  return rows
    .filter((row) => hasWords(line(row), words))
    .toSorted((a, b) => {
      const byName = compareWords(a.tenant.name, b.tenant.name)
      if (sort.key === 'name') return sign * byName
      const [left, right] = [value(a), value(b)]
      if (left === null || right === null) return Number(left === null) - Number(right === null) || byName
      return sign * (left - right) || byName
    })
}
