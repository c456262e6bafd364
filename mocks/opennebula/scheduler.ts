import { textOf } from './attributes'
import { failWith, startBackup } from './backups'
import type { Job, SchedAction, Vm, World } from './records'
import { codes, Refused } from './refusal'
import { isOff, isRunning, stamp, stateName } from './states'

/** The server looks for what is due every so many seconds. */
const tick = 15
const nextTick = (at: number): number => Math.ceil(at / tick) * tick

const day = 86_400

const numbers = (days: string): readonly number[] =>
  days
    .split(',')
    .filter((one) => one.trim() !== '')
    .map(Number)

/** When an action runs next after an instant, in epoch seconds; null when never. Days are counted in UTC here. */
export function nextTime({ time, repeat, days }: SchedAction, last: number): number | null {
  const chosen = numbers(days)
  if (repeat === 3) {
    const step = (chosen[0] ?? 1) * 3_600
    return time + Math.max(1, Math.floor((last - time) / step) + 1) * step
  }
  if (repeat < 0 || chosen.length === 0) return null
  for (let at = time + day; at < last + 800 * day; at += day) {
    const date = new Date(at * 1_000)
    const fits =
      (repeat === 0 && chosen.includes(date.getUTCDay())) ||
      (repeat === 1 && chosen.includes(date.getUTCDate())) ||
      (repeat === 2 && chosen.includes(Math.floor((at - Date.UTC(date.getUTCFullYear(), 0, 1) / 1_000) / day)))
    if (at > last && fits) return at
  }
  return null
}

const isOver = ({ endType, endValue, time }: SchedAction): boolean =>
  (endType === 1 && endValue <= 0) || (endType === 2 && time > endValue)

/** When it wants to run; null when it will not. */
const wantedAt = (one: SchedAction): number | null =>
  (one.repeat < 0 && one.done > 0) || isOver(one) ? null : nextTick(one.time)

function settle(one: SchedAction, now: number): void {
  one.done = now
  one.message = ''
  if (one.endType === 1) one.endValue -= 1
  if (one.repeat < 0) return
  const next = nextTime(one, now)
  if (next === null) Object.assign(one, { endType: 1, endValue: 0 })
  else one.time = next
}

const validArgs = /^\d+(?:\s*,\s*[01])?$/
const argsOf = ({ args }: SchedAction): readonly string[] => args.split(',').map((part) => part.trim())

/** Why an action that is due is refused; it stays due, and is tried every few seconds until somebody mends it. */
function refusalOf(world: World, vm: Vm, one: SchedAction): string | null {
  if (!validArgs.test(one.args)) return 'Missing or malformed ARGS for: backup. Format: datastore-id, reset'
  const [id] = argsOf(one)
  const datastore = world.datastores.get(Number(id))
  if (!datastore) return `[backup] Error getting datastore [${id}].`
  if (datastore.quota !== null) return `[backup] User [0] : ${datastore.quota}.`
  return isRunning(vm) || isOff(vm)
    ? null
    : `[backup] Could not create a new backup for VM ${vm.id}, wrong state ${stateName(vm)}.`
}

function runOnVm(world: World, vm: Vm, one: SchedAction, now: number): void {
  settle(one, now)
  const [datastoreId, reset] = argsOf(one)
  startBackup(world, vm, { datastoreId: Number(datastoreId), reset: reset === '1' }, now)
}

/** Lets a job go on: sequentially one VM after the other, else all at once. */
function pumpJob(world: World, job: Job, now: number): void {
  const most = textOf(job.template, 'EXECUTION') === 'PARALLEL' ? Infinity : 1
  while (job.outdated.length > 0 && job.backing.length < most) {
    const [id = -1, ...rest] = job.outdated
    job.outdated = rest
    const vm = world.vms.get(id)
    if (!vm) continue
    if (!isRunning(vm) && !isOff(vm)) {
      job.failed = [...job.failed, id]
      continue
    }
    job.backing = [...job.backing, id]
    const target = {
      datastoreId: Number(textOf(job.template, 'DATASTORE_ID') ?? 0),
      reset: textOf(job.template, 'RESET') === 'YES',
    }
    startBackup(world, vm, target, now, (good, at) => {
      job.backing = job.backing.filter((one) => one !== id)
      if (good) job.updated = [...job.updated, id]
      else job.failed = [...job.failed, id]
      job.lastDuration = at - job.lastTime
      pumpJob(world, job, at)
    })
  }
}

export const vmsOf = (job: Job): readonly number[] => numbers(textOf(job.template, 'BACKUP_VMS') ?? '')

export function startJob(world: World, job: Job, now: number): void {
  if (job.backing.length > 0 || job.outdated.length > 0)
    throw new Refused(codes.internal, 'Backup Job is already running')
  job.outdated = vmsOf(job).filter((id) => world.vms.has(id))
  job.updated = []
  job.failed = []
  job.lastTime = now
  job.lastDuration = 0
  pumpJob(world, job, now)
}

/**
 * What is due first. An action that is refused, or whose VM is in a job, holds back all later ones of its VM; what becomes of
 * one that is due after `until` is not known yet.
 */
function firstDue(world: World, until: number): { readonly at: number; readonly run: (now: number) => void } | null {
  let first: { at: number; run: (now: number) => void } | null = null
  const take = (at: number | null, run: (now: number) => void): void => {
    if (at !== null && (first === null || at < first.at)) first = { at, run }
  }
  for (const vm of world.vms.values()) {
    if (vm.scheds.length === 0 || vm.etime > 0) continue
    const due = vm.scheds
      .map((one) => ({ one, at: wantedAt(one) }))
      .filter(({ one, at }) => at !== null && one.action === 'backup')
      .toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))
    const [next] = due
    if (!next || next.at === null) continue
    const tried = Math.max(next.at, world.advancedTo)
    const isDue = next.at <= until
    const job = vm.config['BACKUP_JOB_ID']
    if (isDue && job !== undefined) {
      failWith(
        vm,
        `${stamp(tried)}: Unable to launch scheduled backup for VM ${vm.id}, the VM is part of Backup Job ID ${job}`,
      )
      continue
    }
    const refusal = isDue ? refusalOf(world, vm, next.one) : null
    if (refusal !== null) {
      next.one.message = `${stamp(tried)} : ${refusal}`
      continue
    }
    const { one } = next
    take(next.at, (now) => runOnVm(world, vm, one, now))
  }
  for (const job of world.jobs.values()) {
    for (const one of job.scheds) {
      take(wantedAt(one), (now) => {
        settle(one, now)
        if (job.backing.length === 0 && job.outdated.length === 0) startJob(world, job, now)
      })
    }
  }
  return first
}

/** Lets everything happen that is due until an instant, in its order. */
export function advance(world: World, now: number): void {
  for (let steps = 0; steps < 100_000; steps += 1) {
    const timed = world.due.reduce<World['due'][number] | null>(
      (least, one) => (least === null || one.at < least.at ? one : least),
      null,
    )
    const sched = firstDue(world, Math.min(now, timed?.at ?? now))
    const at = Math.max(world.advancedTo, Math.min(timed?.at ?? Infinity, sched?.at ?? Infinity))
    if (at > now || (!timed && !sched)) break
    world.advancedTo = at
    if (timed && timed.at <= (sched?.at ?? Infinity)) {
      world.due = world.due.filter((one) => one !== timed)
      timed.run(world, at)
    } else sched?.run(at)
  }
  world.advancedTo = Math.max(world.advancedTo, now)
}
