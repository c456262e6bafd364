import { createBrowserRouter, Outlet, redirectDocument, ScrollRestoration, useSearchParams } from 'react-router'
import { RouterProvider } from 'react-router/dom'

import { m } from '~/texts/messages'

import { helpRoute } from './help-route'
import { Logo } from './logo'
import { PageFallback } from './page-fallback'
import { RouteError } from './route-error'
import { settings } from './settings'

import classes from './shell.module.css'

const router = createBrowserRouter([
  {
    Component: Frame,
    ErrorBoundary: RouteError,
    HydrateFallback: PageFallback,
    children: [
      helpRoute,
      // Everything else asks first who is there.
      { path: '*', loader: ({ request }) => redirectDocument(request.url), Component: PageFallback },
    ],
  },
])

/** The manual for people who are not signed in. */
export const HelpOutside = () => <RouterProvider router={router} />

function Frame() {
  const from = useSearchParams()[0].get('from')
  const back = from !== null && /^\/(?![/\\])/u.test(from) ? from : '/'
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
      <ScrollRestoration />
    </div>
  )
}
