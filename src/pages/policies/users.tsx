import { Link } from 'react-router'

import type { Ref } from '~/domain/ref'
import { ofTenant, type PolicyUsage } from '~/domain/usage'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { UserText } from '~/pages/parts/user-text'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'

import classes from './editor.module.css'

const shownOfTenant = 6
const shownTenants = 5

/** Who uses a policy: VMs by their tenants, each a link; of many the first ones, and a way to all of them. */
export function Users({ usage, policyName }: { readonly usage: PolicyUsage; readonly policyName: string }) {
  const tenants = usage.tenants.slice(0, shownTenants)
  const homeless = usage.vms.filter(({ tenant }) => tenant === null)
  const groups: readonly { readonly tenant: Ref | null; readonly vms: readonly VirtualMachine[] }[] = [
    ...tenants.map((tenant) => ({ tenant, vms: ofTenant(usage, tenant.id) })),
    ...(homeless.length > 0 ? [{ tenant: null, vms: homeless }] : []),
  ]
  const shown = groups.flatMap(({ vms }) => vms.slice(0, shownOfTenant)).length
  return (
    <>
      <ul className={classes['users']} aria-label={m.offers_users_vms({ n: usage.vms.length })}>
        {groups.map(({ tenant, vms }) => (
          <li key={tenant?.id ?? ''}>
            {tenant ? (
              <Link className={classes['tenant']} to={paths.tenant(tenant.id)}>
                <UserText>{tenant.name}</UserText>
              </Link>
            ) : (
              <span className={classes['tenant']}>{m.offers_users_no_tenant()}</span>
            )}
            <ul className={classes['vms']}>
              {vms.slice(0, shownOfTenant).map(({ id, name }) => (
                <li key={id}>
                  <Link to={paths.vmPolicies(id)}>
                    <UserText>{name}</UserText>
                  </Link>
                </li>
              ))}
              {vms.length > shownOfTenant && (
                <li>{m.infrastructure_overview_more({ n: vms.length - shownOfTenant })}</li>
              )}
            </ul>
          </li>
        ))}
      </ul>
      {shown < usage.vms.length && (
        <p className={classes['users']}>
          <Link to={`${paths.vms()}?${new URLSearchParams({ q: policyName, view: 'table' })}`}>
            {m.offers_users_all()}
          </Link>
        </p>
      )}
    </>
  )
}
