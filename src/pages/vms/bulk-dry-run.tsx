import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'

import { type BulkOrder, hasDiskChoice } from '~/domain/bulk-plan'
import type { BackupPolicy } from '~/domain/policy'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { ResponsiveTable } from '~/pages/parts/responsive-table'
import { useActor } from '~/pages/parts/use-actor'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { Action, Refusal } from '~/ui/action'
import { ConfirmDialog } from '~/ui/confirm'
import type { Column } from '~/ui/data-table'
import { Panel } from '~/ui/page'
import { StateMark } from '~/ui/state-mark'
import { useNow } from '~/ui/use-now'
import { useOnline } from '~/ui/use-online'

import { BulkDisks } from './bulk-disks'
import { BulkFilter } from './bulk-filter'
import { Reading } from './bulk-reading'
import { jobOf, kindOf, orderSentence, type PlanRow, planRows, whyOf } from './bulk-rows'
import { verdictKinds, verdictLooks } from './bulk-words'
import { selection } from './selection'
import { useBulk } from './use-bulk'
import type { Grounds } from './use-grounds'

import classes from './bulk.module.css'

interface DryRunProps {
  readonly order: BulkOrder
  readonly rows: readonly VmRow[]
  readonly grounds: Grounds
  /** The policy whose disks may be chosen for each VM. */
  readonly policy: BackupPolicy | null
  readonly onDisks?: (vmId: string, ids: readonly string[] | null) => void
}

const go = { backup: m.bulk_go_backup, assign: m.bulk_go_assign, remove: m.bulk_go_remove } as const

/** What an order would do to each VM, and the one button that does it. */
export function BulkDryRun(props: DryRunProps) {
  const { order, rows, grounds } = props
  const actor = useActor()
  const person = { actor, online: useOnline(), now: useNow(60_000) }
  const [search] = useSearchParams()
  const plan = planRows(rows, order, grounds, person)
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
      <ResponsiveTable label={m.bulk_dry()} rows={shown} columns={columnsOf(props)} />
      <Decide plan={plan} order={order} ready={grounds.done === grounds.total} />
    </Panel>
  )
}

function Decide({
  plan,
  order,
  ready,
}: {
  readonly plan: readonly PlanRow[]
  readonly order: BulkOrder
  readonly ready: boolean
}) {
  const [asking, setAsking] = useState(false)
  const navigate = useNavigate()
  const { store } = useBulk()
  const n = plan.filter((one) => kindOf(one) === 'run').length
  const sentence = orderSentence(plan, order)
  const verdict =
    n > 0 ? ({ ok: true } as const) : { ok: false as const, because: m.bulk_sentence_nothing(), who: null, mend: null }
  const start = (): void => {
    setAsking(false)
    store.start(jobOf(plan, order))
    selection.clear()
    void navigate(paths.vmsBulk(), { replace: true })
  }
  return (
    <div className={classes['decide']}>
      <output>{sentence}</output>
      <Action verdict={verdict} loading={!ready} onClick={() => setAsking(true)}>
        {go[order.action]({ n })}
      </Action>
      <ConfirmDialog
        opened={asking}
        title={go[order.action]({ n })}
        confirmLabel={go[order.action]({ n })}
        onClose={() => setAsking(false)}
        onConfirm={start}
      >
        <p className={classes['sentence']}>{sentence}</p>
        <p className={classes['soft']}>{m.bulk_confirm_text()}</p>
      </ConfirmDialog>
    </div>
  )
}

const Verdict = ({ row }: { readonly row: PlanRow }) => {
  const kind = kindOf(row)
  if (kind === 'reading') return <StateMark tone="neutral" shape="clock" label={m.bulk_verdict_reading()} />
  const { tone, shape, words } = verdictLooks[kind]
  return <StateMark tone={tone} shape={shape} label={words()} />
}

function columnsOf({ order, policy, onDisks }: DryRunProps): readonly Column<PlanRow>[] {
  const disks: readonly Column<PlanRow>[] =
    onDisks && policy?.configurations.some(hasDiskChoice)
      ? [
          {
            key: 'disks',
            head: m.bulk_disks(),
            cell: (one) =>
              (kindOf(one) === 'run' || kindOf(one) === 'values') && (
                <BulkDisks
                  vm={one.row.vm}
                  chosen={order.disks[one.id] ?? null}
                  onChange={(ids) => onDisks(one.id, ids)}
                />
              ),
          },
        ]
      : []
  return [
    {
      key: 'vm',
      head: m.bulk_column_vm(),
      cell: ({ row }) => (
        <Link className={classes['link']} to={paths.vm(row.id)}>
          <bdi>{row.vm.name}</bdi>
        </Link>
      ),
    },
    { key: 'datacenter', head: m.bulk_column_datacenter(), cell: ({ row }) => <bdi>{row.vm.datacenter?.name}</bdi> },
    { key: 'verdict', head: m.bulk_column_verdict(), cell: (row) => <Verdict row={row} /> },
    {
      key: 'why',
      head: m.bulk_column_why(),
      cell: (row) => {
        const why = whyOf(row, order)
        return why && <Refusal verdict={why} />
      },
    },
    ...disks,
  ]
}
