import type { Task, TaskKind, TaskState } from '~/domain/task'

import { ApiError } from '../error'
import { type Standing, standingOf, waitsItsTurn } from './standing'
import { isBackingUp, isOff, isRestoring, isRunning, stateOf, workOf } from './states'
import { type Message, readMessage, seconds } from './times'
import type { SchedAction, VirtualMachine } from './wire'

/** Actions in the history of a VM. */
const backupAction = 50
const restoreAction = 60

/**
 * What is followed, since the platform has no tasks: a backup, a restore in place, or the start of a restored VM, since an
 * instant. `before` stamps the newest backup that there was then; `action` is what was planted for it, null where nothing was.
 */
export type TaskKey =
  | {
      readonly kind: 'backup'
      readonly vm: number
      readonly since: number
      readonly before: string
      readonly action: number | null
    }
  | { readonly kind: 'restore'; readonly vm: number; readonly since: number }
  | { readonly kind: 'start'; readonly vm: number; readonly since: number; readonly made: number }
  | { readonly kind: 'state'; readonly vm: number; readonly since: number; readonly target: Target }

const targets = {
  on: 'power-on',
  off: 'power-off',
  deployed: 'deploy',
  undeployed: 'undeploy',
} as const satisfies Record<string, TaskKind>
/** The states that a change of power may be on its way to. */
export type Target = keyof typeof targets
const isTarget = (word: string): word is Target => word in targets

/** The platform has no tasks: one is named by what it is seen by, so that it can be asked for after a reload. */
export function taskId(key: TaskKey): string {
  const base = `${key.kind}-${key.vm}-${key.since}`
  switch (key.kind) {
    case 'backup':
      return `${base}-${key.before}${key.action === null ? '' : `-${key.action}`}`
    case 'start':
      return `${base}-${key.made}`
    case 'state':
      return `${base}-${key.target}`
    case 'restore':
      return base
  }
}

/** Throws `not-found` for what `taskId` never gave. */
export function readTaskId(id: string): TaskKey {
  const [, kind, vm, since, end = '', action] =
    /^(backup|restore|start|state)-(\d{1,9})-(\d{1,12})(?:-([a-z\d.]{1,40}))?(?:-(\d{1,9}))?$/u.exec(id) ?? []
  const common = { vm: Number(vm), since: Number(since) }
  if (kind === 'backup') return { kind, ...common, before: end, action: action === undefined ? null : Number(action) }
  if (kind === 'restore') return { kind, ...common }
  if (kind === 'start' && /^\d{1,9}$/u.test(end)) return { kind, ...common, made: Number(end) }
  if (kind === 'state' && isTarget(end)) return { kind, ...common, target: end }
  throw new ApiError('not-found', 'This is no id of a task')
}

const part = (value: number | null | undefined): string =>
  value === null || value === undefined || value < 0 ? 'x' : `${value}`

/** Another one after each backup that went well. */
export function newestStamp({ BACKUPS }: VirtualMachine): string {
  const { INCREMENTAL_BACKUP_ID: chain, LAST_INCREMENT_ID: last } = BACKUPS.BACKUP_CONFIG
  return [BACKUPS.BACKUP_IDS.rows.at(-1), chain, last].map(part).join('.')
}

/** When the newest attempt at something began; null when the history that we have does not tell. */
function attemptOf({ HISTORY_RECORDS }: VirtualMachine, action: number): Date | null {
  return HISTORY_RECORDS.HISTORY.findLast((one) => one.ACTION === action)?.ETIME ?? null
}

/** The newest backup failed: the VM tells so until something else goes wrong. */
function ownFailure({ USER_TEMPLATE }: VirtualMachine, offset: number): Message | null {
  const message = readMessage(USER_TEMPLATE.ERROR, offset)
  return message && message.text.startsWith('BACKUP: ')
    ? { at: message.at, text: message.text.replace('BACKUP: ', '') }
    : null
}

/**
 * The newest that went wrong with backups of a VM: one failed, or one that is due is refused at each try. Schedules of a VM
 * in a backup job never run, and that is no failure of its backups.
 * @param actions Its scheduled actions, which no pool tells.
 */
export function failureOf(
  machine: VirtualMachine,
  offset: number,
  { actions, now }: { readonly actions: readonly SchedAction[]; readonly now: Date },
): Message | null {
  const inJob = machine.BACKUPS.BACKUP_CONFIG.BACKUP_JOB_ID !== null
  const standing = inJob ? [] : standingOf(machine, actions, now, offset)
  const refused = standing.flatMap(({ refusal }) => (refusal && !waitsItsTurn(refusal) ? [refusal] : []))
  const all = [ownFailure(machine, offset), ...refused].filter((one) => one !== null)
  return all.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null
}

const jobSaying = ({ text }: Message, state: 'failed' | 'waiting') => ({
  id: '0',
  kind: 'backup' as const,
  kindText: 'BACKUP',
  state,
  description: text,
})

const base = (key: TaskKey, kind: TaskKind, machine: VirtualMachine, now: Date) => ({
  id: taskId(key),
  kind,
  kindText: kind.toUpperCase(),
  stateText: stateOf(machine).text,
  startedAt: new Date(key.since * 1_000),
  updatedAt: now,
  by: null,
  jobs: [],
})

/** The server looks for what is due every quarter of a minute; a host may have its places taken for longer. */
const patience = 120

/** What is told of a backup that has not begun. */
const standingParts = ({ kind, refusal }: Standing) => ({
  state: 'waiting' as const,
  standing: kind,
  jobs: refusal ? [jobSaying(refusal, 'waiting')] : [],
})

function backupState(key: TaskKey & { kind: 'backup' }, machine: VirtualMachine, now: Date): TaskState {
  const planted = machine.TEMPLATE.SCHED_ACTION.find(({ ID }) => ID === key.action)
  // Whatever else runs or ran meanwhile, this one has not begun.
  if (planted && planted.DONE === null) return 'waiting'
  if (isBackingUp(machine)) return 'running'
  if (newestStamp(machine) !== key.before) return 'done'
  const tried = attemptOf(machine, backupAction)
  if (tried && seconds(tried) >= key.since - 2)
    return /cancel/iu.test(machine.USER_TEMPLATE.ERROR) ? 'cancelled' : 'failed'
  // What has run stays on the VM.
  if (key.action !== null && !planted) return 'cancelled'
  return seconds(now) - key.since < patience ? 'waiting' : 'unknown'
}

function restoreState(key: TaskKey, machine: VirtualMachine): TaskState {
  if (isRestoring(machine)) return 'running'
  const tried = attemptOf(machine, restoreAction)
  // Off is how a restore ends; its LCM state stays behind and says nothing.
  return tried && seconds(tried) >= key.since - 2
    ? isOff(machine) || isRunning(machine)
      ? 'done'
      : 'unknown'
    : 'waiting'
}

function startState(machine: VirtualMachine): TaskState {
  const { text, state } = stateOf(machine)
  if (text.endsWith('FAILURE')) return 'failed'
  return state === 'on' || state === 'off' ? 'done' : 'running'
}

/** A guest that does not listen comes back as it was. */
function reachedState({ target, since }: TaskKey & { kind: 'state' }, machine: VirtualMachine, now: Date): TaskState {
  const { state } = stateOf(machine)
  const wanted = target === 'off' ? 'off' : target === 'undeployed' ? 'not-deployed' : 'on'
  if (state === wanted) return 'done'
  return state === 'locked' || seconds(now) - since < 15 ? 'running' : 'failed'
}

/**
 * @param machine The VM that the task is about: for `start` the new one.
 * @param offset Of the server's clock, in minutes.
 */
export function toTask(key: TaskKey, machine: VirtualMachine, now: Date, offset: number): Task {
  switch (key.kind) {
    case 'backup': {
      const all = standingOf(machine, machine.TEMPLATE.SCHED_ACTION, now, offset)
      const standing = all.find(({ action }) => action.ID === key.action)
      const parts = standing ? standingParts(standing) : { state: backupState(key, machine, now) }
      return { ...base(key, 'backup', machine, now), ...parts }
    }
    case 'restore':
      return { ...base(key, 'restore', machine, now), state: restoreState(key, machine) }
    case 'start':
      return { ...base(key, 'restore', machine, now), state: startState(machine) }
    case 'state':
      return { ...base(key, targets[key.target], machine, now), state: reachedState(key, machine, now) }
  }
}

/** What works on a VM now, as its state tells; null when nothing does. */
export function runningTask(machine: VirtualMachine, now: Date): Task | null {
  const work = workOf(machine)
  if (work === null) return null
  const action = work === 'restore' ? restoreAction : backupAction
  const since = seconds(attemptOf(machine, action) ?? now)
  const key: TaskKey =
    work === 'restore'
      ? { kind: 'restore', vm: machine.ID, since }
      : { kind: 'backup', vm: machine.ID, since, before: newestStamp(machine), action: null }
  return { ...base(key, work, machine, now), kindText: stateOf(machine).text, state: 'running' }
}

function standingTask(one: Standing, machine: VirtualMachine): Task {
  const common = { vm: machine.ID, before: newestStamp(machine), action: one.action.ID }
  const key: TaskKey = { kind: 'backup', since: seconds(one.since), ...common }
  return { ...base(key, 'backup', machine, one.refusal?.at ?? one.since), ...standingParts(one) }
}

/** Backups that are due and have not begun, newest first. */
export const standingTasks = (machine: VirtualMachine, now: Date, offset: number): readonly Task[] =>
  standingOf(machine, machine.TEMPLATE.SCHED_ACTION, now, offset).map((one) => standingTask(one, machine))

/** The newest backup of a VM, when it failed. */
export function failedTask(machine: VirtualMachine, offset: number): Task | null {
  const failure = ownFailure(machine, offset)
  if (!failure) return null
  // The attempt that failed, not one that came after it; the stamp of a failure may be a little off.
  const { HISTORY } = machine.HISTORY_RECORDS
  const began = HISTORY.findLast(
    ({ ACTION, ETIME }) =>
      ACTION === backupAction && ETIME !== null && ETIME.getTime() <= failure.at.getTime() + 60_000,
  )
  const since = seconds(began?.ETIME ?? failure.at)
  const key: TaskKey = { kind: 'backup', vm: machine.ID, since, before: newestStamp(machine), action: null }
  return {
    ...base(key, 'backup', machine, failure.at),
    state: 'failed',
    stateText: 'ERROR',
    jobs: [jobSaying(failure, 'failed')],
  }
}
