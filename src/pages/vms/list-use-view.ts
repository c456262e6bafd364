import { useState } from 'react'
import { NavigationType, useNavigate, useNavigationType, useSearchParams } from 'react-router'

import { storedLayout } from './list-layout'
import type { Layout, View } from './list-view'
import { readView, writeView } from './list-view'

interface Typed {
  readonly text: string
  /** Counts up when the text came from elsewhere than the search box, which then starts anew. */
  readonly version: number
}

/**
 * What is shown, read from the address and written to it without a new entry in the history. The text of the search
 * is kept beside it, so that the list follows each letter at once and the address a moment later.
 */
export function useView(): {
  readonly view: View
  readonly layout: Layout
  readonly version: number
  readonly change: (next: View, how?: { readonly text: 'reset' }) => void
} {
  const [search] = useSearchParams()
  const address = readView(search)
  const navigate = useNavigate()
  const byHistory = useNavigationType() === NavigationType.Pop
  const [usual] = useState(storedLayout)
  const [seen, setSeen] = useState(address.text)
  const [typed, setTyped] = useState<Typed>({ text: address.text, version: 0 })
  if (address.text !== seen) {
    setSeen(address.text)
    // Back and forward bring a text that nobody typed just now.
    if (byHistory && address.text !== typed.text) setTyped({ text: address.text, version: typed.version + 1 })
  }
  const change = (next: View, how?: { readonly text: 'reset' }): void => {
    setTyped(({ version }) => ({ text: next.text, version: how ? version + 1 : version }))
    void navigate({ search: writeView(next).toString() }, { replace: true, preventScrollReset: true })
  }
  return { view: { ...address, text: typed.text }, layout: address.layout ?? usual, version: typed.version, change }
}
