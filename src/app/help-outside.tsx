import type { LoaderFunctionArgs } from 'react-router'
import {
  createBrowserRouter,
  Outlet,
  redirect,
  redirectDocument,
  ScrollRestoration,
  useSearchParams,
} from 'react-router'
import { RouterProvider } from 'react-router/dom'

import { onHost, place } from '~/api/queries/place'
import { ownAddress } from '~/pages/help/own-address'
import { m } from '~/texts/messages'

import { Logo } from './logo'
import { PageFallback } from './page-fallback'
import { RouteError } from './route-error'
import { scrollKey } from './scroll-key'
import { settings } from './settings'

import classes from './shell.module.css'

/** Who comes from the sign-in page is not on the page whose address is open. */
function loader({ request }: LoaderFunctionArgs): Response | null {
  const asked = new URL(request.url).searchParams.get('for')
  return asked === null ? null : redirect(`/help/sign-in?from=${encodeURIComponent(asked)}`)
}

async function loadManual() {
  const { Component } = await import('~/pages/help/page')
  return { Component, loader }
}

const router = createBrowserRouter(
  [
    {
      Component: Frame,
      ErrorBoundary: RouteError,
      HydrateFallback: PageFallback,
      children: [
        { path: 'help/:page?', lazy: loadManual },
        { path: 'help/*', loader: () => redirect('/help'), Component: PageFallback },
        // Everything else asks first who is there.
        { path: '*', loader: ({ request }) => redirectDocument(request.url), Component: PageFallback },
      ],
    },
  ],
  { basename: place },
)

/** The manual for people who are not signed in. */
export const HelpOutside = () => <RouterProvider router={router} />

function Frame() {
  const back = onHost(ownAddress(useSearchParams()[0].get('from') ?? '/') ?? '/')
  return (
    <div className={classes['shell']}>
      <a className={classes['skip']} href="#content">
        {m.shell_skip()}
      </a>
      <header className={classes['header']}>
        <a href={back} className={classes['brand']}>
          <Logo size={28} />
          <span className={classes['product']}>{settings().product}</span>
        </a>
        <span className={classes['space']} />
        <a href={back} className={classes['tool']}>
          {m.session_sign_in()}
        </a>
      </header>
      <main id="content" tabIndex={-1} className={classes['main']}>
        <Outlet />
      </main>
      <ScrollRestoration getKey={scrollKey} />
    </div>
  )
}
