import type { Ref } from './ref'
import type { VirtualMachine } from './virtual-machine'

/** Who uses a policy, as far as this person sees VMs. */
export interface PolicyUsage {
  readonly vms: readonly VirtualMachine[]
  /** Each once, in the order in which their VMs come. */
  readonly tenants: readonly Ref[]
}

/** The VMs in sight by what protects them. */
export interface FleetUsage {
  readonly of: (policyId: string) => PolicyUsage
  /** Every VM that this person sees was read, with its policies. Others may use a policy all the same. */
  readonly complete: boolean
}

const unused: PolicyUsage = { vms: [], tenants: [] }

function tenantsOf(vms: readonly VirtualMachine[]): readonly Ref[] {
  const found = new Map(vms.flatMap(({ tenant }) => (tenant ? [[tenant.id, tenant] as const] : [])))
  return [...found.values()]
}

/** @param whole Whether the list of VMs was read to its end. */
export function usageOf(vms: readonly VirtualMachine[], whole: boolean): FleetUsage {
  const users = new Map<string, VirtualMachine[]>()
  for (const vm of vms)
    for (const { policyId } of vm.assignments ?? []) {
      const known = users.get(policyId)
      if (known) known.push(vm)
      else users.set(policyId, [vm])
    }
  const usage = new Map([...users].map(([id, found]) => [id, { vms: found, tenants: tenantsOf(found) }] as const))
  return {
    of: (policyId) => usage.get(policyId) ?? unused,
    complete: whole && vms.every(({ assignments }) => assignments !== null),
  }
}

/** Of these VMs the ones of a tenant. */
export const ofTenant = ({ vms }: PolicyUsage, tenantId: string): readonly VirtualMachine[] =>
  vms.filter(({ tenant }) => tenant?.id === tenantId)

/** VMs by the id of their tenant. */
export function byTenant(vms: readonly VirtualMachine[]): ReadonlyMap<string, readonly VirtualMachine[]> {
  const found = new Map<string, VirtualMachine[]>()
  for (const vm of vms) {
    if (!vm.tenant) continue
    const known = found.get(vm.tenant.id)
    if (known) known.push(vm)
    else found.set(vm.tenant.id, [vm])
  }
  return found
}
