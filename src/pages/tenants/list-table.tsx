import { Link } from 'react-router'

import { ResponsiveTable } from '~/pages/parts/responsive-table'
import type { UsageReading } from '~/pages/parts/use-usage'
import { paths } from '~/pages/paths'
import { formatList, formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'
import type { Column, Sort } from '~/ui/table'

import type { TenantRow } from './list-rows'
import type { AllAllowances } from './list-use-allowances'
import { type ListView, sortKeys } from './list-view'

import classes from './list.module.css'

/** What stands in place of a value that is not known, and why. */
function Missing({ state }: { readonly state: AllAllowances['state'] }) {
  const words =
    state === 'unseen' ? m.tenants_not_visible() : state === 'reading' ? m.tenants_being_read() : m.tenants_not_known()
  return <span className={classes['soft']}>{words}</span>
}

const columnsOf = (allowed: AllAllowances['state'], usage: UsageReading['state']): readonly Column<TenantRow>[] => [
  {
    key: 'name',
    head: m.tenants_column_tenant(),
    sortable: true,
    cell: ({ id, tenant }) => (
      <Link className={classes['name']} to={paths.tenant(id)}>
        <bdi>{tenant.name}</bdi>
      </Link>
    ),
  },
  {
    key: 'datacenters',
    head: m.tenants_column_datacenters(),
    sortable: true,
    cell: ({ datacenters }) => {
      if (!datacenters) return <Missing state={allowed} />
      if (datacenters.length === 0) return <span className={classes['soft']}>{m.tenants_no_datacenter()}</span>
      return formatList(datacenters.map(({ name }) => name))
    },
  },
  {
    key: 'policies',
    head: m.tenants_column_policies(),
    sortable: true,
    align: 'end',
    cell: ({ policies }) => (policies === null ? <Missing state={allowed} /> : formatNumber(policies)),
  },
  {
    key: 'vms',
    head: m.tenants_column_vms(),
    sortable: true,
    align: 'end',
    cell: ({ vms }) => (vms === null ? <Missing state={usage} /> : formatNumber(vms)),
  },
  {
    key: 'protected',
    head: m.tenants_column_protected(),
    sortable: true,
    align: 'end',
    cell: ({ vms, protectedVms }) =>
      protectedVms === null || vms === null ? (
        <Missing state={usage === 'read' ? 'partly-read' : usage} />
      ) : vms === 0 ? (
        <span className={classes['soft']}>{m.tenants_no_vms()}</span>
      ) : (
        m.tenants_count({ n: formatNumber(protectedVms), total: formatNumber(vms) })
      ),
  },
]

/** What is told of a tenant only where the platform allows policies tenant by tenant. */
const ofAllowances: ReadonlySet<string> = new Set(['datacenters', 'policies'])

/** The tenants as a table, as cards on a phone. */
export function TenantTable({
  rows,
  view,
  allowed,
  usage,
  onView,
}: {
  readonly rows: readonly TenantRow[]
  readonly view: ListView
  readonly allowed: AllAllowances['state']
  readonly usage: UsageReading['state']
  readonly onView: (change: Partial<ListView>) => void
}) {
  const onSort = ({ key, direction }: Sort): void => {
    const known = sortKeys.find((one) => one === key)
    if (known) onView({ sort: { key: known, direction } })
  }
  return (
    <ResponsiveTable
      label={m.tenants_title()}
      rows={rows}
      columns={columnsOf(allowed, usage).filter(({ key }) => allowed !== 'none' || !ofAllowances.has(key))}
      sort={view.sort}
      onSort={onSort}
    />
  )
}
