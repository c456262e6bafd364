import type { Call } from './call'
import type { Datacenter } from './place-records'
import type { Vm } from './records'

/** Where a VM runs: the twelve hosts of each datacenter stand in one rack. */
export interface Host {
  readonly number: number
  readonly physicalMachine: string
  readonly rack: string
}

/** The host of a VM; null where it is in no hypervisor, and for people who do not see the infrastructure. */
export function hostOf({ person }: Pick<Call, 'person'>, vm?: Vm, datacenter?: Datacenter): Host | null {
  if (!vm || !datacenter || vm.state === 'NOT_ALLOCATED' || !person.privileges.has('PHYS_DC_ENUMERATE')) return null
  const number = (vm.id % 12) + 1
  return { number, physicalMachine: `esx-${String(number).padStart(2, '0')}`, rack: `Rack ${datacenter.id}` }
}
