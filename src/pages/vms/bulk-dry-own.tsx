import { type AssignOrder, type BulkOrder, hasDiskChoice, wishesCopy } from '~/domain/bulk-plan'
import type { BackupSite } from '~/domain/capability'
import { mayReplicate } from '~/domain/may-back-up'
import type { BackupPolicy } from '~/domain/policy'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { asksForValues } from '~/pages/parts/policy/policy-card'
import { m } from '~/texts/messages'
import { CheckBox } from '~/ui/check-box'
import type { Column } from '~/ui/table'

import { kindOf, type PlanRow } from './bulk-rows'

import classes from './bulk.module.css'

/** What the rows of a dry run are about. */
export interface PlanAbout {
  readonly order: BulkOrder
  /** By the server's clock. */
  readonly now: Date
  /** Null while it is not known. */
  readonly siteOf: (row: VmRow) => BackupSite | null
  /** Values that a VM may have for itself, and whether there are such for all. */
  readonly giving?: {
    readonly policy: BackupPolicy
    readonly once: boolean
    readonly own: AssignOrder['own']
    readonly onEdit: (vmId: string) => void
  }
  readonly onReplicate?: (vmId: string, replicate: boolean) => void
}

const isOpen = (row: PlanRow): boolean => kindOf(row) === 'run' || kindOf(row) === 'values'

/** Whether a VM has values of its own, and the way to them; nothing where a policy leaves nothing to it. */
export function ownColumn({ giving }: PlanAbout): readonly Column<PlanRow>[] {
  if (!giving?.policy.configurations.some(hasDiskChoice) && !(giving && asksForValues(giving.policy))) return []
  const { policy, once, own, onEdit } = giving
  const words = (one: PlanRow): string => {
    if (own[one.id]) return m.bulk_own_has()
    if (kindOf(one) === 'values') return m.bulk_own_set()
    return once ? m.bulk_own_same() : m.bulk_disks_all()
  }
  return [
    {
      key: 'values',
      head: asksForValues(policy) ? m.bulk_values() : m.bulk_disks(),
      width: '8rem',
      cell: (one) =>
        isOpen(one) && (
          <button
            type="button"
            className={classes['plain']}
            data-missing={kindOf(one) === 'values' || undefined}
            aria-haspopup="dialog"
            aria-label={m.bulk_own_named({ what: words(one), name: one.row.vm.name })}
            onClick={() => onEdit(one.id)}
          >
            {words(one)}
          </button>
        ),
    },
  ]
}

/** Whether a backup is copied to a second place, where the backup system can. */
export const copyColumn = ({ order, onReplicate, siteOf }: PlanAbout): readonly Column<PlanRow>[] =>
  onReplicate
    ? [
        {
          key: 'copy',
          head: m.bulk_copy(),
          width: '6rem',
          cell: ({ id, row, verdict }) => {
            const site = siteOf(row)
            return (
              typeof verdict !== 'string' &&
              verdict.kind === 'run' &&
              site &&
              mayReplicate(site).ok && (
                <CheckBox
                  aria-label={m.bulk_copy_of({ name: row.vm.name })}
                  checked={wishesCopy(order, id)}
                  onChange={({ currentTarget }) => onReplicate(id, currentTarget.checked)}
                />
              )
            )
          },
        },
      ]
    : []
