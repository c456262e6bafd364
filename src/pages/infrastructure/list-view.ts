import type { Datacenter } from '~/domain/datacenter'
import { compareWords } from '~/texts/order'
import { fold, hasWords, searchWords } from '~/texts/search'

import type { Sight } from './use-sight'

/** In which order datacenters are listed; the words stand in the address. */
export const orders = ['name', 'failures', 'unprotected'] as const
/** See `orders`. */
export type Order = (typeof orders)[number]

/** What of the datacenters is shown, and in which order; both are in the address. */
export interface ListView {
  readonly text: string
  readonly order: Order
}

/** Reads an address; what makes no sense in it is left out. */
export const readListView = (params: URLSearchParams): ListView => ({
  text: params.get('q') ?? '',
  order: orders.find((order) => order === params.get('sort')) ?? 'name',
})

/** Writes an address without what goes without saying. */
export function writeListView({ text, order }: ListView): URLSearchParams {
  const params = new URLSearchParams()
  if (text !== '') params.set('q', text)
  if (order !== 'name') params.set('sort', order)
  return params
}

/** What is not known comes behind all that is. */
const unknown = -1

const weights: Readonly<Record<Order, (sight: Sight, datacenter: Datacenter) => number>> = {
  name: () => 0,
  failures: (sight, datacenter) => {
    const known = sight.failuresOf(datacenter)
    return known.state === 'read' ? known.value : unknown
  },
  unprotected: (sight, datacenter) => {
    const known = sight.coverageOf(datacenter)
    return known.state === 'read' ? known.value.withoutPolicy : unknown
  },
}

/** The datacenters whose name or place holds every word of the text, in their order; those alike by name. */
export function datacentersInView(
  rows: readonly Datacenter[],
  { text, order }: ListView,
  sight: Sight,
): readonly Datacenter[] {
  const words = searchWords(text)
  const weigh = weights[order]
  return rows
    .filter(({ name, location }) => hasWords(fold(`${name} ${location ?? ''}`), words))
    .map((datacenter) => ({ datacenter, weight: weigh(sight, datacenter) }))
    .toSorted((a, b) => b.weight - a.weight || compareWords(a.datacenter.name, b.datacenter.name))
    .map(({ datacenter }) => datacenter)
}
