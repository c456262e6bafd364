import { useQuery } from '@tanstack/react-query'

import { recentOutcomes } from '~/api/queries'
import { protectionOf } from '~/domain/protection'
import type { Situation } from '~/domain/situation'
import { ProtectionBadge } from '~/pages/parts/protection-badge'

/** How the VM is protected, by its policies, what runs, and the newest outcome of the trail; its evidence on a press. */
export function VmBadge({ situation: { vm, task } }: { readonly situation: Situation }) {
  const trail = useQuery(recentOutcomes())
  const outcome = trail.data?.outcomes.find((one) => one.vmId === vm.id) ?? null
  const state = protectionOf(vm, { outcome, task, outcomesKnown: trail.data?.complete ?? false })
  return <ProtectionBadge vm={vm} state={trail.isPending ? null : state} outcome={outcome} />
}
