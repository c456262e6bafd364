import { Link } from 'react-router'

import type { RunState } from '~/domain/fleet-day'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { ResponsiveTable } from '~/pages/parts/responsive-table'
import { paths } from '~/pages/paths'
import { formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'
import type { Column } from '~/ui/table'

import type { DayReader } from './days'

import classes from './page.module.css'

const states = ['good', 'failed', 'missed', 'running', 'planned'] as const

const heads: Readonly<Record<(typeof states)[number], () => string>> = {
  good: m.calendar_state_good,
  failed: m.calendar_state_failed,
  missed: m.calendar_state_missed,
  running: m.calendar_state_running,
  planned: m.calendar_state_planned,
}

const sum = (row: VmRow, read: DayReader, of: readonly RunState[]): number =>
  read(row).reduce((whole, { counts }) => whole + of.reduce((part, state) => part + counts[state], 0), 0)

const columnsOf = (read: DayReader): readonly Column<VmRow>[] => [
  {
    key: 'name',
    head: m.calendar_vm(),
    cell: ({ vm }) => (
      <Link to={paths.vmTimeline(vm.id)} className={classes['vmLink']}>
        <bdi>{vm.name}</bdi>
      </Link>
    ),
  },
  {
    key: 'datacenter',
    head: m.vms_facet_datacenter(),
    cell: ({ vm }) => <bdi>{vm.datacenter?.name ?? m.vms_value_none()}</bdi>,
  },
  ...states.map((state): Column<VmRow> => ({
    key: state,
    head: heads[state](),
    align: 'end',
    cell: (row) => formatNumber(sum(row, read, [state])),
  })),
  {
    key: 'unknown',
    head: m.calendar_state_unknown(),
    align: 'end',
    cell: (row) => formatNumber(sum(row, read, ['unclear', 'unknown'])),
  },
]

/** One line for each VM, with the runs of all days in numbers. */
export const DaysTable = ({ rows, read }: { readonly rows: readonly VmRow[]; readonly read: DayReader }) => (
  <ResponsiveTable label={m.calendar_table()} rows={rows} columns={columnsOf(read)} />
)
