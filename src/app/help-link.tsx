import { Link, useLocation } from 'react-router'

import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'

import classes from './shell.module.css'

/** The address of the section of the manual about the page that is open. */
export function useHelpAddress(): string {
  const { pathname, search } = useLocation()
  return paths.helpFor(pathname + search)
}

/** Opens the part of the manual that is about the open page. */
export const HelpLink = () => (
  <Link
    to={useHelpAddress()}
    className={`${classes['tool']} ${classes['wide']}`}
    data-bare
    aria-label={m.help_with_page()}
    title={m.help_with_page()}
    aria-keyshortcuts="h"
  >
    <svg
      viewBox="0 0 16 16"
      width="22"
      height="22"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.2"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 0 0 0-12.5zM6.6 6.6a1.4 1.4 0 1 1 1.9 1.35c-.35.15-.5.4-.5.75M8 10.9v.1" />
    </svg>
  </Link>
)
