import { createRoot } from 'react-dom/client'

import { abiquo } from '~/api/abiquo/adapter'
import { connect } from '~/api/platform'
import { serverNow } from '~/api/queries'
import { resume } from '~/api/session'
import { m } from '~/texts/messages'
import { notify } from '~/ui/notify'
import { setClock } from '~/ui/use-now'

import { App } from './app'
import { watchSession } from './lifetime'
import { settings } from './settings'
import { SimulatorMissing } from './simulator-missing'

connect(
  abiquo({
    base: settings.apiBase,
    mediaVersion: settings.mediaVersion,
    timeZoneOf: (datacenter) => settings.timeZones.get(datacenter) ?? null,
  }),
)
setClock(serverNow)
watchSession()

// The last resort for a failure that nobody awaited: logged by the browser, said once.
let told = false
window.addEventListener('unhandledrejection', () => {
  if (told) return
  told = true
  notify({ tone: 'bad', title: m.crash_unhandled_title(), text: m.crash_unhandled_text() })
})

const element = document.getElementById('root')
if (!element) throw new Error('The page has no place for the console')
const root = createRoot(element)

/** The simulator answers inside the browser, so it must stand before the first request. It is no part of a live build. */
async function startSimulator(): Promise<boolean> {
  if (import.meta.env.MODE !== 'simulator') return true
  const { start } = await import('#mocks/browser')
  return start().then(
    () => true,
    () => false,
  )
}

if (await startSimulator()) {
  root.render(<App />)
  await resume()
} else root.render(<SimulatorMissing />)
