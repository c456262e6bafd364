import type { VirtualMachine } from './virtual-machine'

/** That the plan of a VM changed or came into force: a policy was put on it, its settings changed, it was deployed. */
export interface Replanned {
  readonly vmId: string
  readonly at: Date
}

/**
 * Since when the plan of a VM is as it is; null where nobody knows. Where the VM tells it itself that goes before the
 * trail, whose changes are given, the newest of each VM.
 */
export function plannedAtReader(
  replanned: readonly Replanned[] | null | undefined,
): (vm: Pick<VirtualMachine, 'id' | 'plannedAt'>) => Date | null {
  const told = new Map((replanned ?? []).map(({ vmId, at }) => [vmId, at]))
  return (vm) => vm.plannedAt ?? told.get(vm.id) ?? null
}
