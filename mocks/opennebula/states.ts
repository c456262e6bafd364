import type { Vm } from './records'

export const state = {
  pending: 1,
  active: 3,
  stopped: 4,
  suspended: 5,
  done: 6,
  poweroff: 8,
  undeployed: 9,
  cloning: 10,
} as const
export const lcm = {
  init: 0,
  prolog: 1,
  boot: 2,
  running: 3,
  shutdownPoweroff: 18,
  bootPoweroff: 20,
  saveasPoweroff: 27,
  epilogUndeploy: 30,
  backup: 69,
  backupPoweroff: 70,
  restore: 71,
} as const

const names: Readonly<Record<number, string>> = {
  1: 'PENDING',
  2: 'HOLD',
  4: 'STOPPED',
  5: 'SUSPENDED',
  6: 'DONE',
  8: 'POWEROFF',
  9: 'UNDEPLOYED',
  10: 'CLONING',
}
const lcmNames: Readonly<Record<number, string>> = {
  1: 'PROLOG',
  2: 'BOOT',
  3: 'RUNNING',
  18: 'SHUTDOWN_POWEROFF',
  20: 'BOOT_POWEROFF',
  27: 'HOTPLUG_SAVEAS_POWEROFF',
  30: 'EPILOG_UNDEPLOY',
  69: 'BACKUP',
  70: 'BACKUP_POWEROFF',
  71: 'RESTORE',
}

export const stateName = (vm: Vm): string =>
  (vm.state === state.active ? lcmNames[vm.lcm] : names[vm.state])?.replace('BACKUP_POWEROFF', 'BACKUP') ?? 'UNKNOWN'

export const isRunning = (vm: Vm): boolean => vm.state === state.active && vm.lcm === lcm.running
export const isOff = (vm: Vm): boolean => vm.state === state.poweroff
export const isBackingUp = (vm: Vm): boolean =>
  vm.state === state.active && (vm.lcm === lcm.backup || vm.lcm === lcm.backupPoweroff)

export function become(vm: Vm, to: number, lcmState: number): void {
  vm.state = to
  vm.lcm = lcmState
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
export const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
export const two = (value: number): string => String(value).padStart(2, '0')

/** `Mon Nov 23 09:32:24 2026`: how the server writes its local time; here it keeps UTC. */
export function stamp(seconds: number): string {
  const at = new Date(seconds * 1_000)
  const day = String(at.getUTCDate()).padStart(2, ' ')
  const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':')
  return `${days[at.getUTCDay()]} ${months[at.getUTCMonth()]} ${day} ${time} ${at.getUTCFullYear()}`
}
