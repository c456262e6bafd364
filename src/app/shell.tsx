import { lazy, Suspense } from 'react'
import { Outlet, ScrollRestoration, useNavigation } from 'react-router'

import { m } from '~/texts/messages'
import { afterFrame } from '~/ui/after-frame'
import { Notices } from '~/ui/notices'

import { useEnding } from './ending'
import { FollowedTasks } from './followed'
import { Header } from './header'
import { useLeaveAsked } from './leave-asked'
import { LineNotes, NotServed, useNothingServed } from './line'
import { Offline } from './offline'
import { RequestsHost } from './requests-host'
import { RouteAnnouncer } from './route-announcer'
import { scrollKey } from './scroll-key'
import { useKeys } from './use-keys'
import { loadPalette, usePalette } from './use-palette'

import classes from './shell.module.css'

const KeyList = lazy(() => import('./key-list').then((module) => ({ default: module.KeyList })))
const LeaveQuestion = lazy(() => import('./leave-question').then((module) => ({ default: module.LeaveQuestion })))
const PaletteHost = lazy(() => loadPalette().then((module) => ({ default: module.PaletteHost })))

const SessionEnding = lazy(() => import('./session-ending').then((module) => ({ default: module.SessionEnding })))

/**
 * Tab starts at the top of the page, for the control that signed in is gone and no place to go on from. After the first
 * frame: before it the browser would have to lay out the page for this alone.
 */
const startHere = (top: HTMLElement): (() => void) =>
  afterFrame(() => {
    if (document.activeElement === document.body) top.focus({ preventScroll: true })
  })

/** The frame around every page: product, navigation, account, and what is told from everywhere. */
export function Shell() {
  const keys = useKeys()
  const palette = usePalette()
  const leaving = useLeaveAsked()
  const ending = useEnding()
  const nothingServed = useNothingServed()
  const onTheWay = useNavigation().state !== 'idle'
  return (
    <div className={classes['shell']}>
      <span ref={startHere} tabIndex={-1} />
      <a className={classes['skip']} href="#content">
        {m.shell_skip()}
      </a>
      <Header onKeys={keys.open} onPalette={palette.open} />
      <Offline />
      <LineNotes />
      <main id="content" tabIndex={-1} className={classes['main']} aria-busy={onTheWay}>
        {nothingServed && <NotServed />}
        {/* Hidden, not gone: what was typed there stays. */}
        <div className={classes['page']} hidden={nothingServed}>
          <Outlet />
        </div>
      </main>
      <FollowedTasks />
      <RequestsHost />
      <Notices />
      <RouteAnnouncer />
      <ScrollRestoration getKey={scrollKey} />
      {palette.wanted && (
        <Suspense>
          <PaletteHost palette={palette} onKeys={keys.open} />
        </Suspense>
      )}
      {leaving !== null && (
        <Suspense>
          <LeaveQuestion loss={leaving} />
        </Suspense>
      )}
      {ending !== null && (
        <Suspense>
          <SessionEnding ends={ending} />
        </Suspense>
      )}
      {keys.opened && (
        <Suspense>
          <KeyList onClose={keys.close} />
        </Suspense>
      )}
    </div>
  )
}
