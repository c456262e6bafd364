import { drop, dropTemplate } from './market-clean'
import type { Hands } from './market-hands'
import { importApps, record, waitForApps } from './market-import'
import { powerOff, powerOn, saveDisks, saveTemplate } from './market-save'

/** The steps of a backup in their order; each can be begun again, and finds what it did before. */
export const steps: readonly ((hands: Hands) => Promise<void>)[] = [
  async (hands) => {
    if (hands.run().saved) return
    await powerOff(hands)
    await saveTemplate(hands)
    await saveDisks(hands)
  },
  powerOn,
  async (hands) => {
    if (!hands.run().recorded) await importApps(hands)
  },
  async (hands) => {
    if (!hands.run().recorded) await waitForApps(hands)
  },
  record,
  dropTemplate,
  // Only now, when the new backup is good, may the one before go.
  async (hands) => {
    await Promise.all(hands.run().old.map((id) => drop(hands, `App ${id}`, 'one.marketapp.delete', [id])))
  },
]
