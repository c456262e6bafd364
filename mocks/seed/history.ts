import { day } from '../calendar'
import { record } from '../events'
import { between, uuid } from '../random'
import type { ManualBackup, Restore, Task, TaskType, Vm } from '../records'
import { resultName, resultsOf } from '../results'
import { diskMb, manualRetention, manualSlot, runId } from '../runs'
import type { World } from '../world'

const minute = 60_000
const hour = 60 * minute

/** Nicks would need a lookup; these are the ids of the people. */
const jordi = 2
const priya = 3
const tom = 4

const byLabel = (world: World, label: string): Vm | undefined =>
  [...world.vms.values()].find((vm) => vm.label === label)

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
  const what = { BACKUP: 'backup', RESTORE: 'restore' }[type === 'RESTORE' ? 'RESTORE' : 'BACKUP']
  return {
    id,
    type,
    userId,
    start,
    end,
    jobs: [{ id: `${id}.${uuid('job', id)}`, type, what }],
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
function backup(
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
function restore(world: World, vm: Vm, which: number, { ago, userId, cause, length = 48_000 }: Past): void {
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

const stories: readonly { readonly label: string; readonly tell: (world: World, vm: Vm) => void }[] = [
  {
    label: 'erp-db-01',
    tell: (world, vm) => {
      restore(world, vm, 3, { ago: 5 * day, userId: jordi, cause: 'The target datastore ran out of space' })
      restore(world, vm, 3, { ago: 5 * day - hour, userId: jordi })
      const old = backup(world, vm, { ago: 33 * day, userId: priya })
      old.overdue = true
    },
  },
  { label: 'web-frontend-03', tell: (world, vm) => restore(world, vm, 1, { ago: 26 * hour, userId: jordi }) },
  {
    label: 'restore-drill-01',
    tell: (world, vm) => restore(world, vm, 4, { ago: 2 * day, userId: priya, length: 52_000 }),
  },
  {
    label: 'erp-db-02',
    tell: (world, vm) => restore(world, vm, 0, { ago: 12 * minute, userId: priya, length: 3 * hour }),
  },
  {
    label: 'erp-app-01',
    tell: (world, vm) => {
      backup(world, vm, { ago: 6 * day, userId: priya })
      backup(world, vm, {
        ago: 2 * day,
        userId: tom,
        cause: 'The snapshot of the virtual machine could not be removed: the file is locked',
      })
      backup(world, vm, { ago: 30 * hour, userId: tom })
    },
  },
  {
    label: 'analytics-etl-01',
    tell: (world, vm) => void backup(world, vm, { ago: 20 * minute, userId: priya, length: 6 * hour }),
  },
  {
    label: 'analytics-warehouse-01',
    tell: (world, vm) => void backup(world, vm, { ago: 4 * day, userId: priya, length: 9 * hour, word: 'UNKNOWN' }),
  },
  {
    label: 'bi-dashboard <b>beta</b> & "friends"',
    tell: (world, vm) => void backup(world, vm, { ago: 3 * hour, userId: tom, word: 'VERIFYING' }),
  },
  {
    label: 'erp-reports-01',
    tell: (world, vm) =>
      record(world, vm, {
        at: world.origin.anchor - 3 * day,
        action: 'UNDEPLOY_FINISH',
        userId: jordi,
        text: `Virtual machine '${vm.label}' was undeployed`,
      }),
  },
  {
    label: 'checkout-api-01',
    tell: (world, vm) => {
      const at = world.origin.anchor - 3 * day - 5 * hour
      record(world, vm, {
        at,
        action: 'ADD_BACKUP_POLICY',
        userId: priya,
        text: `Backup policy 'Daily at a time of your own' was added to virtual machine '${vm.label}'`,
      })
      record(world, vm, {
        at,
        action: 'METADATA_MODIFIED',
        userId: priya,
        text: `The backup configuration of virtual machine '${vm.label}' was modified`,
      })
      record(world, vm, {
        at,
        action: 'RECONFIGURE',
        userId: priya,
        text: `Virtual machine '${vm.label}' was reconfigured`,
      })
    },
  },
  {
    label: 'print-server-01',
    tell: (world, vm) =>
      record(world, vm, {
        at: world.origin.anchor - 20 * hour,
        action: 'STATE_CHANGE',
        severity: 'WARN',
        userId: tom,
        text: `The state of virtual machine '${vm.label}' is now OFF`,
      }),
  },
]

/** What people did before the world begins: manual backups, restores, changes, and what the trail says of them. */
export function addHistory(world: World): void {
  for (const { label, tell } of stories) {
    const vm = byLabel(world, label)
    if (vm) tell(world, vm)
  }
  world.events.sort((a, b) => a.at - b.at)
}
