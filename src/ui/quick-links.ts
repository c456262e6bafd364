import { type RefObject, useEffect, useEffectEvent } from 'react'
import { useHref, useNavigate } from 'react-router'

/** Whoever holds a key, or presses another button, wants a tab or a window of its own. */
const isPlain = (event: MouseEvent): boolean =>
  !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

const linkAt = (target: EventTarget | null): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null

/**
 * For a place with a link in each of many items: plain anchors there open pages without a reload, as links of the router
 * do, each of which would cost the browser fifteen hooks while the list scrolls.
 */
export function useQuickLinks(place: RefObject<HTMLElement | null>): void {
  const navigate = useNavigate()
  /** Where the router's addresses begin on this host. */
  const begin = useHref('/').replace(/\/$/, '')
  const open = useEffectEvent((event: MouseEvent, { pathname, search, hash }: HTMLAnchorElement) => {
    if (!pathname.startsWith(`${begin}/`)) return
    event.preventDefault()
    void navigate(pathname.slice(begin.length) + search + hash)
  })
  useEffect(() => {
    const element = place.current
    if (!element) return undefined
    const onClick = (event: MouseEvent) => {
      const link = linkAt(event.target)
      if (!isPlain(event) || link === null || link.target !== '' || link.origin !== window.location.origin) return
      open(event, link)
    }
    element.addEventListener('click', onClick)
    return () => element.removeEventListener('click', onClick)
  }, [place])
}
