import { record } from './events'
import { pluginOf } from './plugins'
import { schedulesOf } from './protection'
import type { Assignment, Edit, Task, Vm } from './records'
import { policyOf, siteOf, touch, type World } from './world'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const sameSchedules = (a: readonly Assignment[], b: readonly Assignment[]): boolean =>
  same(schedulesOf(a), schedulesOf(b))

/** The policies that the backup system really follows: a plug-in without several keeps one job per VM, so the last counts. */
function followed(world: World, vm: Vm): readonly Assignment[] {
  const plugin = pluginOf(siteOf(world, vm).manager?.type)
  const schedules = schedulesOf(vm.assignments)
  return plugin && !plugin.severalPolicies ? schedules.slice(-1) : schedules
}

/** Hands the schedule over: what is no longer assigned ends, what is new begins. */
function openPeriods(world: World, vm: Vm, at: number): void {
  const wanted = followed(world, vm)
  const kept = vm.periods.filter(
    (period) =>
      period.to === null && wanted.some((one) => one.policyId === period.policyId && same(one.values, period.values)),
  )
  for (const period of vm.periods) if (period.to === null && !kept.includes(period)) period.to = at
  const fresh = wanted.filter((one) => !kept.some((period) => period.policyId === one.policyId))
  vm.periods.push(
    ...fresh.map(({ policyId, values }, n) => ({ n: vm.periods.length + n, policyId, values, from: at, to: null })),
  )
}

function closePeriods(vm: Vm, at: number): void {
  for (const period of vm.periods) period.to ??= at
}

function recordPolicies(world: World, vm: Vm, before: readonly Assignment[], at: number, userId: number | null): void {
  const names = (these: readonly Assignment[], notIn: readonly Assignment[]): readonly string[] =>
    these
      .filter((one) => !notIn.some((other) => other.policyId === one.policyId))
      .map((one) => policyOf(world, one.policyId).name)
  for (const name of names(before, vm.assignments)) {
    record(world, vm, {
      at,
      action: 'REMOVE_BACKUP_POLICY',
      userId,
      text: `Backup policy '${name}' was removed from virtual machine '${vm.label}'`,
    })
  }
  for (const name of names(vm.assignments, before)) {
    record(world, vm, {
      at,
      action: 'ADD_BACKUP_POLICY',
      userId,
      text: `Backup policy '${name}' was added to virtual machine '${vm.label}'`,
    })
  }
  if (!sameSchedules(before, vm.assignments)) {
    record(world, vm, {
      at,
      action: 'METADATA_MODIFIED',
      userId,
      text: `The backup configuration of virtual machine '${vm.label}' was modified`,
    })
  }
}

/** Makes an edited VM of it: the whole entity at once. Used at the end of a reconfigure, and at once when it is not deployed. */
export function applyEdit(world: World, vm: Vm, edit: Edit, at: number, userId: number | null): void {
  const before = vm.assignments
  Object.assign(vm, edit)
  if (vm.state !== 'NOT_ALLOCATED' && !sameSchedules(before, vm.assignments)) openPeriods(world, vm, at)
  recordPolicies(world, vm, before, at, userId)
  touch(world, vm)
}

export function removeVm(world: World, vm: Vm): void {
  world.vms.delete(vm.id)
  world.busy.delete(vm.id)
  world.changedVms.delete(vm.id)
  world.deletedVms.add(vm.id)
  world.dirty = true
}

/** What a task that ended well leaves behind. */
function applyEffect(world: World, vm: Vm, task: Task): void {
  const { effect, end: at, userId } = task
  switch (effect.kind) {
    case 'none':
      return
    case 'state':
      vm.state = effect.to
      record(world, vm, {
        at,
        action: 'STATE_CHANGE',
        userId,
        text: `The state of virtual machine '${vm.label}' is now ${effect.to}`,
      })
      return
    case 'deploy':
      vm.state = 'ON'
      openPeriods(world, vm, at)
      record(world, vm, { at, action: 'DEPLOY_FINISH', userId, text: `Virtual machine '${vm.label}' was deployed` })
      return
    case 'undeploy':
      vm.state = 'NOT_ALLOCATED'
      closePeriods(vm, at)
      record(world, vm, { at, action: 'UNDEPLOY_FINISH', userId, text: `Virtual machine '${vm.label}' was undeployed` })
      if (!effect.thenDelete) return
      record(world, vm, { at, action: 'DELETE', userId, text: `Virtual machine '${vm.label}' was deleted` })
      removeVm(world, vm)
      return
    case 'reconfigure':
      applyEdit(world, vm, effect.edit, at, userId)
      record(world, vm, { at, action: 'RECONFIGURE', userId, text: `Virtual machine '${vm.label}' was reconfigured` })
      return
    case 'backup':
    case 'restore':
      recordEnd(world, vm, task)
      return
  }
}

/** The trail's line for the end of a manual backup or a restore, good or bad. */
export function recordEnd(
  world: World,
  vm: Vm,
  { effect, end: at, userId, cause }: Pick<Task, 'effect' | 'end' | 'userId' | 'cause'>,
): void {
  if (effect.kind === 'backup') {
    const backup = vm.manual.find((one) => one.id === effect.id)
    const id = `with ID '${backup?.name ?? effect.id}' of virtual machine '${vm.label}'`
    const action = backup?.replicated ? 'BACKUP_WITH_REPLICATION_FINISH' : 'BACKUP_FINISH'
    if (cause) record(world, vm, { at, action, severity: 'ERROR', userId, text: `The backup ${id} failed: ${cause}` })
    else record(world, vm, { at, action, userId, text: `The backup ${id} finished` })
  }
  if (effect.kind === 'restore') {
    const restored = vm.restores.find((one) => one.id === effect.id)
    const id = `Virtual machine '${vm.label}' was %s from the backup with ID '${restored?.resultId ?? effect.id}'`
    if (cause)
      record(world, vm, {
        at,
        action: 'RESTORE_FINISH',
        severity: 'ERROR',
        userId,
        text: `${id.replace('%s', 'not restored')}: ${cause}`,
      })
    else record(world, vm, { at, action: 'RESTORE_FINISH', userId, text: id.replace('%s', 'restored') })
  }
}

const failures = {
  DEPLOY: 'DEPLOY_FINISH',
  UNDEPLOY: 'UNDEPLOY_FINISH',
  RECONFIGURE: 'RECONFIGURE',
} as const

/** Ends a task. When it failed the VM is as it was before, and the trail says why. */
function settle(world: World, vm: Vm, task: Task): void {
  task.settled = true
  if (task.failsAt === null) applyEffect(world, vm, task)
  else if (task.type === 'DEPLOY' || task.type === 'UNDEPLOY' || task.type === 'RECONFIGURE') {
    const text = `The change of virtual machine '${vm.label}' was rolled back: ${task.cause ?? 'a job failed'}`
    record(world, vm, { at: task.end, action: failures[task.type], severity: 'ERROR', userId: task.userId, text })
  } else recordEnd(world, vm, task)
  if (!world.vms.has(vm.id)) return
  if (vm.tasks.every((one) => one.settled)) world.busy.delete(vm.id)
  touch(world, vm)
}

/** Lets everything happen that is due up to an instant, in the order in which it happens. Time never runs back. */
export function advance(world: World, now: number): void {
  if (now <= world.advancedTo) return
  const due: { readonly vm: Vm; readonly task: Task }[] = []
  for (const id of world.busy) {
    const vm = world.vms.get(id)
    if (vm) for (const task of vm.tasks) if (!task.settled && !task.held && task.end <= now) due.push({ vm, task })
  }
  for (const { vm, task } of due.toSorted((a, b) => a.task.end - b.task.end)) settle(world, vm, task)
  world.advancedTo = now
}
