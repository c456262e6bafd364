import { useEffect, useEffectEvent, useRef } from 'react'
import { useLocation } from 'react-router'

/**
 * Calls back when the browser's own way back or forward changes the page under something that lies over it: what is asked
 * there belongs to the page it was opened on. A change of the search part alone is no other page.
 */
export function useLeft(opened: boolean, onLeft: () => void): void {
  const { pathname } = useLocation()
  const openedAt = useRef<string | null>(null)
  const leave = useEffectEvent(onLeft)
  useEffect(() => {
    if (!opened) openedAt.current = null
    else if (openedAt.current === null) openedAt.current = pathname
    else if (openedAt.current !== pathname) leave()
  }, [opened, pathname])
}
