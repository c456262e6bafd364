import { useSearchParams } from 'react-router'

import type { BulkOrder } from '~/domain/bulk-plan'
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
import { Reading } from './bulk-reading'
import { kindOf, planRows } from './bulk-rows'
import { verdictKinds, verdictLooks } from './bulk-words'
import type { Grounds } from './use-grounds'

interface DryRunProps {
  readonly order: BulkOrder
  readonly rows: readonly VmRow[]
  readonly grounds: Grounds
  /** The policy whose disks may be chosen for each VM. */
  readonly policy: BackupPolicy | null
  readonly onDisks?: (vmId: string, ids: readonly string[] | null) => void
  /** Leads to the values that are missing. */
  readonly onMissing?: () => void
}

/** What an order would do to each VM, and the one button that does it. */
export function BulkDryRun({ order, rows, grounds, policy, onDisks, onMissing }: DryRunProps) {
  const actor = useActor()
  const now = useNow(60_000)
  const [search] = useSearchParams()
  const plan = planRows(rows, order, grounds, { actor, online: useOnline(), now })
  const wanted = search.get('show')
  const shown = wanted === null ? plan : plan.filter((row) => kindOf(row) === wanted)
  const counts = new Map(verdictKinds.map((kind) => [kind, plan.filter((row) => kindOf(row) === kind).length]))
  return (
    <Panel title={m.bulk_dry()} text={m.bulk_dry_text()}>
      {order.policy === null && <Reading grounds={grounds} />}
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
        columns={planColumns({ order, policy, now, ...(onDisks && { onDisks }) })}
      />
      <Decide plan={plan} order={order} ready={grounds.done === grounds.total} {...(onMissing && { onMissing })} />
    </Panel>
  )
}
