import type { Outcome } from '~/domain/backup'
import type { ProtectionState } from '~/domain/protection'
import { protectionOf } from '~/domain/protection'
import type { Task } from '~/domain/task'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { remember } from '~/pages/parts/remember'

/** How the newest known backup of a VM ended. */
export interface LastOutcome {
  readonly vmId: string
  readonly outcome: Outcome
  readonly at: Date
  /** The platform's own text. */
  readonly text: string | null
}

/** What is known of all VMs beside the VMs themselves. `null`: not read yet, or not readable. */
export interface Surroundings {
  readonly outcomes: readonly LastOutcome[] | null
  /** Whether the absence of an outcome means that there is none. */
  readonly outcomesComplete: boolean
  /** The outcomes are still on their way: then nothing is said yet. */
  readonly outcomesPending: boolean
  readonly activity: readonly { readonly vmId: string; readonly task: Task }[] | null
}

/** A VM as the list shows it. */
export interface VmRow {
  readonly id: string
  readonly vm: VirtualMachine
  /** `null` while it is being read. */
  readonly protection: ProtectionState | null
  readonly outcome: LastOutcome | null
  /** What runs on it now. */
  readonly task: Task | null
  /** Everything that a search looks at, in lower case. */
  readonly line: string
  /** Virtual datacenter and appliance: names repeat, the pair rarely does. */
  readonly appliance: string
}

const applianceOf = (vm: VirtualMachine): string => `${vm.virtualDatacenter.name} › ${vm.virtualAppliance.name}`

const lineOf = (vm: VirtualMachine): string =>
  [
    vm.name,
    vm.platformName,
    vm.virtualDatacenter.name,
    vm.virtualAppliance.name,
    vm.datacenter?.name,
    vm.tenant?.name,
    vm.description,
    vm.uuid,
    ...(vm.assignments ?? []).map((assignment) => assignment.policyName),
  ]
    .filter((text) => text)
    .join('\n')
    .toLocaleLowerCase()

const byVm = <T extends { readonly vmId: string }>(entries: readonly T[] | null): ReadonlyMap<string, T> =>
  new Map((entries ?? []).map((entry) => [entry.vmId, entry]))

/** Joins the fleet with how its backups ended and what runs now. */
export function prepareRows(vms: readonly VirtualMachine[], around: Surroundings): readonly VmRow[] {
  const outcomes = byVm(around.outcomes)
  const activity = byVm(around.activity)
  return vms.map((vm) => {
    const outcome = outcomes.get(vm.id) ?? null
    const task = activity.get(vm.id)?.task ?? null
    const protection = protectionOf(vm, { outcome, task, outcomesKnown: around.outcomesComplete })
    // Until the outcomes are here, "unknown" would be said of every protected VM, and taken back a moment later.
    const early = around.outcomesPending && protection === 'unknown' && vm.assignments !== null
    return {
      id: vm.id,
      vm,
      outcome,
      task,
      protection: early ? null : protection,
      line: lineOf(vm),
      appliance: applianceOf(vm),
    }
  })
}

/** Whether VMs of several tenants are in sight, so that each must say whose it is. */
export const hasTenants = remember((rows: readonly VmRow[]): boolean => {
  const first = rows.find(({ vm }) => vm.tenant)?.vm.tenant?.id
  return rows.some(({ vm }) => vm.tenant && vm.tenant.id !== first)
})
