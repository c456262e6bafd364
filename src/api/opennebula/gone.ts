import { ApiError } from '../error'

/** It was deleted meanwhile, or is not in this person's sight. */
export const isGone = (error: unknown): boolean =>
  error instanceof ApiError && (error.kind === 'not-found' || error.kind === 'forbidden')
