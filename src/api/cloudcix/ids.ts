import { ApiError } from '../error'

const whole = /^[1-9]\d{0,9}$/u

/** The number behind an id of ours; ids come back from the address bar. Throws `not-found`. */
export function numberOf(id: string, what: string): number {
  if (!whole.test(id)) throw new ApiError('not-found', `This is no id of a ${what}`)
  return Number(id)
}

/** What is followed, since the platform has no tasks: a backup that is made, or one that is deleted. */
export interface TaskKey {
  readonly kind: 'backup' | 'delete'
  readonly copy: number
}

/** The platform has no tasks: one is the making or the deletion of a backup, so it is named by that. */
export const taskId = ({ kind, copy }: TaskKey): string => `${kind}-${copy}`

/** Throws `not-found` for what `taskId` never gave. */
export function readTaskId(id: string): TaskKey {
  const [, kind, copy = ''] = /^(backup|delete)-(\d{1,10})$/u.exec(id) ?? []
  if (kind === 'backup' || kind === 'delete') return { kind, copy: numberOf(copy, 'task') }
  throw new ApiError('not-found', 'This is no id of a task')
}
