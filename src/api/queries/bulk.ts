import { MutationObserver } from '@tanstack/react-query'

import type { Accepted, ProtectionChange } from '../port'
import { queryClient } from '../queries'
import { backUpNow, saveProtection } from './protection'

export { discardJob, isCleared, isPieceKey, keepChanges, keepJob, keptJob, keptNear, keptStates } from './bulk-kept'
export { keptJobKey, tellOpen } from './bulk-open'

// Each is one of several: the screen is read again when the last one is done.
const meta = { oneOfSeveral: true }

/** Saves one of many VMs; sent once, from outside of a page. */
export const saveOneOfSeveral = (vmId: string, change: ProtectionChange): Promise<Accepted> =>
  new MutationObserver(queryClient, { ...saveProtection(vmId), meta }).mutate(change)

/** Asks for a backup of one of many VMs; sent once, from outside of a page. */
export const backUpOneOfSeveral = (vmId: string, options: { readonly replicate: boolean }): Promise<Accepted> =>
  new MutationObserver(queryClient, { ...backUpNow(vmId), meta }).mutate(options)
