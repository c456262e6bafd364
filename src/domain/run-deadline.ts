import { hour } from './calendar'
import type { Run } from './schedule'

/**
 * How long after its planned start a backup may come and still be on time: backup systems queue, and platforms ask them
 * every few minutes. When nothing came by then, the run is missed.
 */
export const grace = 2 * hour

/** When a run of which nothing was heard counts as missed. */
export const deadlineOf = (run: Run): Date => new Date((run.kind === 'instant' ? run.at : run.to).getTime() + grace)
