import { firstQuestions } from '~/api/abiquo/first-questions'
import { askAhead } from '~/api/fetching/ahead'
import { firstWindow } from '~/api/first-window'
import { pathHere } from '~/api/queries/place'
import { showsFleet } from '~/pages/paths'

import { askConfig } from './config/asked'
import { firstGlance } from './config/first-glance'

/**
 * The deployment's settings, on their way before the console's code has come. A file of its own that the page runs first:
 * whoever is signed in, and the first VMs, are asked for while the rest of the console is still being read.
 */
export const config = askConfig()

async function askFirst(): Promise<void> {
  const platform = firstGlance((await config)?.text ?? '')
  if (platform === null) return
  const vms = showsFleet(pathHere()) ? { offset: 0, limit: firstWindow } : null
  for (const question of firstQuestions(new URL(platform.base, window.location.href).href, platform.version, vms))
    askAhead(question)
}

// The simulator answers later than that, and keeps no session.
if (import.meta.env.MODE !== 'simulator') void askFirst()
