import { Anchor } from '@mantine/core'
import { Link } from 'react-router'

import { vmsIn } from '~/domain/coverage'
import type { Datacenter } from '~/domain/datacenter'
import type { OfferedPolicy } from '~/domain/policy'
import type { Allowance } from '~/domain/tenant'
import { useUsage } from '~/pages/parts/use-usage'
import { paths } from '~/pages/paths'
import { formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'
import { Panel } from '~/ui/page'

import classes from './overview.module.css'

const few = 8

/** The policies and how many VMs use each, the most used first. */
export function PoliciesPanel({
  datacenter,
  policies,
}: {
  readonly datacenter: Datacenter
  readonly policies: readonly OfferedPolicy[]
}) {
  const { usage, state } = useUsage()
  const rows = policies
    .map((policy) => ({ policy, vms: usage?.of(policy.id).vms.length ?? 0 }))
    .toSorted((a, b) => b.vms - a.vms)
  return (
    <Panel
      title={state === 'unseen' ? m.infrastructure_tab_policies() : m.infrastructure_overview_policies()}
      {...(state === 'unseen' && { text: m.infrastructure_overview_usage_unseen() })}
      {...((state === 'failed' || state === 'partly-read') && { text: m.infrastructure_overview_usage_partial() })}
      actions={
        <Anchor component={Link} to={paths.offeredPolicies(datacenter.id)} size="sm">
          {m.infrastructure_overview_all({ n: policies.length })}
        </Anchor>
      }
    >
      <ul className={classes['lines']}>
        {rows.slice(0, few).map(({ policy, vms }) => (
          <li key={policy.id}>
            <Anchor component={Link} to={paths.offeredPolicy(datacenter.id, policy.id)} inherit>
              <bdi>{policy.name}</bdi>
            </Anchor>
            {usage !== null && (
              <span className={classes['soft']}>
                {vms === 0 ? m.infrastructure_overview_unused() : m.infrastructure_overview_vms({ n: vms })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {rows.length > few && (
        <p className={classes['soft']}>{m.infrastructure_overview_more({ n: rows.length - few })}</p>
      )}
    </Panel>
  )
}

/** Which tenants may use something here, and how much of it. */
export function TenantsPanel({
  datacenter,
  policies,
  allowances,
}: {
  readonly datacenter: Datacenter
  readonly policies: readonly OfferedPolicy[]
  readonly allowances: readonly Allowance[]
}) {
  const { vms, usage } = useUsage()
  const own = new Set(policies.map(({ id }) => id))
  const here = vmsIn(vms, datacenter.id)
  const rows = allowances
    .map(({ id, tenant, policyIds }) => ({
      id,
      tenant,
      allowed: policyIds.filter((policy) => own.has(policy)).length,
      vms: here.filter((vm) => vm.tenant?.id === tenant.id).length,
    }))
    .toSorted((a, b) => b.allowed - a.allowed || b.vms - a.vms)
  return (
    <Panel
      title={m.infrastructure_overview_tenants()}
      actions={
        <Anchor component={Link} to={paths.allowances(datacenter.id)} size="sm">
          {m.infrastructure_overview_allow()}
        </Anchor>
      }
    >
      <ul className={classes['lines']}>
        {rows.slice(0, few).map((row) => (
          <li key={row.id}>
            <Anchor component={Link} to={paths.tenant(row.tenant.id)} inherit>
              <bdi>{row.tenant.name}</bdi>
            </Anchor>
            <span className={classes['soft']}>
              {m.infrastructure_overview_allowed({ n: formatNumber(row.allowed), total: formatNumber(own.size) })}
              {usage !== null && ` · ${m.infrastructure_overview_vms({ n: row.vms })}`}
            </span>
          </li>
        ))}
      </ul>
      {rows.length > few && (
        <p className={classes['soft']}>{m.infrastructure_overview_more({ n: rows.length - few })}</p>
      )}
      {rows.length === 0 && <p className={classes['soft']}>{m.infrastructure_overview_no_tenants()}</p>}
    </Panel>
  )
}
