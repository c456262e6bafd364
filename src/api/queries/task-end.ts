import { isOver, type Task } from '~/domain/task'

import { ApiError } from '../error'
import { queryClient, task } from '../queries'

/** Milliseconds. */
const pace = 2_000
const patience = 10 * 60_000

async function look(id: string, until: number): Promise<Task> {
  const found = await queryClient.fetchQuery({ ...task(id), staleTime: 0 })
  if (isOver(found) || Date.now() >= until) return found
  await new Promise((resolve) => {
    setTimeout(resolve, pace)
  })
  return look(id, until)
}

/**
 * A piece of work that the platform took, once it has ended, or as it stands after ten minutes.
 * @throws ApiError `unknown-outcome` where it cannot be read: what was asked for may have been done.
 */
export const taskEnd = (id: string): Promise<Task> =>
  look(id, Date.now() + patience).catch((error: unknown): never => {
    throw new ApiError('unknown-outcome', 'The work was taken, and its end could not be read', { cause: error })
  })
