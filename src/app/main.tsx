import { createRoot } from 'react-dom/client'

import { setPace } from '~/api/pace'
import { connect } from '~/api/platform'
import { serverNow } from '~/api/queries'
import { watchLine } from '~/api/queries/line'
import { beforeRefusals } from '~/api/refusals'
import { resume } from '~/api/session'
import { learnCodes } from '~/texts/errors'
import { m } from '~/texts/messages'
import { notify } from '~/ui/notify'
import { setClock } from '~/ui/use-now'

import { App } from './app'
import { obeyBrowserPolicy } from './browser-policy'
import { chosenPlatform } from './chosen-platform'
import { configAddress, readConfig } from './config/file'
import { keepFocus } from './kept-focus'
import { startLanguage } from './language'
import { watchSession } from './lifetime'
import { dropSimulatorWorker } from './old-worker'
import { watchPresence } from './presence'
import { watchRights } from './rights'
import { settings, takeSettings } from './settings'
import { simulatedPlatform } from './simulated-platform'
import { watchTabs } from './tabs'

obeyBrowserPolicy()
beforeRefusals(learnCodes)

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
  if (import.meta.env.MODE !== 'simulator') {
    // Where browsers give no workers there is none to take away, and one that stays answers nothing.
    if ('serviceWorker' in navigator) dropSimulatorWorker(navigator.serviceWorker).catch(() => null)
    return true
  }
  try {
    // Where storage is blocked, its library fails as soon as it is there.
    const { start } = await import('#mocks/browser')
    await start({ platform: simulatedPlatform() })
    return true
  } catch {
    const { SimulatorMissing } = await import('./simulator-missing')
    root.render(<SimulatorMissing />)
    return false
  }
}

async function begin(): Promise<void> {
  const [config, simulated] = await Promise.all([readConfig(), startSimulator(), startLanguage()])
  if (!simulated) return
  if (config.kind === 'problem') {
    const { ConfigProblemPage } = await import('./config/problem')
    root.render(<ConfigProblemPage problem={config.problem} />)
    return
  }
  if (config.unknown.length > 0)
    console.warn(m.config_unknown({ file: configAddress, names: config.unknown.join(', ') }))
  takeSettings(config.settings)
  connect(await chosenPlatform(settings()))
  setPace(settings().pollSeconds)
  setClock(serverNow)
  watchSession()
  watchPresence()
  keepFocus()
  watchTabs()
  watchLine()
  watchRights()
  root.render(<App />)
  await resume()
}

// Not awaited: what this start asks for imports from the chunk of this module, and each would wait for the other.
void begin()
