import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

import { activity, fleet, policiesInSight, recentOutcomes } from '~/api/queries'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { remember } from '~/pages/parts/remember'
import { useNow } from '~/ui/use-now'

import type { Surroundings, VmRow } from './fleet-rows'
import { judgedRows } from './judged-rows'
import { useJudging } from './use-judging'

const judgedOf = remember(judgedRows)
const none: readonly VirtualMachine[] = []
const aroundOf = remember(
  (
    trail: Surroundings['trail'],
    policies: Surroundings['policies'],
    pending: boolean,
    running: Surroundings['activity'],
    judging: Surroundings['judging'],
  ): Surroundings => ({ trail, policies, pending, activity: running, judging }),
)

/**
 * All VMs in sight, each judged by the protection rule at this minute, with the readings they come from. Four questions to
 * the platform at any size of the fleet; every page that asks shares them.
 */
export function useFleet() {
  const vms = useQuery(fleet())
  // The list comes first, by itself: what fills its badges in must not compete with it.
  const enabled = vms.data !== undefined || vms.isError
  const outcomes = useQuery({ ...recentOutcomes(), enabled })
  const running = useQuery({ ...activity(), enabled })
  const policies = useQuery({ ...policiesInSight(), enabled })
  const judging = useJudging(enabled)
  const now = useNow(60_000)
  const around = aroundOf(
    outcomes.data ?? null,
    policies.data?.rows ?? null,
    outcomes.isPending || policies.isPending,
    running.data ?? null,
    judging,
  )
  const judged = judgedOf(vms.data?.rows ?? none, around, now)
  const found = useSyncExternalStore(judged.subscribe, judged.get)
  /** Null until the first VMs have come and were judged. */
  const rows: readonly VmRow[] | null = vms.data ? found : null
  return { vms, outcomes, running, policies, now, around, rows }
}
