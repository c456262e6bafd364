import { mayReadEvents } from './may-back-up'
import type { Actor } from './privilege'

/** Whether the end of any backup can reach a person: of one who receives none, nothing seen means nothing. */
export const seesEnds = (actor: Actor): boolean => mayReadEvents(actor).ok && actor.untoldEnds !== 'all'

/** Whether the end of every backup can reach a person: of one who receives some, a day without a word says nothing. */
export const seesAllEnds = (actor: Actor): boolean => mayReadEvents(actor).ok && !actor.untoldEnds
