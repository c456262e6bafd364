import { m } from '~/texts/messages'
import { EmptyState } from '~/ui/empty-state'
import { Kit } from '~/ui/kit'

import { Splash } from './splash'

/** The simulator needs a service worker, and this browser gives none at this address. */
export function SimulatorMissing() {
  return (
    <Kit>
      <Splash />
      <EmptyState shape="alert" title={m.simulator_missing_title()} text={m.simulator_missing_text()} />
    </Kit>
  )
}
