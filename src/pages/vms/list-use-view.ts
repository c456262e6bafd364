import { useRef, useState } from 'react'
import { NavigationType, useLocation, useNavigate, useNavigationType } from 'react-router'

import type { Layout, View } from '~/pages/parts/fleet/fleet-view'
import { readView, writeView } from '~/pages/parts/fleet/fleet-view'
import { useAfterTyping } from '~/ui/after-typing'

import { storedLayout } from './list-layout'

interface Shown {
  readonly view: View
  /** Counts up when the text came from elsewhere than the search box, which then starts anew. */
  readonly version: number
}

/** A change of what is shown, from what is shown at that moment; `reset` when it also empties the search box. */
export type ChangeView = (change: (view: View) => View, how?: 'reset') => void

/**
 * What is shown. It follows each letter at once, and is written to the address without a new entry in the history;
 * the address is read when the page opens and when someone goes back, forward or along a link.
 */
export function useView(): {
  readonly view: View
  readonly layout: Layout
  readonly version: number
  readonly change: ChangeView
} {
  const { search } = useLocation()
  const navigate = useNavigate()
  const written = useNavigationType() === NavigationType.Replace
  const [usual] = useState(storedLayout)
  const [shown, setShown] = useState<Shown>(() => ({ view: readView(new URLSearchParams(search)), version: 0 }))
  const [seen, setSeen] = useState(search)
  // Two changes may come before the first is drawn; the second must build on it.
  const latest = useRef<Shown>(shown)
  if (search !== seen) {
    setSeen(search)
    // Our own writing comes back late, when more may have been typed: it is not read again.
    if (!written) setShown({ view: readView(new URLSearchParams(search)), version: shown.version + 1 })
  }
  // A letter must not wait for its address, which all links of the page are drawn anew for; and browsers take only so many.
  const write = useAfterTyping()
  const change: ChangeView = (make, how) => {
    const base = latest.current.version >= shown.version ? latest.current : shown
    const next = { view: make(base.view), version: how ? base.version + 1 : base.version }
    latest.current = next
    setShown(next)
    const before = globalThis.location.search
    write(() => {
      // Who has gone back or forward since then looks at something else.
      if (globalThis.location.search !== before) return
      void navigate({ search: writeView(next.view).toString() }, { replace: true, preventScrollReset: true })
    })
  }
  return { view: shown.view, layout: shown.view.layout ?? usual, version: shown.version, change }
}
