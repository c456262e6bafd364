import type { RestState, Task, Vm } from './records'
import { runningAt } from './runs'
import type { World } from './world'

export const stateIds = {
  NOT_ALLOCATED: 1,
  ALLOCATED: 2,
  CONFIGURED: 3,
  ON: 4,
  PAUSED: 5,
  OFF: 6,
  LOCKED: 7,
  UNKNOWN: 8,
} as const satisfies Record<RestState | 'LOCKED', number>

/** The task that works on the VM now; null when a scheduled backup or nothing does. */
export const openTask = (vm: Vm): Task | null => vm.tasks.find((task) => !task.settled) ?? null

/** A task works on it, or the backup system does (since 4.0). */
export const isLocked = (world: World, vm: Vm, now: number): boolean =>
  openTask(vm) !== null || runningAt(world, vm, now) !== null

export const stateOf = (world: World, vm: Vm, now: number): RestState | 'LOCKED' =>
  isLocked(world, vm, now) ? 'LOCKED' : vm.state

/** It has a copy in the hypervisor. Of an UNKNOWN one the platform cannot tell. */
export const isDeployed = (vm: Vm): boolean => vm.state !== 'NOT_ALLOCATED' && vm.state !== 'UNKNOWN'
