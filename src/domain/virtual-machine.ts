import type { Assignment } from './assignment'
import type { BackupBlock } from './backup-ways'
import type { Ref } from './ref'

/** In this order columns of numbers hold a state by its place. */
export const vmStates = ['not-deployed', 'allocated', 'configured', 'on', 'paused', 'off', 'locked', 'unknown'] as const

/** `not-deployed` has no copy in the hypervisor; `locked` has an operation or a backup running. */
export type VmState = (typeof vmStates)[number]

/** A VM as lists show it. */
export interface VirtualMachine {
  readonly id: string
  /** Empty where the platform has none: there the id is what people name it by. */
  readonly uuid: string
  /** What people call it. */
  readonly name: string
  /** What the platform calls it in its events and in the hypervisor. */
  readonly platformName: string
  readonly description: string | null
  readonly state: VmState
  /** The platform's own word for the state, shown when we do not know it. */
  readonly stateText: string
  /** The padlock: an administrator blocked changes. Not data protection. */
  readonly guard: { readonly cause: string | null } | null
  readonly cpu: number
  readonly memoryMb: number
  /** Sum of the disks that the platform names in the list; null when it does not. */
  readonly diskMb: number | null
  readonly diskCount: number | null
  readonly datacenter: Ref | null
  /** IANA name of the zone of its datacenter, when the deployment names one. */
  readonly timeZone: string | null
  readonly virtualDatacenter: Ref
  readonly virtualAppliance: Ref
  readonly tenant: Ref | null
  /** The guest's family, for checks of paths; `unknown` accepts both. */
  readonly os: 'linux' | 'windows' | 'unknown'
  /** The policies that protect it; `null` when the platform does not say (then it is not "unprotected"). */
  readonly assignments: readonly Assignment[] | null
  /** Nothing makes backups of it by a plan, since the platform has none: each one is asked for. */
  readonly byHand?: boolean
  /** No run of its plan was to be before this, where the VM tells so itself and not the trail. */
  readonly plannedAt?: Date
  /** Why no backup of it can be asked for; null when nothing that the platform tells speaks against it. */
  readonly block: BackupBlock | null
  /** A stamp of the backup configuration as it was read; saving compares it, so that no one overwrites another's change unseen. */
  readonly revision: string
}

/** A disk as the disk picker and the preflight show it. */
export interface Disk {
  readonly id: string
  readonly name: string
  readonly sizeMb: number | null
  readonly boot: boolean
  readonly kind: 'disk' | 'volume'
}

/** Where it is inside of its datacenter, from the widest on; empty where the platform has no such places. */
export const placeWithin = ({
  virtualDatacenter,
  virtualAppliance,
}: Pick<VirtualMachine, 'virtualDatacenter' | 'virtualAppliance'>): string =>
  [virtualDatacenter.name, virtualAppliance.name].filter((name) => name !== '').join(' › ')

/** Where it is, from its datacenter on. */
export const placeOf = (vm: Pick<VirtualMachine, 'datacenter' | 'virtualDatacenter' | 'virtualAppliance'>): string =>
  [vm.datacenter?.name ?? '', placeWithin(vm)].filter((name) => name !== '').join(' › ')

/** Deployed: it exists in a hypervisor. A locked VM is deployed as far as anyone can tell from outside. */
export const isDeployed = (vm: VirtualMachine): boolean => vm.state !== 'not-deployed' && vm.state !== 'unknown'
