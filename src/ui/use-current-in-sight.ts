import type { RefObject } from 'react'
import { useLayoutEffect, useRef } from 'react'

/**
 * For a strip of links that may be wider than its place: the current one comes into sight whenever it changes, without
 * moving the page.
 * @param current What changes when another link becomes the current one.
 */
export function useCurrentInSight<T extends HTMLElement>(current: string): RefObject<T | null> {
  const strip = useRef<T>(null)
  useLayoutEffect(() => {
    const link = strip.current?.querySelector<HTMLElement>('[aria-current="page"]')
    if (!strip.current || !link || current === '') return
    const [place, shown] = [link.getBoundingClientRect(), strip.current.getBoundingClientRect()]
    // Over its padding the strip fades.
    const fade = Number.parseFloat(getComputedStyle(strip.current).paddingInlineEnd) || 0
    if (place.left < shown.left || place.right > shown.right - fade)
      strip.current.scrollLeft += (place.left + place.right - shown.left - shown.right) / 2
  }, [current])
  return strip
}
