import type { Switch } from './capability'
import { isDeployed, type VirtualMachine } from './virtual-machine'

/**
 * Who is touched when a switch is turned off. `unknown`: only each VM's results would tell, and they are not asked for a
 * whole datacenter.
 */
export type SwitchEffect =
  | { readonly kind: 'vms'; readonly vms: readonly VirtualMachine[] }
  | { readonly kind: 'unknown' }

/** @param vms The VMs of the datacenter, as far as this person sees them. */
export function effectOfTurningOff(which: Switch, vms: readonly VirtualMachine[]): SwitchEffect {
  switch (which) {
    // They keep what they have; each further save is refused until one policy is left (BC-27).
    case 'severalPolicies':
      return { kind: 'vms', vms: vms.filter(({ assignments }) => (assignments?.length ?? 0) > 1) }
    case 'changeWhileDeployed':
    case 'manualBackup':
      return { kind: 'vms', vms: vms.filter(isDeployed) }
    case 'severalRestores':
      return { kind: 'unknown' }
  }
}
