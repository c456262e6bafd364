import type { Policy } from './place-records'
import type { Assignment, Vm } from './records'
import { touch, type World } from './world'

/** What a VM has, and what it will have once the change that runs has ended. */
const assignmentsOf = ({ assignments, tasks }: Vm): readonly Assignment[] => [
  ...assignments,
  ...tasks.flatMap(({ settled, effect }) => (!settled && effect.kind === 'reconfigure' ? effect.edit.assignments : [])),
]

/** Whether a VM of any tenant has the policy. One look at each VM: ten thousand take a millisecond or two. */
export const isInUse = (world: World, policyId: number): boolean =>
  [...world.vms.values()].some((vm) => assignmentsOf(vm).some((one) => one.policyId === policyId))

/** The policies that VMs of a tenant have. */
export const usedByTenant = (world: World, tenantId: number): ReadonlySet<number> =>
  new Set(
    [...world.vms.values()]
      .filter((vm) => vm.tenantId === tenantId)
      .flatMap((vm) => assignmentsOf(vm).map(({ policyId }) => policyId)),
  )

/** Before a policy changes or goes: what the backup system did by it in former times stays as it was. */
export function keepPast(world: World, { id, name, replication, configurations }: Policy): void {
  for (const vm of world.vms.values()) {
    if (!vm.periods.some((period) => period.policyId === id && !period.past)) continue
    const past = { name, replication, configurations: [...configurations] }
    vm.periods = vm.periods.map((period) =>
      period.policyId === id && !period.past ? Object.assign({}, period, { past }) : period,
    )
    touch(world, vm)
  }
}
