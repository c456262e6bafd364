import type { ReactNode } from 'react'
import { Link } from 'react-router'

import { facetWords, sortWords } from '~/pages/parts/fleet/facet-words'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import type { View } from '~/pages/parts/fleet/fleet-view'
import { sortKeys } from '~/pages/parts/fleet/fleet-view'
import { ProtectionBadge } from '~/pages/parts/protection-badge'
import { VmStateMark } from '~/pages/parts/vm-state-mark'
import { paths } from '~/pages/paths'
import { formatSize } from '~/texts/format'
import { m } from '~/texts/messages'
import { perLanguage } from '~/texts/per-language'
import { DataTable } from '~/ui/data-table'
import type { Items, Sight } from '~/ui/items'
import { ShapeIcon } from '~/ui/state-mark'
import type { Column, Sort } from '~/ui/table'
import { Age } from '~/ui/time'

import { SelectBox } from './list-select'

import classes from './list-table.module.css'

const plain = (): readonly Column<VmRow>[] => [
  {
    key: 'select',
    head: m.bulk_column_select(),
    presses: true,
    width: '1%',
    cell: ({ vm }) => <SelectBox id={vm.id} name={vm.name} />,
  },
  { key: 'name', head: sortWords.name(), sortable: true, cell: (row) => <Name row={row} /> },
  {
    key: 'protection',
    head: sortWords.protection(),
    sortable: true,
    cell: (row) => <ProtectionBadge vm={row.vm} protection={row.protection} outcome={row.outcome} />,
  },
  {
    key: 'outcome',
    head: sortWords.outcome(),
    sortable: true,
    cell: ({ vm, outcome }) =>
      outcome ? (
        <Age at={outcome.at} zone={vm.timeZone} />
      ) : (
        <span className={classes['soft']}>{m.vms_outcome_none()}</span>
      ),
  },
  {
    key: 'state',
    head: sortWords.state(),
    sortable: true,
    cell: ({ vm }) => (
      <span className={classes['line']}>
        <VmStateMark vm={vm} />
      </span>
    ),
  },
  { key: 'size', head: m.vms_size(), cell: ({ vm }) => sizeOf(vm) },
  {
    key: 'appliance',
    head: facetWords.appliance(),
    cell: ({ appliance }) => <Place name={appliance} />,
  },
  {
    key: 'datacenter',
    head: sortWords.datacenter(),
    sortable: true,
    cell: ({ vm }) => <Place name={vm.datacenter?.name} />,
  },
]

const tenant = (): Column<VmRow> => ({
  key: 'tenant',
  head: m.vms_tenant(),
  cell: ({ vm }) => <Place name={vm.tenant?.name} />,
})

const columns = perLanguage(() => ({ plain: plain(), tenants: [...plain(), tenant()] }))

/** The VMs as a table, for comparing many. */
export function VmTable({
  rows,
  tenants,
  blank,
  onSight,
  sort,
  onSort,
}: {
  readonly rows: Items<VmRow>
  /** Each says whose it is. */
  readonly tenants: boolean
  /** What stands for a VM that is not there yet. */
  readonly blank?: (place: number) => ReactNode
  readonly onSight?: Sight
  readonly sort: View['sort']
  readonly onSort: (sort: View['sort']) => void
}) {
  const onTableSort = ({ key, direction }: Sort) => {
    const known = sortKeys.find((one) => one === key)
    if (known) onSort({ key: known, direction })
  }
  return (
    <DataTable
      label={m.vms_title()}
      rows={rows}
      columns={columns()[tenants ? 'tenants' : 'plain']}
      sort={sort}
      onSort={onTableSort}
      {...(blank && { blank })}
      {...(onSight && { onSight })}
    />
  )
}

const Place = ({ name }: { readonly name: string | undefined }) => (
  <bdi className={classes['place']}>{name ?? m.vms_value_none()}</bdi>
)

/** In two lines where there is no room for one: the disks below. */
const sizeOf = ({ cpu, memoryMb, diskMb }: VmRow['vm']): string => {
  const parts = [m.vms_cpus({ n: cpu }), formatSize(memoryMb), ...(diskMb === null ? [] : [formatSize(diskMb)])]
  const [first, second, ...disks] = parts.map((part) => part.replaceAll(' ', '\u00a0'))
  return [[first, second].join('\u00a0·\u00a0'), ...disks].join('\u00a0· ')
}

const Name = ({ row: { vm } }: { readonly row: VmRow }) => (
  <span className={classes['name']}>
    <Link to={paths.vm(vm.id)} title={vm.name}>
      <bdi>{vm.name}</bdi>
    </Link>
    {vm.guard && (
      <span className={classes['guard']} title={m.vms_guarded()}>
        <ShapeIcon shape="lock" />
        <span className={classes['hidden']}>{m.vms_guarded()}</span>
      </span>
    )}
  </span>
)
