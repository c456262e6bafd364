import { useSearchParams } from 'react-router'

import { type EventView, type Filters, readEventView, rebase, writeEventView } from './event-view'

/** What is shown of the events, and which of them is open: both are in the address. */
export function useEventView(filters: Filters): {
  readonly view: EventView
  readonly look: (view: EventView) => void
  readonly opened: string | null
  /** Opening is a step that Back takes back; closing is not. */
  readonly open: (id: string | null) => void
} {
  const [params, setParams] = useSearchParams()
  // Two changes may come before the first is drawn; the second must build on it.
  const write = (next: URLSearchParams, replace: boolean): void =>
    setParams(rebase(new URLSearchParams(window.location.search), params, next), { replace, preventScrollReset: true })
  return {
    view: readEventView(params, filters),
    look: (next) => write(writeEventView(params, next), true),
    opened: params.get('event'),
    open: (id) => {
      const next = new URLSearchParams(params)
      if (id === null) next.delete('event')
      else next.set('event', id)
      write(next, id === null)
    },
  }
}
