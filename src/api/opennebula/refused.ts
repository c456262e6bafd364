import { ApiError } from '../error'

/** A refusal in the platform's words, or of the console itself: no trying again mends it. */
export const refused = (message: string, code = 'BACKUP'): ApiError =>
  new ApiError('conflict', message, { complaints: [{ code, message }] })

/** What to throw when a later step fails after an earlier one was done: neither "refused" nor "done" would be true. */
export const partly = (error: unknown): unknown =>
  error instanceof ApiError && error.kind !== 'unknown-outcome'
    ? new ApiError('conflict', error.message, {
        cause: error,
        complaints: [{ code: 'PARTLY', message: error.complaints[0]?.message ?? error.message }],
      })
    : error
