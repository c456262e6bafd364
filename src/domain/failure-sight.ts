import { outOfSight } from './event-audience'
import { mayReadEvents } from './may-back-up'
import type { Actor } from './privilege'

const ends = ['VIRTUAL_MACHINE_SCHEDULED_BACKUP', 'VIRTUAL_MACHINE_BACKUP_FINISH']

/** Kinds of ends that never reach a person. */
function missingEnds(actor: Actor): readonly string[] {
  const missing = new Set(outOfSight(actor).flatMap(({ actions }) => actions))
  return ends.filter((action) => missing.has(action))
}

/** Whether the end of any backup can reach a person: of one who receives none, nothing seen means nothing. */
export const seesEnds = (actor: Actor): boolean => mayReadEvents(actor).ok && missingEnds(actor).length < ends.length

/** Whether the end of every backup can reach a person: of one who receives some, a day without a word says nothing. */
export const seesAllEnds = (actor: Actor): boolean => mayReadEvents(actor).ok && missingEnds(actor).length === 0
