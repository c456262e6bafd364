import { useSyncExternalStore } from 'react'

import { useActor } from '~/pages/parts/use-actor'

import { type BulkState, type BulkStore, bulkStore } from './bulk-store'

/** The change of many VMs that this person started in this browser, and how far it is. */
export function useBulk(): BulkState & { readonly store: BulkStore } {
  const { name, tenant } = useActor()
  const store = bulkStore(`${tenant?.id ?? ''}.${name}`)
  return { ...useSyncExternalStore(store.subscribe, store.get), store }
}
