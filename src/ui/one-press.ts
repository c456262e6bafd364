import type { KeyboardEvent, MouseEvent } from 'react'

/**
 * For a button that sends something: a held Enter and the second half of a double click are no further decision, also
 * where the first one was refused before they came.
 */
export const onePress = {
  onKeyDown: (event: KeyboardEvent): void => {
    if (event.repeat && event.key === 'Enter') event.preventDefault()
  },
  onClickCapture: (event: MouseEvent): void => {
    if (event.detail < 2) return
    event.preventDefault()
    event.stopPropagation()
  },
} as const
