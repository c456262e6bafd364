import type { Assignment, ConfigurationValues } from './assignment'
import { checkAssignment, type ValueProblem } from './check-assignment'
import { mayAddPolicy, mayBackUpNow, mayReplicate } from './may-back-up'
import { mayProtect } from './may-protect'
import type { BackupConfiguration, BackupPolicy } from './policy'
import type { Reason } from './reason'
import type { Ref } from './ref'
import type { Situation } from './situation'
import type { Verdict } from './verdict'
import type { Disk, VirtualMachine } from './virtual-machine'

/** In the order in which they are offered. */
export const bulkActions = ['backup', 'assign', 'remove'] as const
/** What can be done with many VMs at once. */
export type BulkAction = (typeof bulkActions)[number]

interface BackupsOrder {
  readonly action: 'backup'
  /** Whether a backup is copied to a second place as well, where the backup system can. */
  readonly replicate: boolean
  /** By VM: where this is otherwise. */
  readonly replicateOwn: Readonly<Record<string, boolean>>
}

/** A policy that is put on each of many VMs. */
export interface AssignOrder {
  readonly action: 'assign'
  readonly policy: Ref
  /** What the policy leaves to the VM, the same for all that have no values of their own. */
  readonly values: readonly ConfigurationValues[]
  /** By VM: values that it has for itself, in place of all of `values`. */
  readonly own: Readonly<Record<string, readonly ConfigurationValues[]>>
  /** Where a VM can have one policy only, the new one takes the place of the one that is there. */
  readonly replaces: boolean
}

interface RemoveOrder {
  readonly action: 'remove'
  readonly policy: Ref
}

/** A policy that is put on each of many VMs, or taken from it. */
export type PolicyOrder = AssignOrder | RemoveOrder

/** What is to be done with each of many VMs; plain data, so that it can be kept. */
export type BulkOrder = BackupsOrder | PolicyOrder

/** The policy that an order is about, if it is about one. */
export const policyOf = (order: BulkOrder): Ref | null => (order.action === 'backup' ? null : order.policy)

/** Whether a copy in a second place is wished for this VM. */
export const wishesCopy = (order: BulkOrder, vmId: string): boolean =>
  order.action === 'backup' && (order.replicateOwn[vmId] ?? order.replicate)

/** What a dry run says of one VM. */
export type BulkVerdict =
  /**
   * `replaces`: ids of policies whose place the new one takes. `replicate`: whether the copy in a second place that was
   * wished for can be; null when none was. Without it the backup runs all the same.
   */
  | { readonly kind: 'run'; readonly replaces: readonly string[]; readonly replicate: Verdict | null }
  | { readonly kind: 'skip'; readonly reason: Reason }
  /** The platform does not say which policies the VM has, or its tenant may not use this one in its datacenter. */
  | { readonly kind: 'cannot'; readonly why: 'untold' | 'not-offered' }
  | { readonly kind: 'values'; readonly problems: readonly ValueProblem[] }
  | { readonly kind: 'already' }

/** What a dry run counts by: it goes out, lacks values, stays out, or is so already. */
export type BulkVerdictKind = 'run' | 'values' | 'skip' | 'already'

/** How verdicts are counted: what cannot be done is skipped, whatever the reason. */
export const bulkVerdictKind = ({ kind }: BulkVerdict): BulkVerdictKind => (kind === 'cannot' ? 'skip' : kind)

/** Whether the disks of a configuration are chosen on the VM. */
export const hasDiskChoice = ({ type, content }: BackupConfiguration): boolean =>
  content === 'vm' && (type === 'complete' || type === 'snapshot')

/** The policy with its values as one VM would get it. */
function newAssignment(policy: BackupPolicy, order: AssignOrder, vmId: string): Assignment {
  const given = order.own[vmId] ?? order.values
  return {
    policyId: policy.id,
    policyName: policy.name,
    values: policy.configurations.map(
      ({ key }): ConfigurationValues => given.find((one) => one.key === key) ?? { key, content: { kind: 'all' } },
    ),
  }
}

/** What a VM has, and what its surroundings allow, for a dry run. */
export interface BulkGround {
  readonly situation: Situation
  /** The policies that its tenant may use in its datacenter. */
  readonly policies: readonly BackupPolicy[]
  /** Null when they were not read: then they are not compared. */
  readonly disks: readonly Disk[] | null
}

const hasPolicy = ({ assignments }: VirtualMachine, id: string): boolean =>
  assignments?.some(({ policyId }) => policyId === id) ?? false

/** Judges by the rules of the single save; wrong values are told apart, because the person can give them here. */
function judged(ground: BulkGround, assignments: readonly Assignment[], replaces: readonly string[]): BulkVerdict {
  const { situation, policies, disks } = ground
  const verdict = mayProtect(situation, { policies, assignments, changed: true, disks })
  if (verdict.ok) return { kind: 'run', replaces, replicate: null }
  if (verdict.reason.code !== 'values-wrong') return { kind: 'skip', reason: verdict.reason }
  const facts = { disks, os: situation.vm.os, assignments: situation.vm.assignments }
  return {
    kind: 'values',
    problems: assignments.flatMap((assignment) => {
      const policy = policies.find(({ id }) => id === assignment.policyId)
      return policy ? checkAssignment(policy, assignment, facts) : []
    }),
  }
}

function planAssign(order: AssignOrder, ground: BulkGround): BulkVerdict {
  const { situation, policies } = ground
  const { vm, site } = situation
  const policy = policies.find(({ id }) => id === order.policy.id)
  const before = vm.assignments ?? []
  if (!policy) return { kind: 'cannot', why: 'not-offered' }
  const added = newAssignment(policy, order, vm.id)
  const replaces = order.replaces && !mayAddPolicy(site, before.length).ok ? before.map((one) => one.policyId) : []
  return judged(ground, replaces.length > 0 ? [added] : [...before, added], replaces)
}

/** Says what an order would do to one VM, by the same rules as the single actions: decision tables 7.1, 7.3 and 7.4. */
export function planBulk(order: BulkOrder, ground: BulkGround): BulkVerdict {
  const { situation } = ground
  const { vm } = situation
  if (order.action === 'backup') {
    const verdict = mayBackUpNow(situation)
    const replicate = wishesCopy(order, vm.id) ? mayReplicate(situation.site) : null
    return verdict.ok ? { kind: 'run', replaces: [], replicate } : { kind: 'skip', reason: verdict.reason }
  }
  if (vm.assignments === null) return { kind: 'cannot', why: 'untold' }
  const { id } = order.policy
  const there = hasPolicy(vm, id)
  if (there === (order.action === 'assign')) return { kind: 'already' }
  if (order.action === 'assign') return planAssign(order, ground)
  return judged(
    ground,
    vm.assignments.filter(({ policyId }) => policyId !== id),
    [],
  )
}

/**
 * The assignments of a VM, as it is now, after an order. `already`: there is nothing to do any more; `changed`: what the
 * policy was to replace is not what the VM has now; `untold`: the platform does not say what it has; `not-offered`: there is
 * no such policy for it any more.
 */
export function assignmentsAfter(
  order: PolicyOrder,
  offered: readonly BackupPolicy[],
  vm: VirtualMachine,
  replaces: readonly string[],
): readonly Assignment[] | 'already' | 'changed' | 'untold' | 'not-offered' {
  if (vm.assignments === null) return 'untold'
  const { id } = order.policy
  if (hasPolicy(vm, id) === (order.action === 'assign')) return 'already'
  if (order.action === 'remove') return vm.assignments.filter(({ policyId }) => policyId !== id)
  const policy = offered.find((one) => one.id === id)
  if (!policy) return 'not-offered'
  const added = newAssignment(policy, order, vm.id)
  if (replaces.length === 0) return [...vm.assignments, added]
  const now = vm.assignments.map(({ policyId }) => policyId)
  return now.length === replaces.length && now.every((one) => replaces.includes(one)) ? [added] : 'changed'
}
