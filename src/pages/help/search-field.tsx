import { type KeyboardEvent, startTransition, useState } from 'react'

import { m } from '~/texts/messages'

import classes from './help.module.css'

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

/** Holds the typed text itself while one types, so that a letter is on the screen before the answer is. */
export function SearchField({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // While a character is being composed the keys belong to the input method.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') foundLinks()[0]?.click()
    else if (event.key === 'Escape' && event.currentTarget.value !== '') {
      setTyped('')
      onText('')
    } else if (event.key === 'ArrowDown') {
      const first = foundLinks()[0]
      if (!first) return
      first.focus()
    } else return
    event.preventDefault()
  }
  return (
    <div className={classes['search']}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M7 2.25a4.75 4.75 0 1 0 0 9.5a4.75 4.75 0 0 0 0-9.5zM10.5 10.5l3.25 3.25" />
      </svg>
      <input
        type="search"
        aria-label={m.help_search()}
        aria-keyshortcuts="/"
        placeholder={m.help_search_hint()}
        value={typed ?? text}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        onBlur={() => setTyped(null)}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          const next = event.currentTarget.value
          setTyped(next)
          startTransition(() => onText(next))
        }}
      />
    </div>
  )
}
