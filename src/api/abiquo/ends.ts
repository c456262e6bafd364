import type { Audience } from '~/domain/event-audience'
import type { Actor, Privilege } from '~/domain/privilege'

type Rights = ReadonlySet<Privilege>

/** Ends of planned backups. Section 9 of the specification, as all that is here. */
export const plannedEnds: Audience = {
  actions: ['VIRTUAL_MACHINE_SCHEDULED_BACKUP'],
  anyOf: ['backup.configure'],
}

/** Ends of backups that someone asked for. */
export const requestedEnds: Audience = {
  actions: ['VIRTUAL_MACHINE_BACKUP_FINISH', 'VIRTUAL_MACHINE_BACKUP_WITH_REPLICATION_FINISH'],
  anyOf: ['vm.edit'],
}

const kinds = [plannedEnds, requestedEnds]

/** The actions that tell how a backup ended. */
export const endings: readonly string[] = kinds.flatMap(({ actions }) => actions)

/** Whether events reach a person. */
export const reaches = ({ anyOf }: Audience, may: Rights): boolean => anyOf.some((privilege) => may.has(privilege))

/** Which ends of backups never reach a person. */
export function untoldEnds(may: Rights): Pick<Actor, 'untoldEnds'> {
  const told = kinds.filter((kind) => reaches(kind, may)).length
  if (told === kinds.length) return {}
  return { untoldEnds: told === 0 ? 'all' : 'some' }
}
