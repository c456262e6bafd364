import { record } from '../events'
import { between, uuid } from '../random'
import type { ManualBackup, Restore, Task, TaskType, Vm } from '../records'
import { resultName, resultsOf } from '../results'
import { diskMb, manualRetention, manualSlot, runId } from '../runs'
import type { World } from '../world'

function finished(
  world: World,
  vm: Vm,
  type: TaskType,
  userId: number,
  start: number,
  end: number,
  rest: Partial<Task> = {},
): Task {
  const id = uuid('seeded', world.origin.seed, vm.id, start)
  return {
    id,
    type,
    userId,
    start,
    end,
    jobs: [{ id: `${id}.${uuid('job', id)}`, type, what: type.toLowerCase() }],
    failsAt: null,
    cause: null,
    effect: { kind: 'none' },
    settled: true,
    acknowledged: false,
    ...rest,
  }
}

interface Past {
  readonly ago: number
  readonly userId: number
  /** How long it took or takes, in milliseconds. */
  readonly length?: number
  readonly cause?: string
  readonly word?: string
}

/** A manual backup with its task and its two lines in the trail; one that is not over yet goes on in the world. */
export function backup(
  world: World,
  vm: Vm,
  { ago, userId, cause, word, length = between(25, 58, vm.id, ago) * 1_000 }: Past,
): ManualBackup {
  const { anchor } = world.origin
  const start = anchor - ago
  const end = start + length
  const made: ManualBackup = {
    id: runId(start, manualSlot),
    start,
    end,
    word: cause ? 'FAILED' : (word ?? 'COMPLETED'),
    cause: cause ?? null,
    replicated: false,
    mb: cause ? 0 : Math.round(diskMb(vm) * 0.5),
    name: resultName(vm, start),
    type: 'COMPLETE',
    expires: cause ? null : start + manualRetention,
    overdue: false,
  }
  const open = end > anchor
  vm.manual.push(made)
  vm.tasks.push(
    finished(world, vm, 'BACKUP', userId, start, end, {
      effect: { kind: 'backup', id: made.id },
      failsAt: cause ? 0 : null,
      cause: cause ?? null,
      settled: !open,
    }),
  )
  record(world, vm, {
    at: start,
    action: 'REQUEST_BACKUP',
    userId,
    text: `A backup of virtual machine '${vm.label}' was requested`,
  })
  if (open) world.busy.add(vm.id)
  else if (cause) {
    record(world, vm, {
      at: end,
      action: 'BACKUP_FINISH',
      severity: 'ERROR',
      userId,
      text: `The backup with ID '${made.name}' of virtual machine '${vm.label}' failed: ${cause}`,
    })
  } else
    record(world, vm, {
      at: end,
      action: 'BACKUP_FINISH',
      userId,
      text: `The backup with ID '${made.name}' of virtual machine '${vm.label}' finished`,
    })
  return made
}

/** A restore of the good result number `which`, counted from the newest. */
export function restore(world: World, vm: Vm, which: number, { ago, userId, cause, length = 48_000 }: Past): void {
  const { anchor } = world.origin
  const result = resultsOf(world, vm, anchor).filter(({ word }) => word === 'DONE' || word === 'COMPLETED')[which]
  if (!result) return
  const start = anchor - ago
  const end = start + length
  const made: Restore = {
    id: 700 + vm.restores.length + vm.id * 10,
    resultId: result.id,
    start,
    end,
    word: cause ? 'FAILED' : 'DONE',
    cause: cause ?? null,
    userId,
  }
  const open = end > anchor
  vm.restores.push(made)
  vm.tasks.push(
    finished(world, vm, 'RESTORE', userId, start, end, {
      effect: { kind: 'restore', id: made.id },
      failsAt: cause ? 0 : null,
      cause: cause ?? null,
      settled: !open,
    }),
  )
  const text = `Restore requested for backup with ID '${result.id}', name '${result.name}', date '${new Date(result.start).toISOString()}', size '${result.mb} MB', type '${result.type}'`
  record(world, vm, { at: start, action: 'RESTORE_BACKUP', userId, text })
  if (open) {
    world.busy.add(vm.id)
    return
  }
  const told = cause
    ? ({
        severity: 'ERROR',
        text: `Virtual machine '${vm.label}' was not restored from the backup with ID '${result.id}': ${cause}`,
      } as const)
    : ({
        severity: 'INFO',
        text: `Virtual machine '${vm.label}' was restored from the backup with ID '${result.id}'`,
      } as const)
  record(world, vm, { at: end, action: 'RESTORE_FINISH', userId, ...told })
}
