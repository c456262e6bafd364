import type { Run } from './schedule'

/**
 * When a run of which nothing was heard counts as missed.
 * @param grace Milliseconds.
 */
export const deadlineOf = (run: Run, grace: number): Date =>
  new Date((run.kind === 'instant' ? run.at : run.to).getTime() + grace)
