import { useSyncExternalStore } from 'react'

import { aboutPlatform } from '~/api/queries/requests'
import { useActor } from '~/pages/parts/use-actor'

import { type BulkState, type BulkStore, bulkStore } from './bulk-store'

/** The change of many VMs that this person started in this browser, and how far it is. */
export function useBulk(): BulkState & { readonly store: BulkStore } {
  const { name, tenant } = useActor()
  // Several platforms may be reached from one origin: a job belongs to one of them.
  const store = bulkStore(JSON.stringify([aboutPlatform().address, tenant?.id ?? null, name]))
  return { ...useSyncExternalStore(store.subscribe, store.get), store }
}
