import { useSyncExternalStore } from 'react'

import { hasOpenJob, watchOpenJob } from '~/api/queries/bulk-open'
import { aboutPlatform } from '~/api/queries/requests'
import { useActor } from '~/pages/parts/use-actor'

/** Whose a change of many VMs is. Several platforms may be reached from one origin: it belongs to one of them. */
export function useBulkPerson(): string {
  const { name, tenant } = useActor()
  return JSON.stringify([aboutPlatform().address, tenant?.id ?? null, name])
}

/** Whether this person has a change of many VMs that did not come to its end. */
export function useOpenBulk(): boolean {
  const person = useBulkPerson()
  return useSyncExternalStore(watchOpenJob, () => hasOpenJob(person))
}
