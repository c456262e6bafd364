import type { ApiError } from '~/api/error'

/**
 * What still has to be said of a write that failed. That the session ended, and that nothing was sent, is said where the
 * password is asked again, over everything; once it is given, it is true no more.
 */
export const standingError = (error: ApiError | null): ApiError | null => (error?.kind === 'signed-out' ? null : error)
