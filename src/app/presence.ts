import { setPresence } from '~/api/pace'
import { queryClient } from '~/api/queries'

/** Whoever touches nothing for so long may be gone: then the platform is asked less. Milliseconds. */
const patience = 20_000

const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchmove', 'focusin'] as const

let present = true
let seen = Date.now()

/** What on the screen is asked again by itself. */
const polled = () =>
  queryClient
    .getQueryCache()
    .findAll({ type: 'active' })
    .filter(({ observers }) => observers.some(({ options }) => options.refetchInterval !== undefined))

/** Each works out anew when it asks next. */
function setPaces(): void {
  for (const { observers } of polled()) for (const observer of observers) observer.setOptions(observer.options)
}

function look(): void {
  const since = Date.now() - seen
  // A clock that was set back says nothing of how long ago it was.
  if (!present || (since >= 0 && since < patience)) return
  present = false
  setPaces()
}

/** What is older than this is read at once for who comes back. Milliseconds. */
const old = 30_000

function notice(): void {
  seen = Date.now()
  if (present) return
  present = true
  setPaces()
  const names = new Set(
    polled().flatMap(({ queryHash, state }) => (seen - state.dataUpdatedAt > old ? [queryHash] : [])),
  )
  void queryClient.refetchQueries({ type: 'active', predicate: ({ queryHash }) => names.has(queryHash) })
}

/** Notices whether someone is at the page, by what they touch. Called once, before the first screen. */
export function watchPresence(): void {
  setPresence(() => present)
  for (const sign of signs) window.addEventListener(sign, notice, { passive: true, capture: true })
  setInterval(look, 2_000)
}
