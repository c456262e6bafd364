import { useEffect, useEffectEvent, useState } from 'react'
import { useNavigate } from 'react-router'

import { openRequests } from '~/pages/parts/requests/opened'

import { usePlaces } from './places'

/** Letters belong to whoever is typing. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
  )
}

const waitMs = 1_200

/**
 * The console's keys: `?` lists them, `/` goes to the page's search, `r` shows the requests that were sent, `h` helps with
 * the page, `g` and then a letter opens a section.
 */
export function useKeys(): { readonly opened: boolean; readonly open: () => void; readonly close: () => void } {
  const [opened, setOpened] = useState(false)
  const navigate = useNavigate()
  const places = usePlaces()
  const go = useEffectEvent((letter: string) => {
    const place = places.find((one) => one.letter === letter)
    if (place) void navigate(place.to)
  })
  useEffect(() => {
    let wentAt = 0
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (document.querySelector('[aria-modal="true"]')) return
      if (event.key === '?') setOpened(true)
      else if (event.key === '/') {
        const search = document.querySelector<HTMLInputElement>('main input[type="search"]')
        if (!search) return
        event.preventDefault()
        search.focus()
        search.select()
      } else if (event.timeStamp - wentAt < waitMs) go(event.key)
      else if (event.key === 'r') openRequests()
      else if (event.key === 'h') document.querySelector<HTMLElement>('[aria-keyshortcuts="h"]')?.click()
      wentAt = event.key === 'g' ? event.timeStamp : 0
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return { opened, open: () => setOpened(true), close: () => setOpened(false) }
}
