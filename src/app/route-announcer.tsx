import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'

import classes from './shell.module.css'

/**
 * Tells screen readers which page opened, and saves the focus: when the control that had it went away with the old
 * page, it continues at the content and not at the top of the document.
 */
export function RouteAnnouncer() {
  const { pathname } = useLocation()
  const [title, setTitle] = useState('')
  const last = useRef(pathname)
  useEffect(() => {
    if (last.current === pathname) return undefined
    last.current = pathname
    // After the new page set its title.
    const timer = setTimeout(() => {
      setTitle(document.title)
      if (document.activeElement === document.body) document.getElementById('content')?.focus({ preventScroll: true })
    }, 100)
    return () => clearTimeout(timer)
  }, [pathname])
  return <output className={classes['hidden']}>{title}</output>
}
