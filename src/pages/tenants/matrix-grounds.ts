import { isAllowed, type Wishes } from '~/domain/allowance-plan'
import { mayWish } from '~/domain/may-administer'
import type { OfferedPolicy } from '~/domain/policy'
import type { Actor } from '~/domain/privilege'
import type { Allowance } from '~/domain/tenant'
import { byTenant, type FleetUsage } from '~/domain/usage'
import { no, type Verdict } from '~/domain/verdict'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { remember } from '~/pages/parts/remember'

import type { Cell } from './matrix-state'

/** What decides whether a cell may be set. */
export interface Grounds {
  readonly actor: Actor
  /** The VMs of a tenant that use a policy; null when that is not known here. */
  readonly vmsOf: (policyId: string, tenantId: string) => readonly VirtualMachine[] | null
  /** Changes are on their way: until they are answered nothing else is decided. */
  readonly sending: boolean
}

const none: readonly VirtualMachine[] = []

/** Counted once for all cells: asking every VM for every cell would be felt. */
export const groundsOf = remember((actor: Actor, usage: FleetUsage | null, sending: boolean): Grounds => {
  const known = new Map<string, ReturnType<typeof byTenant>>()
  return {
    actor,
    sending,
    vmsOf: (policyId, tenantId) => {
      if (!usage) return null
      const users = known.get(policyId) ?? byTenant(usage.of(policyId).vms)
      known.set(policyId, users)
      return users.get(tenantId) ?? none
    },
  }
})

/** Whether a cell may become so: the rule is `mayWish`, and while changes are on their way nothing else is decided. */
export function maySet(grounds: Grounds, allowance: Allowance, policy: OfferedPolicy, wanted: boolean): Verdict {
  if (grounds.sending) return no({ code: 'being-sent' })
  const vms = grounds.vmsOf(policy.id, allowance.tenant.id)
  return mayWish(grounds.actor, allowance, policy, wanted, vms && { vms, tenants: [] })
}

/** Several cells set alike. */
export interface Bulk {
  /** Those that differ and may be set. */
  readonly cells: readonly Cell[]
  /** How many differ and stay: each says why. */
  readonly refused: number
}

/** What setting all cells of these rows and columns alike would change: those that are not wished so yet, by `maySet`. */
export function bulkOf(
  grounds: Grounds,
  wishes: Wishes,
  { rows, columns }: { readonly rows: readonly Allowance[]; readonly columns: readonly OfferedPolicy[] },
  wanted: boolean,
): Bulk {
  const differing = rows.flatMap((allowance) =>
    columns
      .filter(({ id }) => isAllowed(wishes, allowance, id) !== wanted)
      .map((policy) => ({ allowance, policyId: policy.id, ok: maySet(grounds, allowance, policy, wanted).ok })),
  )
  const cells = differing.filter(({ ok }) => ok)
  return { cells, refused: differing.length - cells.length }
}
