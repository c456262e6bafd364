import { ApiError } from '../error'

/** A refusal in the platform's words, or of the console itself: no trying again mends it. */
export const refused = (message: string, code = 'BACKUP'): ApiError =>
  new ApiError('conflict', message, { complaints: [{ code, message }] })

/**
 * What to throw when a later step fails after an earlier one was done: neither "refused" nor "done" would be true. What it
 * failed by stays: a session that ended asks for a new one, and a pause that was asked for is kept.
 */
export function partly(error: unknown): unknown {
  if (!(error instanceof ApiError) || error.kind === 'unknown-outcome') return error
  const { message, complaints } = error
  return error.but({ complaints: [{ code: 'PARTLY', message: complaints[0]?.message ?? message }, ...complaints] })
}
