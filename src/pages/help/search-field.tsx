import type { KeyboardEvent } from 'react'

import { SearchBox } from '~/pages/parts/toolbar/search-box'
import { m } from '~/texts/messages'

/** Marks the links that the arrow keys go through. */
export const foundMark = { 'data-found': '' }

const foundLinks = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-found]')]

/** Goes one place down or up in what was found; from the first up into the field. */
export function stepInFound(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const links = foundLinks()
  const place = links.indexOf(event.currentTarget) + (event.key === 'ArrowDown' ? 1 : -1)
  const field = document.querySelector<HTMLElement>('main input[type="search"]')
  const next = place === -1 ? field : links[place]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** Enter opens the first that was found, the arrow down goes to it. */
function onKey(event: KeyboardEvent<HTMLInputElement>): void {
  const first = foundLinks()[0]
  if (event.key === 'Enter') first?.click()
  else if (event.key === 'ArrowDown' && first) first.focus()
  else return
  event.preventDefault()
}

/** The field of the manual's search. */
export const SearchField = ({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) => (
  <SearchBox text={text} label={m.help_search()} hint={m.help_search_hint()} onText={onText} onKey={onKey} />
)
