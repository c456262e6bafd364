import { lazy, Suspense, useState, useSyncExternalStore } from 'react'
import { Link, NavLink } from 'react-router'

import { session } from '~/api/session'
import { m } from '~/texts/messages'
import { Popup } from '~/ui/popup'

import { HelpLink, useHelpAddress } from './help-link'
import { initials } from './initials'
import { Logo } from './logo'
import { PaletteButton } from './palette-button'
import { usePlaces } from './places'
import { settings } from './settings'

import classes from './shell.module.css'

const AccountMenu = lazy(() => import('./account-menu').then((module) => ({ default: module.AccountMenu })))

const SimulatorMenu =
  import.meta.env.MODE === 'simulator'
    ? lazy(() => import('./simulator-menu').then((module) => ({ default: module.SimulatorMenu })))
    : null

/** Product, places, and the account of the person who is signed in. */
export function Header({ onKeys, onPalette }: { readonly onKeys: () => void; readonly onPalette: () => void }) {
  return (
    <header className={classes['header']}>
      <SmallNavigation />
      <Link to="/" className={classes['brand']}>
        <Logo size={28} />
        <span className={classes['product']}>{settings().product}</span>
      </Link>
      <nav className={classes['nav']} aria-label={m.shell_navigation()}>
        {usePlaces().map(({ to, end = false, label }) => (
          <NavLink key={to} to={to} end={end} className={classes['navLink'] ?? ''}>
            {label()}
          </NavLink>
        ))}
      </nav>
      <span className={classes['space']} />
      <div className={classes['tools']}>
        <PaletteButton onOpen={onPalette} />
        {SimulatorMenu && (
          <Suspense>
            <SimulatorMenu />
          </Suspense>
        )}
        <HelpLink />
        <Account onKeys={onKeys} />
      </div>
    </header>
  )
}

/** The places behind a burger, where the window is narrow. */
function SmallNavigation() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const mine = usePlaces()
  const help = useHelpAddress()
  const close = () => setAnchor(null)
  return (
    <div className={classes['burger']}>
      <button
        type="button"
        className={classes['tool']}
        data-bare
        aria-label={m.shell_menu()}
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(anchor ? null : event.currentTarget)}
      >
        <svg
          viewBox="0 0 24 24"
          width="24"
          height="24"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          aria-hidden="true"
        >
          <path d="M4 7h16M4 12h16M4 17h16" strokeLinecap="round" />
        </svg>
      </button>
      {anchor && (
        <Popup anchor={anchor} label={m.shell_navigation()} look="bare" onClose={close}>
          <nav aria-label={m.shell_navigation()}>
            {mine.map(({ to, end = false, label }) => (
              <NavLink key={to} to={to} end={end} className={classes['menuLink'] ?? ''} onClick={close}>
                {label()}
              </NavLink>
            ))}
            <Link to={help} className={classes['menuLink']} onClick={close}>
              {m.help_with_page()}
            </Link>
          </nav>
        </Popup>
      )}
    </div>
  )
}

function Account({ onKeys }: { readonly onKeys: () => void }) {
  const current = useSyncExternalStore(session.subscribe, session.get)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  if (current.state !== 'signed-in' && current.state !== 'ended') return null
  const { actor } = current
  const name = actor.fullName ?? actor.name
  const close = () => setAnchor(null)
  return (
    <>
      <button
        type="button"
        className={classes['tool']}
        data-bare
        aria-expanded={anchor !== null}
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(anchor ? null : event.currentTarget)}
      >
        <span className={classes['avatar']} data-initials={initials(name)} />
        <span className={classes['hidden']}>{m.account_of()}</span>{' '}
        <span className={classes['accountName']}>{name}</span>
      </button>
      {anchor && (
        <Popup anchor={anchor} label={m.account_title()} align="end" look="wide" onClose={close}>
          <Suspense>
            <AccountMenu
              actor={actor}
              onGo={close}
              onKeys={() => {
                close()
                onKeys()
              }}
            />
          </Suspense>
        </Popup>
      )}
    </>
  )
}
