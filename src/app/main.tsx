import { createRoot } from 'react-dom/client'

import { forgetAhead } from '~/api/fetching/ahead'
import { setPace } from '~/api/pace'
import { connect } from '~/api/platform'
import { serverNow } from '~/api/queries'
import { watchLine } from '~/api/queries/line'
import { pathHere } from '~/api/queries/place'
import { setThresholds } from '~/api/queries/thresholds'
import { beforeRefusals } from '~/api/refusals'
import { resume } from '~/api/session'
import { learnCodes } from '~/texts/errors'
import { m } from '~/texts/messages'
import { atRest } from '~/ui/at-rest'
import { notify } from '~/ui/notify'
import { logged } from '~/ui/scrub'
import { setClock } from '~/ui/use-now'

import { App, NotBegun } from './app'
import { obeyBrowserPolicy } from './browser-policy'
import { chosenPlatform } from './chosen-platform'
import { configAddress } from './config/asked'
import { readConfig } from './config/file'
import { config as configAsked } from './early'
import { startLanguage } from './language'
import { opened, watchSession } from './lifetime'
import { readAhead } from './page-routes'
import { settings, takeSettings } from './settings'
import { simulatedPlatform } from './simulated-platform'

obeyBrowserPolicy()
beforeRefusals(async (error) => {
  if (error.code !== null) await learnCodes()
  return error
})

/** Browsers and React would print an error with all that it carries. */
const log = (error: unknown): void => console.error(logged(error))

// The last resort for a failure that nobody awaited: logged, said once.
let told = false
window.addEventListener('unhandledrejection', (event) => {
  event.preventDefault()
  log(event.reason)
  if (told) return
  told = true
  notify({ tone: 'bad', title: m.crash_unhandled_title(), text: m.crash_unhandled_text() })
})

const element = document.getElementById('root')
if (!element) throw new Error('The page has no place for the console')
// What React mended by drawing once more is no crash: a line for whoever looks, and no alarm.
const root = createRoot(element, {
  onCaughtError: log,
  onUncaughtError: log,
  onRecoverableError: (error) => console.warn(logged(error)),
})

/** Milliseconds after which the frame is drawn whatever is still on its way. */
const longestBlank = 1_000

/** The simulator answers inside the browser, so it must stand before the first request. It is no part of a live build. */
async function startSimulator(): Promise<boolean> {
  if (import.meta.env.MODE !== 'simulator') return true
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
  const [config, simulated] = await Promise.all([readConfig(configAsked), startSimulator(), startLanguage()])
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
  setThresholds(settings().protection)
  setClock(serverNow)
  watchSession()
  watchLine()
  const resumed = resume()
  if (settings().session === 'cookie') readAhead(pathHere())
  void resumed.then(forgetAhead)
  // Until then the page itself shows the frame; what is there by then is drawn at once, and once.
  await Promise.race([resumed.then(opened), new Promise((over) => setTimeout(over, longestBlank))])
  root.render(<App />)
  void watch()
}

async function watch(): Promise<void> {
  await atRest()
  const { watchVisit } = await import('./watching')
  watchVisit()
}

// Not awaited: what this start asks for imports from the chunk of this module, and each would wait for the other.
begin().catch((error: unknown) => {
  log(error)
  root.render(<NotBegun error={error} />)
})
