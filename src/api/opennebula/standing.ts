import type { Task } from '~/domain/task'

import { isBackupAction, isOver } from './schedules'
import { type Message, readMessage } from './times'
import type { SchedAction, VirtualMachine } from './wire'

/**
 * A backup that is due and has not begun. What the server refuses it tries again every quarter of a minute, also what was
 * to run once only, until it may begin or is taken away: `run_scheduled_action_vm` in its source counts an action as done
 * where it went well alone, 6.6 to 7.4; so does OpenNebula/one issue 5421.
 */
export interface Standing {
  readonly action: SchedAction
  readonly since: Date
  /** `once`: it was planted by itself, and goes with its action; `plan`: a run of a schedule. */
  readonly kind: NonNullable<Task['standing']>
  /** Why the server refused it at its last try, or what it has to do first of the VM; null where it tried neither yet. */
  readonly refusal: Message | null
}

/** An action that runs one time; the platform leaves it in place when that time failed. */
const isOnce = ({ REPEAT }: SchedAction): boolean => (REPEAT ?? -1) < 0

/** What the server tells of VMs in a backup job at each of its turns: their own schedules do not run. */
const keptByJob = /^Unable to launch scheduled backup/u

/** Nothing is wrong: another backup of the VM has to end first. */
export const waitsItsTurn = ({ text }: Message): boolean => /wrong state BACKUP(?:_POWEROFF)?\b/u.test(text)

function refusalOf(action: SchedAction, { BACKUPS, USER_TEMPLATE }: VirtualMachine, offset: number): Message | null {
  if (BACKUPS.BACKUP_CONFIG.BACKUP_JOB_ID === null) return readMessage(action.MESSAGE, offset)
  const told = readMessage(USER_TEMPLATE.ERROR, offset)
  return told && keptByJob.test(told.text) ? told : null
}

/**
 * Newest first. A run of a schedule is told once it was refused: else it is about to begin. The server tries one action of a
 * VM at a time, the one that is due longest, whatever it is to do: while it refuses that, all others wait behind it.
 * @param actions The VM's scheduled actions, which no pool tells.
 * @param offset Of the server's clock, in minutes.
 */
export function standingOf(
  machine: VirtualMachine,
  actions: readonly SchedAction[],
  now: Date,
  offset: number,
): readonly Standing[] {
  const due = actions
    .flatMap((action) =>
      isOver(action) || action.TIME === null || action.TIME > now ? [] : [{ action, since: action.TIME }],
    )
    .toSorted((a, b) => b.since.getTime() - a.since.getTime())
  const first = due.at(-1)
  const before = first ? refusalOf(first.action, machine, offset) : null
  return due.flatMap(({ action, since }): readonly Standing[] => {
    if (!isBackupAction(action)) return []
    const refusal = refusalOf(action, machine, offset) ?? before
    const kind = isOnce(action) ? 'once' : 'plan'
    return kind === 'once' || refusal ? [{ action, since, kind, refusal }] : []
  })
}
