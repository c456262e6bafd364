import type { ApiError } from './error'

/** What was asked for, as far as it tells why it failed. */
export interface FailedRequest {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
}

let prepare = (error: ApiError, _asked: FailedRequest): Promise<ApiError> => Promise.resolve(error)

/** Chooses what is done before a failure is told: fetching its words, and finding out more. */
export function beforeRefusals(how: typeof prepare): void {
  prepare = how
}

/** Waits for that. Without it a failure is told less well, and told all the same. */
export const readyToTell: typeof prepare = (error, asked) => prepare(error, asked).catch(() => error)
