import { useSearchParams } from 'react-router'

import { type EventView, type Filters, readEventView, writeEventView } from './event-view'

/** What is shown of the events, and which of them is open: both are in the address. */
export function useEventView(filters: Filters): {
  readonly view: EventView
  readonly look: (view: EventView) => void
  readonly opened: string | null
  /** Opening is a step that Back takes back; closing is not. */
  readonly open: (id: string | null) => void
} {
  const [params, setParams] = useSearchParams()
  return {
    view: readEventView(params, filters),
    look: (next) => setParams((before) => writeEventView(before, next), { replace: true, preventScrollReset: true }),
    opened: params.get('event'),
    open: (id) =>
      setParams(
        (before) => {
          if (id === null) before.delete('event')
          else before.set('event', id)
          return before
        },
        { replace: id === null, preventScrollReset: true },
      ),
  }
}
