import type { BulkOrder, BulkVerdict } from '~/domain/bulk-plan'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { formatAge, formatList } from '~/texts/format'
import { m } from '~/texts/messages'

/** The policies that a VM has beside the one that is removed. */
const othersOf = ({ vm }: VmRow, order: BulkOrder) =>
  (vm.assignments ?? []).filter(({ policyId }) => policyId !== order.policy?.id)

/** Whether a VM has no policy any more after an order that runs on it. */
export const leavesBare = (row: VmRow, order: BulkOrder): boolean =>
  order.action === 'remove' && othersOf(row, order).length === 0

function backupWords({ outcome }: VmRow, now: Date): string {
  if (!outcome) return m.bulk_effect_backup()
  const age = formatAge(Math.max(0, now.getTime() - outcome.at.getTime()))
  return outcome.outcome === 'failed' ? m.bulk_effect_backup_failed({ age }) : m.bulk_effect_backup_last({ age })
}

/** What happens to a VM on which an order runs, in a few words. `now` by the server's clock. */
export function effectWords(
  row: VmRow,
  order: BulkOrder,
  { replaces }: Extract<BulkVerdict, { kind: 'run' }>,
  now: Date,
): string {
  if (order.action === 'backup' || order.policy === null) return backupWords(row, now)
  const policy = order.policy.name
  const others = othersOf(row, order)
  const named = (some: typeof others): string => formatList(some.map(({ policyName }) => policyName))
  if (order.action === 'remove')
    return others.length === 0
      ? m.bulk_effect_remove_last({ policy })
      : m.bulk_effect_remove({ policy, others: named(others) })
  const replaced = others.filter(({ policyId }) => replaces.includes(policyId))
  if (replaced.length > 0) return m.bulk_effect_replace({ policy, others: named(replaced) })
  return others.length === 0 ? m.bulk_effect_first({ policy }) : m.bulk_effect_assign({ policy, others: named(others) })
}
