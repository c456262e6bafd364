import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useSyncExternalStore } from 'react'
import { RouterProvider } from 'react-router/dom'

import { queryClient } from '~/api/queries'
import { pathHere } from '~/api/queries/place'
import { session } from '~/api/session'
import { Crash } from '~/ui/crash'
import { CrashBoundary } from '~/ui/crash-boundary'
import { Kit } from '~/ui/kit'

import { useLanguage } from './language'
import { openRouter } from './lifetime'
import { Splash } from './splash'

const SignIn = lazy(() => import('./sign-in').then((module) => ({ default: module.SignIn })))

const SignInAgain = lazy(() => import('./sign-in-again').then((module) => ({ default: module.SignInAgain })))

const HelpOutside = lazy(() => import('./help-outside').then((module) => ({ default: module.HelpOutside })))

/** The manual is for everyone: this visit began in it. */
const openedAsHelp = /^\/help(?:\/|$)/u.test(pathHere())

/** The whole console: who is not signed in sees the sign-in page, at whatever address is open. */
export function App() {
  return (
    <Kit>
      <CrashBoundary>
        <QueryClientProvider client={queryClient}>
          <Gate />
        </QueryClientProvider>
      </CrashBoundary>
    </Kit>
  )
}

/** What could not be drawn is logged where React tells of it; the router would print it once more, as it is. */
const toldAlready = (): void => undefined

/** In place of the console, when it cannot begin. */
export const NotBegun = ({ error }: { readonly error: unknown }) => (
  <Kit>
    <Splash />
    <Crash error={error} />
  </Kit>
)

function Gate() {
  const current = useSyncExternalStore(session.subscribe, session.get)
  useLanguage()
  switch (current.state) {
    case 'starting':
      return <Splash />
    case 'signed-out':
      return (
        <Suspense fallback={<Splash />}>
          {openedAsHelp ? <HelpOutside /> : <SignIn trouble={current.trouble} />}
        </Suspense>
      )
    case 'signed-in':
    case 'ended':
      // The key: another person gets another console, with nothing of the first.
      return (
        <div key={current.actor.name}>
          <RouterProvider router={openRouter()} onError={toldAlready} />
          {current.state === 'ended' && (
            <Suspense>
              <SignInAgain actor={current.actor} />
            </Suspense>
          )}
        </div>
      )
  }
}
