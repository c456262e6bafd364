import { m } from '~/texts/messages'
import { EmptyState } from '~/ui/empty-state'
import { Kit } from '~/ui/kit'

import { Splash } from './splash'

/** Whether the browser keeps nothing for this site: reading the property is refused then. */
function keepsNothing(): boolean {
  try {
    return !('getItem' in localStorage)
  } catch {
    return true
  }
}

/** The simulator needs a service worker and a storage, and this browser refuses one of them at this address. */
export function SimulatorMissing() {
  return (
    <Kit>
      <Splash />
      <EmptyState
        shape="alert"
        title={m.simulator_missing_title()}
        text={keepsNothing() ? m.simulator_missing_storage() : m.simulator_missing_text()}
      />
    </Kit>
  )
}
