import type { ApiError } from './error'
import type { Request } from './request'

let prepare = (error: ApiError, _asked: Pick<Request, 'url' | 'headers'>): Promise<ApiError> => Promise.resolve(error)

/** Chooses what is done before a failure is told: fetching its words, and finding out more. */
export function beforeRefusals(how: typeof prepare): void {
  prepare = how
}

/** Waits for that. Without it a failure is told less well, and told all the same. */
export const readyToTell: typeof prepare = (error, asked) => prepare(error, asked).catch(() => error)
