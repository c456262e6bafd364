import { focusManager } from '@tanstack/react-query'
import { createBrowserRouter, type Location } from 'react-router'

import { queryClient } from '~/api/queries'
import { onConsole, place } from '~/api/queries/place'
import { forgetRequests } from '~/api/queries/requests'
import { session, signOut } from '~/api/session'
import { pause } from '~/api/unhurried'
import { keepList } from '~/pages/parts/fleet/last-list'
import { unfollowAll } from '~/pages/parts/followed-tasks'
import { closeRequests } from '~/pages/parts/requests/opened'
import { paths } from '~/pages/paths'
import { dismissAll } from '~/ui/notify'

import { inLanguage } from './language-routes'
import { onLeaveElsewhere } from './leave'
import { fetchNextRoutes } from './next-routes'
import { routes } from './routes'

type Router = ReturnType<typeof createBrowserRouter>

let router: Router | null = null

/** The way back from a VM leads to what the list showed. */
function seeList({ pathname, search }: Location): void {
  if (onConsole(pathname) === paths.vms()) keepList(search)
}

/** The router of the person who is signed in; made at the address that is open now. Its loaders start at once. */
export function openRouter(): Router {
  if (!router) {
    const made = createBrowserRouter(inLanguage(routes), { basename: place })
    seeList(made.state.location)
    made.subscribe(({ location }) => seeList(location))
    const stop = made.subscribe(({ initialized, navigation }) => {
      if (!initialized || navigation.state !== 'idle') return
      stop()
      void fetchNextRoutes()
    })
    router = made
  }
  return router
}

/** Who is signed in has the page at the open address before them, with what it asked for at once. */
export async function opened(): Promise<void> {
  // What came before, the making of the router, and the first drawing: a hand need not wait for all three.
  await pause()
  if (session.get().state !== 'signed-in') return
  const made = openRouter()
  await pause()
  if (made.state.initialized) return
  await new Promise<void>((resolve) => {
    const stop = made.subscribe(({ initialized }) => {
      if (!initialized) return
      stop()
      resolve()
    })
  })
}

/** Nothing that one person saw may be there for the next: answers, followed work, messages, screens. */
function forgetAll(): void {
  router?.dispose()
  router = null
  queryClient.clear()
  unfollowAll()
  forgetRequests()
  closeRequests()
  dismissAll()
  keepList('')
}

let person: string | null = null

function onSession(): void {
  const current = session.get()
  const now = current.state === 'signed-in' || current.state === 'ended' ? current.actor.name : null
  if (person !== null && now !== person) forgetAll()
  const back = person !== null && now === person && current.state === 'signed-in'
  person = now
  // While the session has ended nothing is polled: each answer would only say so again.
  focusManager.setFocused(current.state === 'ended' ? false : undefined)
  if (back) void queryClient.invalidateQueries()
}

/** The dialogs under the question for the password hear no Escape. */
function onKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || session.get().state !== 'ended') return
  event.preventDefault()
  event.stopImmediatePropagation()
}

/** Keeps caches, router, keys and other tabs in step with the session. Called once, before the first screen. */
export function watchSession(): void {
  session.subscribe(onSession)
  // Here, because dialogs listen where each key comes first, and who listens earlier is asked earlier.
  window.addEventListener('keydown', onKey, true)
  onLeaveElsewhere(() => {
    if (session.get().state !== 'signed-out') void signOut()
  })
}
