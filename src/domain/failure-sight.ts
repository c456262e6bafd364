import { outOfSight } from './event-audience'
import { mayReadEvents } from './may-back-up'
import type { Actor } from './privilege'

const ends = ['VIRTUAL_MACHINE_SCHEDULED_BACKUP', 'VIRTUAL_MACHINE_BACKUP_FINISH']

/** Whether the end of any backup can reach a person: of one who receives none, nothing seen means nothing. */
export function seesEnds(actor: Actor): boolean {
  const missing = new Set(outOfSight(actor).flatMap(({ actions }) => actions))
  return mayReadEvents(actor).ok && !ends.every((action) => missing.has(action))
}
