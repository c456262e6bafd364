import { useQuery } from '@tanstack/react-query'

import { failuresOfDay } from '~/api/queries/trail'
import { type Coverage, coverageByDatacenter, nothingCovered } from '~/domain/coverage'
import type { Datacenter } from '~/domain/datacenter'
import { seesEnds } from '~/domain/failure-sight'
import { useActor } from '~/pages/parts/use-actor'
import { useUsage } from '~/pages/parts/use-usage'

/** A value as far as this person may know it. `whole` is false when there may be more. */
export type Known<T> =
  | { readonly state: 'read'; readonly value: T; readonly whole: boolean }
  | { readonly state: 'reading' | 'unseen' | 'failed' }

/** What a person sees of all datacenters at once: VMs and failures come in one reading each, whatever their number. */
export interface Sight {
  readonly coverageOf: (datacenter: Datacenter) => Known<Coverage>
  /** Failed backups of the last day. */
  readonly failuresOf: (datacenter: Datacenter) => Known<number>
  /** From when on they are counted; null until they are read. */
  readonly failuresSince: Date | null
}

/** Coverage and failures of all datacenters, from two questions for the whole fleet and none for each card. */
export function useSight(): Sight {
  const usage = useUsage()
  const mayRead = seesEnds(useActor())
  const trail = useQuery({ ...failuresOfDay(), enabled: mayRead })
  const coverage = coverageByDatacenter(usage.vms)
  const failed = new Map<string, number>()
  for (const { datacenter } of trail.data?.failures ?? [])
    if (datacenter !== null) failed.set(datacenter, (failed.get(datacenter) ?? 0) + 1)
  return {
    coverageOf: ({ id }) => {
      if (usage.state === 'unseen' || usage.state === 'failed') return { state: usage.state }
      if (usage.usage === null) return { state: 'reading' }
      return { state: 'read', value: coverage.get(id) ?? nothingCovered, whole: usage.state === 'read' }
    },
    failuresOf: ({ name }) => {
      if (!mayRead || trail.error?.kind === 'forbidden') return { state: 'unseen' }
      if (!trail.data) return { state: trail.error ? 'failed' : 'reading' }
      return { state: 'read', value: failed.get(name) ?? 0, whole: trail.data.complete }
    },
    failuresSince: trail.data?.since ?? null,
  }
}
