import { type KeyboardEvent, startTransition, useState } from 'react'

import classes from './toolbar.module.css'

/**
 * Holds the typed text itself while one types, so that a letter is on the screen before ten thousand rows have followed
 * it; at other times it shows what is looked for, also when someone cleared it elsewhere. Escape empties it, in every
 * browser.
 */
export function SearchBox({
  text,
  label,
  hint,
  onText,
  onKey,
}: {
  readonly text: string
  readonly label: string
  readonly hint: string
  readonly onText: (text: string) => void
  /** Other keys than those that write. */
  readonly onKey?: (event: KeyboardEvent<HTMLInputElement>) => void
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const take = (next: string): void => {
    setTyped(next)
    startTransition(() => onText(next))
  }
  return (
    <div className={classes['search']}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M7 2.25a4.75 4.75 0 1 0 0 9.5a4.75 4.75 0 0 0 0-9.5zM10.5 10.5l3.25 3.25" />
      </svg>
      <input
        type="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={hint}
        value={typed ?? text}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) => {
          // While a character is being composed the keys belong to the input method.
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape' && event.currentTarget.value !== '') {
            event.preventDefault()
            take('')
          } else onKey?.(event)
        }}
        onChange={(event) => take(event.currentTarget.value)}
      />
    </div>
  )
}
