import { useSyncExternalStore } from 'react'

import { linesAt } from '~/domain/bulk-job'

import { useBulkPerson } from './bulk-person'
import { type BulkState, type BulkStore, bulkStore } from './bulk-store'

/** The change of many VMs that this person started in this browser, and how far it is. */
export function useBulk(): BulkState & {
  readonly store: BulkStore
  /** It is sent, or lines of it wait: no other may begin. */
  readonly unfinished: boolean
} {
  const store = bulkStore(useBulkPerson())
  const state = useSyncExternalStore(store.subscribe, store.get)
  const { job, run } = state
  return { ...state, store, unfinished: run !== 'none' || (job !== null && linesAt(job, 'waiting').length > 0) }
}
