import { beforeRefusals } from '~/api/refusals'
import { readyDates } from '~/texts/clock'
import { atRest } from '~/ui/at-rest'

import { keepFocus } from './kept-focus'
import { knowMore } from './know-more'
import { tellLoss } from './loss-elsewhere'
import { dropSimulatorWorker } from './old-worker'
import { watchPresence } from './presence'
import { watchRights } from './rights'
import { watchWrites } from './slow-writes'
import { watchTabs } from './tabs'
import { watchEnding } from './watch-ending'

/** What follows a visit from its first screen on, and must not keep that waiting. Called once. */
export function watchVisit(): void {
  watchPresence()
  keepFocus()
  watchTabs()
  tellLoss()
  watchRights()
  beforeRefusals(knowMore)
  watchWrites()
  watchEnding()
  void atRest().then(readyDates)
  if (import.meta.env.MODE === 'simulator') return
  // Where browsers give no workers there is none to take away, and one that stays answers nothing.
  if ('serviceWorker' in navigator) dropSimulatorWorker(navigator.serviceWorker).catch(() => null)
}
