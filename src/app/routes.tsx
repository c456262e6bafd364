import type { RouteObject } from 'react-router'
import { redirect } from 'react-router'

import { activity, fleet, queryClient, recentOutcomes } from '~/api/queries'
import { paths } from '~/pages/paths'

import { NotFound } from './not-found'
import { PageFallback } from './page-fallback'
import { RouteError } from './route-error'
import { Shell } from './shell'

/** The list's questions leave together with the request for its code, not after it. */
function startReading(): null {
  for (const reading of [
    queryClient.query(fleet()),
    queryClient.query(recentOutcomes()),
    queryClient.query(activity()),
  ])
    // The page itself asks again and shows what went wrong.
    reading.catch(() => null)
  return null
}

/** Where things are. A page module exports `Component` and, where it has one, `loader`: what `lazy` wants. */
export const routes: RouteObject[] = [
  {
    Component: Shell,
    ErrorBoundary: RouteError,
    children: [
      {
        // An error in a page stays in the page: the frame around it goes on.
        ErrorBoundary: RouteError,
        HydrateFallback: PageFallback,
        children: [
          { index: true, loader: () => redirect(paths.vms()), Component: PageFallback },
          { path: 'vms', loader: startReading, shouldRevalidate: () => false, lazy: () => import('~/pages/vms/list') },
          {
            path: 'vms/:id',
            lazy: () => import('~/pages/vms/detail'),
            children: [
              { index: true, lazy: () => import('~/pages/vms/overview') },
              { path: 'tasks', lazy: () => import('~/pages/vms/tasks') },
              {
                path: 'backup',
                lazy: () => import('~/pages/vms/backup/area'),
                children: [
                  { path: 'policies', lazy: () => import('~/pages/vms/backup/policies') },
                  { path: 'results', lazy: () => import('~/pages/vms/backup/results') },
                  { path: 'events', lazy: () => import('~/pages/vms/backup/events') },
                ],
              },
            ],
          },
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
]
