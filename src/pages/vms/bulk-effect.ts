import type { ConfigurationValues } from '~/domain/assignment'
import { type BulkOrder, type BulkVerdict, policyOf } from '~/domain/bulk-plan'
import type { BackupSite } from '~/domain/capability'
import type { BackupPolicy } from '~/domain/policy'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { spokenValues } from '~/pages/parts/policy/policy-assignment'
import { formatAge, formatList } from '~/texts/format'
import { getLocale, m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { sentence } from '~/texts/schedule-words'

/** The policies that a VM has beside the one that is removed. */
const othersOf = ({ vm }: VmRow, order: BulkOrder) =>
  (vm.assignments ?? []).filter(({ policyId }) => policyId !== policyOf(order)?.id)

/** Whether a VM has no policy any more after an order that runs on it. */
export const leavesBare = (row: VmRow, order: BulkOrder): boolean =>
  order.action === 'remove' && othersOf(row, order).length === 0

function backupWords({ outcome }: VmRow, now: Date): string {
  if (!outcome) return m.bulk_effect_backup()
  const age = formatAge(Math.max(0, now.getTime() - outcome.at.getTime()))
  return outcome.outcome === 'failed' ? m.bulk_effect_backup_failed({ age }) : m.bulk_effect_backup_last({ age })
}

/** Whether the backup is copied as it was wished, and why not. */
function copyWords(replicate: Extract<BulkVerdict, { kind: 'run' }>['replicate']): string {
  if (replicate === null) return ''
  const explained = explain(replicate)
  return explained.ok ? ` ${m.bulk_effect_copied()}` : ` ${m.bulk_effect_not_copied({ because: explained.because })}`
}

/** The values that a VM has for itself, as sentences. */
export const ownWords = (policy: BackupPolicy, own: readonly ConfigurationValues[], site: BackupSite): string =>
  policy.configurations
    .map((configuration) =>
      sentence(
        configuration,
        spokenValues(
          own.find(({ key }) => key === configuration.key),
          site,
          configuration,
        ),
        getLocale(),
      ),
    )
    .join(' ')

/** What happens to a VM on which an order runs, in a few words. `now` by the server's clock. */
export function effectWords(
  row: VmRow,
  order: BulkOrder,
  { replaces, replicate }: Extract<BulkVerdict, { kind: 'run' }>,
  now: Date,
): string {
  if (order.action === 'backup') return backupWords(row, now) + copyWords(replicate)
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
