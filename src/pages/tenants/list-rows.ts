import type { Ref } from '~/domain/ref'
import type { Allowance, Tenant } from '~/domain/tenant'
import { byTenant } from '~/domain/usage'
import type { VirtualMachine } from '~/domain/virtual-machine'

/** A tenant as the list shows it. `null`: not known here. */
export interface TenantRow {
  readonly id: string
  readonly tenant: Tenant
  readonly datacenters: readonly Ref[] | null
  /** Policies that it may use, of all datacenters together. */
  readonly policies: number | null
  readonly vms: number | null
  /** Of these VMs the ones with a policy. */
  readonly protectedVms: number | null
}

/** Joins tenants with what they may use and with their VMs: nothing is asked for each of them. */
export function tenantRows(
  tenants: readonly Tenant[],
  allowances: readonly Allowance[] | null,
  vms: readonly VirtualMachine[] | null,
): readonly TenantRow[] {
  const allowed = new Map<string, Allowance[]>()
  for (const allowance of allowances ?? [])
    allowed.set(allowance.tenant.id, [...(allowed.get(allowance.tenant.id) ?? []), allowance])
  const machines = byTenant(vms ?? [])
  return tenants.map((tenant) => {
    const own = allowed.get(tenant.id) ?? []
    const fleet = machines.get(tenant.id) ?? []
    return {
      id: tenant.id,
      tenant,
      datacenters: allowances && own.map(({ datacenter }) => datacenter),
      policies: allowances && own.reduce((sum, { policyIds }) => sum + policyIds.length, 0),
      vms: vms && fleet.length,
      // One VM that does not say would make the number a guess.
      protectedVms:
        vms && fleet.every(({ assignments }) => assignments !== null)
          ? fleet.filter(({ assignments }) => (assignments?.length ?? 0) > 0).length
          : null,
    }
  })
}
