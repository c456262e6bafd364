import { useQuery } from '@tanstack/react-query'

import { policiesInSight, recentOutcomes } from '~/api/queries'
import { thresholds } from '~/api/queries/thresholds'
import { plannedAtReader } from '~/domain/planned-at'
import { protectionJudge } from '~/domain/protection-rule'
import type { Situation } from '~/domain/situation'
import { ProtectionBadge } from '~/pages/parts/protection-badge'

/** How the VM is protected, by the same rule and the same knowledge as in the list; its evidence on a press. */
export function VmBadge({ situation: { vm, task, now } }: { readonly situation: Situation }) {
  const trail = useQuery(recentOutcomes())
  const policies = useQuery(policiesInSight())
  const outcome = trail.data?.outcomes.find((one) => one.vmId === vm.id) ?? null
  const plannedAt = plannedAtReader(trail.data?.replanned)(vm)
  const judge = protectionJudge(policies.data?.rows ?? [], trail.data ?? null, thresholds())
  const pending = trail.isPending || policies.isPending
  return (
    <ProtectionBadge
      vm={vm}
      protection={pending ? null : judge(vm, { outcome, task, plannedAt }, now)}
      outcome={outcome}
    />
  )
}
