import type { BulkAction } from '~/domain/bulk-plan'
import type { BackupPolicy } from '~/domain/policy'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { compareWords } from '~/texts/order'

import type { Grounds } from './use-grounds'

/** A policy that can be assigned to or removed from some of the chosen VMs. */
export interface BulkPolicy {
  readonly id: string
  readonly name: string
  readonly datacenter: string | null
  /** For how many of them. */
  readonly count: number
  /** Null when it may not be seen: it can still be taken away. */
  readonly policy: BackupPolicy | null
}

/** What tells policies of one name in one datacenter apart: their codes, where they can be seen. */
export function nameIn(offered: readonly BulkPolicy[], { name, datacenter, policy }: BulkPolicy): string {
  const alike = offered.filter((one) => one.name === name && one.datacenter === datacenter)
  return policy === null || alike.length < 2 ? name : `${name} (${policy.code})`
}

/** The policies to choose from: those open to the VMs, or those that the VMs have. */
export function policiesFor(action: BulkAction, rows: readonly VmRow[], grounds: Grounds): readonly BulkPolicy[] {
  const found = new Map<string, BulkPolicy>()
  const add = (id: string, name: string, row: VmRow, policy: BackupPolicy | null): void => {
    const count = (found.get(id)?.count ?? 0) + 1
    found.set(id, { id, name, datacenter: row.vm.datacenter?.name ?? null, count, policy })
  }
  for (const row of rows) {
    const ground = grounds.of(row)
    const offered = typeof ground === 'string' ? [] : ground.policies
    if (action === 'assign') for (const policy of offered) add(policy.id, policy.name, row, policy)
    if (action === 'remove')
      for (const { policyId, policyName } of row.vm.assignments ?? [])
        add(policyId, policyName, row, offered.find(({ id }) => id === policyId) ?? null)
  }
  return [...found.values()].toSorted(
    (a, b) => compareWords(a.datacenter ?? '', b.datacenter ?? '') || compareWords(a.name, b.name),
  )
}
