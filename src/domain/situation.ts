import type { BackupBlock } from './backup-ways'
import type { BackupSite } from './capability'
import type { Actor } from './privilege'
import type { Capability, Reason } from './reason'
import { isRunning, type Task } from './task'
import { no, type Verdict, yes } from './verdict'
import { isDeployed, type VirtualMachine } from './virtual-machine'

/** Everything that a rule about one VM asks for. */
export interface Situation {
  readonly actor: Actor
  readonly site: BackupSite
  readonly vm: VirtualMachine
  /** What runs on the VM; where nothing does, what waits to begin. */
  readonly task: Task | null
  readonly online: boolean
  /** In the server's time. */
  readonly now: Date
}

/** The datacenter has a backup system that does not deny this. What the platform does not say, it decides itself. */
export function systemCan(site: BackupSite, capability: Capability): Verdict {
  if (site.system === null) return no({ code: 'no-backup-system', datacenter: site.datacenter.name })
  const { can, name, fixed } = site.system
  if (can[capability] === false) return no({ code: 'no-capability', capability, system: name, ...(fixed && { fixed }) })
  return yes
}

/** No operation holds the VM. */
export function unlocked({ vm, task }: Situation): Verdict {
  if (task && isRunning(task)) {
    const by = task.kind === 'unknown' ? task.kindText : task.kind
    return no({ code: task.state === 'held' ? 'held' : 'locked', by })
  }
  return vm.state === 'locked' ? no({ code: 'locked', by: null }) : yes
}

/** We know the VM's state: in one that we do not know, nothing is offered that could harm. */
export const stateKnown = ({ vm }: Situation): Verdict =>
  vm.state === 'unknown' ? no({ code: 'state-unknown', state: vm.stateText }) : yes

/** The VM exists in a hypervisor. */
export function deployed(
  situation: Situation,
  doing: Extract<Reason, { readonly code: 'not-deployed' }>['doing'],
): Verdict {
  const known = stateKnown(situation)
  if (!known.ok) return known
  return isDeployed(situation.vm) ? yes : no({ code: 'not-deployed', doing })
}

const forLooks: ReadonlySet<BackupBlock['cause']> = new Set(['others', 'private', 'not-managed', 'locked'])

/** Nothing that the platform tells of the VM leaves it to be looked at only. */
export const changeable = ({ vm }: Situation): Verdict =>
  vm.block && forLooks.has(vm.block.cause) ? no({ code: 'backup-blocked', block: vm.block }) : yes

/** No administrator blocked changes of the VM. */
export const unguarded = ({ vm }: Situation): Verdict =>
  vm.guard ? no({ code: 'guarded', cause: vm.guard.cause }) : yes

/** Asked last: what is refused for good is said first. Nothing is kept to be sent later. */
export const connected = ({ online }: Pick<Situation, 'online'>): Verdict => (online ? yes : no({ code: 'offline' }))
