import type { RouteObject } from 'react-router'

/** The manual: within the console, and beside the sign-in page. */
export const helpRoute: RouteObject = { path: 'help/:page?', lazy: () => import('~/pages/help/page') }
