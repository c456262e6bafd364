import type { RouteObject } from 'react-router'
import { redirect } from 'react-router'

import { fleet, queryClient } from '~/api/queries'
import { begun } from '~/api/queries/begun'
import { session } from '~/api/session'
import { paths, showsFleet } from '~/pages/paths'

/** So long the page waits for its first rows before it opens with grey ones in their place. Milliseconds. */
const patience = 300

/** The list's question leaves together with the request for its code, not after it; what comes at once is drawn once. */
async function startReading(): Promise<null> {
  // The page itself asks again and shows what went wrong.
  queryClient.query(fleet()).catch(() => null)
  await begun(fleet().queryKey, patience)
  return null
}

/**
 * Where a session may have outlived the reload, the question of the page that opens leaves together with that of who is
 * signed in. Whoever is not, or may not see VMs, is told by the answer to the other.
 */
export function readAhead(path: string): void {
  if (showsFleet(path)) void startReading()
}

/** The overview is about VMs: who sees none begins with what that person runs. */
async function startAtHome(): Promise<Response | null> {
  const current = session.get()
  if (current.state !== 'signed-in' && current.state !== 'ended') return null
  const { may } = current.actor
  if (may.has('vms.view')) return startReading()
  if (may.has('infrastructure.view')) return redirect(paths.infrastructure())
  return may.has('tenants.manage') ? redirect(paths.tenants()) : null
}

/** Where the pages are. A page module exports `Component` and, where it has one, `loader`: what `lazy` wants. */
export const pageRoutes: readonly RouteObject[] = [
  {
    index: true,
    loader: startAtHome,
    shouldRevalidate: () => false,
    lazy: () => import('~/pages/overview/page'),
  },
  { path: 'calendar', lazy: () => import('~/pages/calendar/page') },
  { path: 'vms/bulk', lazy: () => import('~/pages/vms/bulk') },
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
          { path: 'timeline', lazy: () => import('~/pages/vms/backup/timeline') },
          { path: 'policies', lazy: () => import('~/pages/vms/backup/policies') },
          { path: 'results', lazy: () => import('~/pages/vms/backup/results') },
          { path: 'events', lazy: () => import('~/pages/vms/backup/events') },
        ],
      },
    ],
  },
  { path: 'protection', lazy: () => import('~/pages/protection/rule') },
  { path: 'infrastructure', lazy: () => import('~/pages/infrastructure/list') },
  {
    path: 'infrastructure/:datacenter',
    lazy: () => import('~/pages/infrastructure/detail'),
    children: [
      { index: true, lazy: () => import('~/pages/infrastructure/overview') },
      { path: 'manager', lazy: () => import('~/pages/infrastructure/manager') },
      { path: 'properties', lazy: () => import('~/pages/infrastructure/properties') },
      { path: 'policies', lazy: () => import('~/pages/policies/list') },
      { path: 'policies/new', lazy: () => import('~/pages/policies/create') },
      { path: 'policies/:policy', lazy: () => import('~/pages/policies/edit') },
      { path: 'tenants', lazy: () => import('~/pages/tenants/matrix') },
      { path: 'capabilities', lazy: () => import('~/pages/infrastructure/capabilities') },
    ],
  },
  { path: 'tenants', lazy: () => import('~/pages/tenants/list') },
  { path: 'tenants/:tenant', lazy: () => import('~/pages/tenants/detail') },
  { path: 'events', lazy: () => import('~/pages/events/list') },
  { path: 'roles', lazy: () => import('~/pages/roles/list') },
  { path: 'help/:page?', lazy: () => import('~/pages/help/page') },
]
