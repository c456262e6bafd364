import type { Audience } from '~/domain/event-audience'
import type { Actor, Privilege } from '~/domain/privilege'

type Rights = ReadonlySet<Privilege>

/** Ends of planned backups. Section 9 of the specification, as all that is here. */
export const plannedEnds: Audience = {
  actions: ['VIRTUAL_MACHINE_SCHEDULED_BACKUP'],
  anyOf: ['backup.configure'],
}

/**
 * The same, under the action of the scheduler that finds places for VMs: which of the two a platform uses the sources
 * leave open (C13), and its line tells of a backup by its text alone.
 */
export const schedulerEnds: Audience = {
  actions: ['VIRTUAL_MACHINE_SCHEDULE'],
  anyOf: ['vm.deploy'],
}

/** Ends of backups that someone asked for. */
export const requestedEnds: Audience = {
  actions: ['VIRTUAL_MACHINE_BACKUP_FINISH', 'VIRTUAL_MACHINE_BACKUP_WITH_REPLICATION_FINISH'],
  anyOf: ['vm.edit'],
}

const kinds = [plannedEnds, requestedEnds]

/** The actions that tell how a backup ended, that of the scheduler last. */
export const endings: readonly string[] = [...kinds, schedulerEnds].flatMap(({ actions }) => actions)

/** A line of the trail, as far as it says of what it tells. */
interface Line {
  readonly id: string
  readonly actionPerformed: string | null
  readonly idVirtualMachine: string | null
  readonly stacktrace: string | null
}

const namesBackup = /backup/i

const sameEnd = ({ idVirtualMachine, stacktrace }: Line): string => JSON.stringify([idVirtualMachine, stacktrace])

const isPlanned = ({ actionPerformed }: Line): boolean => plannedEnds.actions.includes(actionPerformed ?? '')

/** Whether planned backups stand under their own action, and the scheduler need not be asked. */
export const tellsPlanned = (lists: readonly (readonly Line[])[]): boolean =>
  lists.some((lines) => lines.some(isPlanned))

/** Ids of the scheduler's lines that are no ends of backups, or repeat one that stands under the backup's own action. */
export function besideEnds(lists: readonly (readonly Line[])[]): ReadonlySet<string> {
  const ofScheduler = lists.flatMap((lines) =>
    lines.filter(({ actionPerformed }) => schedulerEnds.actions.includes(actionPerformed ?? '')),
  )
  if (ofScheduler.length === 0) return new Set()
  const told = new Set(lists.flatMap((lines) => lines.filter(isPlanned).map(sameEnd)))
  return new Set(
    ofScheduler
      .filter((line) => !namesBackup.test(line.stacktrace ?? '') || told.has(sameEnd(line)))
      .map(({ id }) => id),
  )
}

/** Whether events reach a person. */
export const reaches = ({ anyOf }: Audience, may: Rights): boolean => anyOf.some((privilege) => may.has(privilege))

/**
 * Which ends of backups never reach a person.
 * @param early Before 4.0 planned backups are made without the platform, and their ends stand in no event.
 */
export function untoldEnds(may: Rights, early: boolean): Pick<Actor, 'untoldEnds'> {
  const written = early ? [requestedEnds] : kinds
  const told = written.filter((kind) => reaches(kind, may)).length
  if (told === 0) return { untoldEnds: 'all' }
  if (early) return { untoldEnds: 'nobody' }
  return told === kinds.length ? {} : { untoldEnds: 'some' }
}
