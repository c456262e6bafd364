import { ResponsiveTable } from '~/pages/parts/responsive-table'
import type { UsageReading } from '~/pages/parts/use-usage'
import { m } from '~/texts/messages'
import type { Column } from '~/ui/table'

import { ActionsCell, CodeCell, DoesCell, NameCell, TenantsCell, VmsCell } from './list-cells'
import type { PolicyRow } from './list-rows'
import { sortKeys, type View } from './list-view'

interface TableProps {
  readonly datacenterId: string
  readonly system: string
  readonly rows: readonly PolicyRow[]
  readonly usageState: UsageReading['state']
  /** Whether it is known who uses the policies, and who may: what nobody knows here has no column. */
  readonly seen: { readonly usage: boolean; readonly allowed: boolean }
  readonly sort: View['sort']
  readonly onSort: (sort: View['sort']) => void
  readonly onDelete: (row: PolicyRow) => void
}

const vms = (state: UsageReading['state']): Column<PolicyRow> => ({
  key: 'vms',
  head: m.offers_vms(),
  sortable: true,
  align: 'end',
  cell: (row) => <VmsCell row={row} state={state} />,
})

const tenants: Column<PolicyRow> = {
  key: 'tenants',
  head: m.offers_tenants(),
  sortable: true,
  cell: (row) => <TenantsCell row={row} />,
}

const columnsOf = ({ datacenterId, system, usageState, seen, onDelete }: TableProps): readonly Column<PolicyRow>[] => [
  {
    key: 'name',
    head: m.offers_name(),
    sortable: true,
    width: '17rem',
    cell: (row) => <NameCell row={row} datacenterId={datacenterId} />,
  },
  // As wide as most are; a very long one breaks rather than push all else out of sight.
  { key: 'code', head: m.offers_code(), sortable: true, width: '9rem', cell: (row) => <CodeCell row={row} /> },
  {
    key: 'does',
    head: m.offers_does(),
    cell: (row) => <DoesCell row={row} datacenterId={datacenterId} system={system} />,
  },
  ...(seen.usage ? [vms(usageState)] : []),
  ...(seen.usage || seen.allowed ? [tenants] : []),
  {
    key: 'actions',
    head: m.offers_actions(),
    width: '12rem',
    cell: (row) => <ActionsCell row={row} datacenterId={datacenterId} onDelete={() => onDelete(row)} />,
  },
]

/** The policies of a datacenter, a row each; on a phone a card each. */
export const PolicyTable = (props: TableProps) => (
  <ResponsiveTable
    label={m.offers_table()}
    rows={props.rows}
    columns={columnsOf(props)}
    sort={props.sort}
    onSort={({ key, direction }) => {
      const known = sortKeys.find((one) => one === key)
      if (known) props.onSort({ key: known, direction })
    }}
  />
)
