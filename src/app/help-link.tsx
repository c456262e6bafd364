import { Link, useLocation } from 'react-router'

import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'

import classes from './shell.module.css'

/** Leads to the section of the manual about the page that is open; in the manual it leads to the manual's beginning. */
export function useHelpAddress(): string {
  const { pathname, search } = useLocation()
  return /^\/help(?:\/|$)/u.test(pathname) ? paths.help('', search) : paths.helpFor(pathname + search)
}

export const HelpLink = () => (
  <Link
    to={useHelpAddress()}
    className={`${classes['tool']} ${classes['wide']}`}
    data-bare
    aria-label={m.help_with_page()}
    title={m.help_with_page()}
    aria-keyshortcuts="h"
  >
    <svg viewBox="0 0 24 24" width="22" height="22" fill="none" stroke="currentColor" strokeWidth="1.75" aria-hidden>
      <circle cx="12" cy="12" r="9" />
      <path d="M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3q-1 .5-1 1.7M12 16.5v.01" strokeLinecap="round" />
    </svg>
  </Link>
)
