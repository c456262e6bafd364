import type { TaskKind } from '~/domain/task'
import type { VmState } from '~/domain/virtual-machine'

/** State of an active VM is told by its LCM state; of any other the LCM state says nothing, and may be an old one. */
const active = 3

const names: ReadonlyMap<number, readonly [text: string, state: VmState]> = new Map([
  [0, ['INIT', 'not-deployed']],
  [1, ['PENDING', 'not-deployed']],
  [2, ['HOLD', 'not-deployed']],
  [4, ['STOPPED', 'not-deployed']],
  [5, ['SUSPENDED', 'paused']],
  [6, ['DONE', 'not-deployed']],
  [8, ['POWEROFF', 'off']],
  [9, ['UNDEPLOYED', 'not-deployed']],
  [10, ['CLONING', 'locked']],
  [11, ['CLONING_FAILURE', 'unknown']],
])

const lcmNames: readonly string[] =
  'LCM_INIT PROLOG BOOT RUNNING MIGRATE SAVE_STOP SAVE_SUSPEND SAVE_MIGRATE PROLOG_MIGRATE PROLOG_RESUME EPILOG_STOP EPILOG SHUTDOWN - - CLEANUP_RESUBMIT UNKNOWN HOTPLUG SHUTDOWN_POWEROFF BOOT_UNKNOWN BOOT_POWEROFF BOOT_SUSPENDED BOOT_STOPPED CLEANUP_DELETE HOTPLUG_SNAPSHOT HOTPLUG_NIC HOTPLUG_SAVEAS HOTPLUG_SAVEAS_POWEROFF HOTPLUG_SAVEAS_SUSPENDED SHUTDOWN_UNDEPLOY EPILOG_UNDEPLOY PROLOG_UNDEPLOY BOOT_UNDEPLOY HOTPLUG_PROLOG_POWEROFF HOTPLUG_EPILOG_POWEROFF BOOT_MIGRATE BOOT_FAILURE BOOT_MIGRATE_FAILURE PROLOG_MIGRATE_FAILURE PROLOG_FAILURE EPILOG_FAILURE EPILOG_STOP_FAILURE EPILOG_UNDEPLOY_FAILURE PROLOG_MIGRATE_POWEROFF PROLOG_MIGRATE_POWEROFF_FAILURE PROLOG_MIGRATE_SUSPEND PROLOG_MIGRATE_SUSPEND_FAILURE BOOT_UNDEPLOY_FAILURE BOOT_STOPPED_FAILURE PROLOG_RESUME_FAILURE PROLOG_UNDEPLOY_FAILURE DISK_SNAPSHOT_POWEROFF DISK_SNAPSHOT_REVERT_POWEROFF DISK_SNAPSHOT_DELETE_POWEROFF DISK_SNAPSHOT_SUSPENDED - DISK_SNAPSHOT_DELETE_SUSPENDED DISK_SNAPSHOT - DISK_SNAPSHOT_DELETE PROLOG_MIGRATE_UNKNOWN PROLOG_MIGRATE_UNKNOWN_FAILURE DISK_RESIZE DISK_RESIZE_POWEROFF DISK_RESIZE_UNDEPLOYED HOTPLUG_NIC_POWEROFF HOTPLUG_RESIZE HOTPLUG_SAVEAS_UNDEPLOYED HOTPLUG_SAVEAS_STOPPED BACKUP BACKUP_POWEROFF RESTORE'.split(
    ' ',
  )

/** Two numbers tell what a VM does: `LCM_STATE` counts only while `STATE` is 3, active. */
export interface Stated {
  readonly STATE: number
  readonly LCM_STATE: number
}

/** The platform's word for the state, and ours. */
export function stateOf({ STATE, LCM_STATE }: Stated): { readonly text: string; readonly state: VmState } {
  if (STATE !== active) {
    const [text, state] = names.get(STATE) ?? [String(STATE), 'unknown' as const]
    return { text, state }
  }
  const known = lcmNames[LCM_STATE]
  const text = known === undefined || known === '-' ? `ACTIVE ${LCM_STATE}` : known
  if (text === 'RUNNING') return { text, state: 'on' }
  const lost = text === 'UNKNOWN' || text.endsWith('FAILURE') || text.startsWith('ACTIVE')
  return { text, state: lost ? 'unknown' : 'locked' }
}

const lcm = { backup: 69, backupPoweroff: 70, restore: 71 } as const

/** A backup is on its way, of a VM that is on or off. */
export const isBackingUp = ({ STATE, LCM_STATE }: Stated): boolean =>
  STATE === active && (LCM_STATE === lcm.backup || LCM_STATE === lcm.backupPoweroff)

/** An in-place restore leaves its LCM state behind when it is over: then the VM is not active any more. */
export const isRestoring = ({ STATE, LCM_STATE }: Stated): boolean => STATE === active && LCM_STATE === lcm.restore

/** On, and nothing works on it. */
export const isRunning = ({ STATE, LCM_STATE }: Stated): boolean => STATE === active && LCM_STATE === 3
/** Powered off, and nothing works on it. */
export const isOff = ({ STATE }: Stated): boolean => STATE === 8

/** What works on the VM now, as far as its state tells; null when nothing does. */
export function workOf(vm: Stated): TaskKind | null {
  if (isBackingUp(vm)) return 'backup'
  if (isRestoring(vm)) return 'restore'
  return stateOf(vm).state === 'locked' ? 'unknown' : null
}
