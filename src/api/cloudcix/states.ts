import type { Outcome } from '~/domain/backup'
import type { VmState } from '~/domain/virtual-machine'

/** Codes of the first generation; the second writes words, in its own style. */
const names: ReadonlyMap<number, string> = new Map([
  [-1, 'IN_API'],
  [0, 'IGNORE'],
  [1, 'REQUESTED'],
  [2, 'BUILDING'],
  [3, 'UNRESOURCED'],
  [4, 'RUNNING'],
  [5, 'QUIESCE'],
  [6, 'QUIESCED'],
  [7, 'RESTART'],
  [8, 'SCRUB'],
  [9, 'SCRUB_QUEUE'],
  [10, 'RUNNING_UPDATE'],
  [11, 'RUNNING_UPDATING'],
  [12, 'QUIESCING'],
  [13, 'RESTARTING'],
  [14, 'SCRUB_PREP'],
  [15, 'QUIESCED_UPDATE'],
  [16, 'QUIESCED_UPDATING'],
  [17, 'SCRUBBING'],
  [99, 'CLOSED'],
])

/** Numbers that a backup's copy, change or deletion goes through. */
export const moving = [1, 2, 8, 10, 11, 14, 17] as const
/** Numbers of states that are sent: searched for, or asked for of a VM or a backup. */
export const code = { failed: 3, running: 4, quiesce: 5, restart: 7, scrub: 8, closed: 99 } as const

/** The platform's word for a state; a number that we do not know is shown as one. */
export const stateName = (state: number | string): string =>
  typeof state === 'string' ? state.trim() : (names.get(state) ?? `STATE ${state}`)

/** What becomes of a backup. `moving`: something works on it that is neither its making nor its deletion. */
export type CopyPhase =
  | 'waiting'
  | 'copying'
  | 'failed'
  | 'good'
  | 'deleting'
  | 'moving'
  | 'gone'
  | 'hidden'
  | 'unknown'

const copyPhases: ReadonlyMap<string, CopyPhase> = new Map([
  ['IN_API', 'hidden'],
  ['IGNORE', 'hidden'],
  ['REQUESTED', 'waiting'],
  ['PENDING', 'waiting'],
  ['BUILDING', 'copying'],
  ['UNRESOURCED', 'failed'],
  ['RUNNING', 'good'],
  ['SCRUB', 'deleting'],
  ['DELETE', 'deleting'],
  ['SCRUB_PREP', 'deleting'],
  ['SCRUBBING', 'deleting'],
  ['DELETING', 'deleting'],
  ['RUNNING_UPDATE', 'moving'],
  ['UPDATE_RUNNING', 'moving'],
  ['RUNNING_UPDATING', 'moving'],
  ['UPDATING_RUNNING', 'moving'],
  ['CLOSED', 'gone'],
  ['DELETED', 'gone'],
])

/** By the platform's word in any letter case; one that nobody knows is `unknown`, never good. */
export const copyPhase = (state: string): CopyPhase => copyPhases.get(state.toUpperCase()) ?? 'unknown'

const outcomes: Readonly<Record<CopyPhase, Outcome>> = {
  waiting: 'running',
  copying: 'running',
  failed: 'failed',
  good: 'good',
  deleting: 'running',
  moving: 'running',
  gone: 'unknown',
  hidden: 'unknown',
  unknown: 'unknown',
}

/** How a backup in this phase counts for the protection of its VM. */
export const outcomeOf = (phase: CopyPhase): Outcome => outcomes[phase]

/** A backup that a person still has, or may get. */
export const isThere = (phase: CopyPhase): boolean => phase !== 'gone' && phase !== 'hidden'

const vmStates: ReadonlyMap<string, VmState> = new Map([
  ['REQUESTED', 'allocated'],
  ['PENDING', 'allocated'],
  ['BUILDING', 'locked'],
  ['RUNNING', 'on'],
  ['QUIESCED', 'off'],
  ['STOPPED', 'off'],
  ['QUIESCE', 'locked'],
  ['STOP', 'locked'],
  ['STOPPING', 'locked'],
  ['QUIESCING', 'locked'],
  ['RESTART', 'locked'],
  ['RESTARTING', 'locked'],
  ['SCRUB', 'locked'],
  ['DELETE', 'locked'],
  ['DELETING', 'locked'],
  ['SCRUB_PREP', 'locked'],
  ['SCRUBBING', 'locked'],
  ['RUNNING_UPDATE', 'locked'],
  ['RUNNING_UPDATING', 'locked'],
  ['QUIESCED_UPDATE', 'locked'],
  ['QUIESCED_UPDATING', 'locked'],
])

/** A VM that waits to be deleted, failed, or is in a state that we do not know, is offered nothing that could harm. */
export const vmStateOf = (state: string): VmState => vmStates.get(state.toUpperCase()) ?? 'unknown'
