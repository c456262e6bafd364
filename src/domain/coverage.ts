import type { VirtualMachine } from './virtual-machine'

/** How many VMs of a datacenter something protects. */
export interface Coverage {
  readonly vms: number
  readonly withPolicy: number
  readonly withoutPolicy: number
  /** The platform does not say of these; they count on neither side. */
  readonly untold: number
}

/** Of a datacenter that has no VMs in sight. */
export const nothingCovered: Coverage = { vms: 0, withPolicy: 0, withoutPolicy: 0, untold: 0 }

/** Coverage by datacenter id, in one pass over a fleet of any size. VMs of no known datacenter are left out. */
export function coverageByDatacenter(
  vms: readonly Pick<VirtualMachine, 'datacenter' | 'assignments'>[],
): ReadonlyMap<string, Coverage> {
  const found = new Map<string, Coverage>()
  for (const { datacenter, assignments } of vms) {
    if (!datacenter) continue
    const before = found.get(datacenter.id) ?? nothingCovered
    found.set(datacenter.id, {
      vms: before.vms + 1,
      withPolicy: before.withPolicy + (assignments !== null && assignments.length > 0 ? 1 : 0),
      withoutPolicy: before.withoutPolicy + (assignments?.length === 0 ? 1 : 0),
      untold: before.untold + (assignments === null ? 1 : 0),
    })
  }
  return found
}

/** The VMs of one datacenter. */
export const vmsIn = (vms: readonly VirtualMachine[], datacenterId: string): readonly VirtualMachine[] =>
  vms.filter(({ datacenter }) => datacenter?.id === datacenterId)
