import type { RouteObject } from 'react-router'

import { NotFound } from './not-found'
import { PageFallback } from './page-fallback'
import { pageRoutes } from './page-routes'
import { RouteError } from './route-error'
import { Shell } from './shell'

/** The pages in their frame. */
export const routes: RouteObject[] = [
  {
    Component: Shell,
    ErrorBoundary: RouteError,
    children: [
      {
        // An error in a page stays in the page: the frame around it goes on.
        ErrorBoundary: RouteError,
        HydrateFallback: PageFallback,
        children: [...pageRoutes, { path: '*', Component: NotFound }],
      },
    ],
  },
]
