import { type Call, ok, type Reply } from './call'
import { writesAsc } from './media'
import { cut, type Order, pageLinks, sorted, windowOf } from './paging'

interface Listing<T> {
  readonly by: Order<T>['by']
  readonly defaultBy?: string
  readonly defaultAsc?: boolean
  /** What `has` looks into. */
  readonly text: (item: T) => string
  readonly wire: (item: T) => unknown
  /** Some resources leave `totalSize` out when there is nothing. */
  readonly omitsZero?: boolean
  /** Sorted before, by this and upwards: spares the sorting of a large fleet. */
  readonly sortedBy?: string
}

/** Answers a paged collection: filtered by `has`, sorted, cut to the window, with its page links. */
export function listed<T>(call: Call, items: readonly T[], listing: Listing<T>): Reply {
  const writeAsc = writesAsc(call.choice.version)
  const order: Order<T> = {
    by: listing.by,
    defaultBy: listing.defaultBy ?? 'name',
    defaultAsc: listing.defaultAsc ?? true,
  }
  const window = windowOf(call.query, order)
  const wanted = window.has?.toLowerCase() ?? ''
  const matching = wanted === '' ? items : items.filter((item) => listing.text(item).toLowerCase().includes(wanted))
  const ready = window.by === listing.sortedBy && window.asc
  const inOrder = ready ? matching : sorted(matching, order, window.by, window.asc)
  const total = inOrder.length
  return ok(call, {
    links: pageLinks(call.self, call.query, window, total, writeAsc),
    collection: cut(inOrder, window).map(listing.wire),
    ...(total === 0 && listing.omitsZero ? {} : { totalSize: total }),
  })
}
