import { useSyncExternalStore } from 'react'

import { useBulkPerson } from './bulk-person'
import { type BulkState, type BulkStore, bulkStore } from './bulk-store'

/** The change of many VMs that this person started in this browser, and how far it is. */
export function useBulk(): BulkState & { readonly store: BulkStore } {
  const store = bulkStore(useBulkPerson())
  return { ...useSyncExternalStore(store.subscribe, store.get), store }
}
