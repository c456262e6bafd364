import { type ReactNode, useState } from 'react'
import { useSearchParams } from 'react-router'

import type { AssignOrder, BulkOrder } from '~/domain/bulk-plan'
import type { BackupPolicy } from '~/domain/policy'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { ResponsiveTable } from '~/pages/parts/responsive-table'
import { useActor } from '~/pages/parts/use-actor'
import { m } from '~/texts/messages'
import { Panel } from '~/ui/page'
import { useNow } from '~/ui/use-now'
import { useOnline } from '~/ui/use-online'

import { Decide } from './bulk-decide'
import { planColumns } from './bulk-dry-columns'
import { BulkFilter } from './bulk-filter'
import { BulkOwn } from './bulk-own'
import { Reading } from './bulk-reading'
import { kindOf, planRows } from './bulk-rows'
import { verdictKinds, verdictLooks } from './bulk-words'
import { type Grounds, isGround } from './use-grounds'

/** Values that a VM may have for itself. */
interface Giving {
  readonly policy: BackupPolicy
  /** Whether there are values for all, from which a VM may differ. */
  readonly once: boolean
  readonly order: AssignOrder
  /** Null: none of its own. */
  readonly onOwn: (vmId: string, values: AssignOrder['values'] | null) => void
}

interface DryRunProps {
  readonly order: BulkOrder
  readonly rows: readonly VmRow[]
  readonly grounds: Grounds
  readonly giving?: Giving
  /** For each VM, whether its backup is copied to a second place. */
  readonly onReplicate?: (vmId: string, replicate: boolean) => void
  /** What holds for all of them, beside their values. */
  readonly wishes?: ReactNode
  /** Leads to the values that are missing for all. */
  readonly onMissing?: () => void
}

/** What an order would do to each VM, and the one button that does it. */
export function BulkDryRun({ order, rows, grounds, giving, onReplicate, wishes, onMissing }: DryRunProps) {
  const actor = useActor()
  const now = useNow(60_000)
  const online = useOnline()
  const [search] = useSearchParams()
  const [editing, setEditing] = useState<string | null>(null)
  const plan = planRows(rows, order, grounds, actor, online, now)
  const kinds = plan.map(kindOf)
  const wanted = search.get('show')
  const shown = wanted === null ? plan : plan.filter((_, place) => kinds[place] === wanted)
  const counts = new Map<string, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const waiting = giving ? plan.filter(({ id }, place) => kinds[place] === 'values' && id !== editing) : []
  const [next] = waiting
  const one = plan.find(({ id }) => id === editing)
  const ground = one && grounds.of(one.row)
  return (
    <Panel title={m.bulk_dry()} text={m.bulk_dry_text()}>
      {order.action === 'backup' && <Reading grounds={grounds} />}
      {wishes}
      <BulkFilter
        total={plan.length}
        chips={verdictKinds.map((kind) => ({
          key: kind,
          label: verdictLooks[kind].words(),
          count: counts.get(kind) ?? 0,
        }))}
      />
      <ResponsiveTable
        label={m.bulk_dry()}
        rows={shown}
        columns={planColumns({
          order,
          now,
          siteOf: (row) => {
            const found = grounds.of(row)
            return isGround(found) ? found.site : null
          },
          ...(giving && {
            giving: { policy: giving.policy, once: giving.once, own: giving.order.own, onEdit: setEditing },
          }),
          ...(onReplicate && { onReplicate }),
        })}
      />
      <Decide
        plan={plan}
        order={order}
        ready={grounds.done === grounds.total}
        each={giving !== undefined && onMissing === undefined}
        {...(onMissing ? { onMissing } : next && { onMissing: () => setEditing(next.id) })}
      />
      {giving && one && ground && isGround(ground) && (
        <BulkOwn
          policy={giving.policy}
          row={one.row}
          ground={ground}
          start={giving.order.own[one.id] ?? giving.order.values}
          has={giving.order.own[one.id] !== undefined}
          waiting={waiting.length}
          onKeep={(values) => giving.onOwn(one.id, values)}
          onNext={() => setEditing(next?.id ?? null)}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  )
}
