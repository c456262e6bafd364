import type { ApiError } from './error'

/** What was asked for, as far as it tells why it failed. */
export interface FailedRequest {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
}

type Prepare = (failure: ApiError, asked: FailedRequest) => Promise<ApiError>

let prepare: Prepare = (failure) => Promise.resolve(failure)

/** Chooses what is done before a failure is told: fetching its words, and finding out more. */
export function beforeRefusals(how: Prepare): void {
  prepare = how
}

/** Waits for that. Without it a failure is told less well, and told all the same. */
export const readyToTell: Prepare = (failure, asked) => prepare(failure, asked).catch(() => failure)
