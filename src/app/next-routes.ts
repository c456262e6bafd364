import { allRead } from '~/api/queries/begun'

/** What people open from the list and from the overview, in the order in which they usually do. */
const next = [
  () => import('~/pages/vms/list'),
  () => import('~/pages/vms/detail'),
  () => import('~/pages/vms/overview'),
  () => import('~/pages/vms/list-select-bar'),
  // A session that ends, or a new version in its place, must not take away what was typed.
  () => import('./sign-in-again'),
  // Without a network the manual is wanted most, and then its code could not be fetched.
  () => import('~/pages/help/page'),
]

/** Milliseconds after which a browser that never rests, or cannot say, counts as resting. */
const longestWait = 4_000

const whenResting = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => resolve(), { timeout: longestWait })
    else setTimeout(resolve, longestWait)
  })

/** Fetches the code of the next likely pages, one by one, while the browser has nothing else to do. */
export async function fetchNextRoutes(place = 0): Promise<void> {
  const fetchOne = next[place]
  if (!fetchOne) return
  await whenResting()
  // What is on the screen comes before what may be wanted next.
  await allRead()
  // A page that is really opened says itself what went wrong.
  await fetchOne().catch(() => null)
  await fetchNextRoutes(place + 1)
}
