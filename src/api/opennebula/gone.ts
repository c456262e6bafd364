import { ApiError } from '../error'

/** It is not there, not in this person's sight, or came in a shape that nobody knows: the others are told all the same. */
export const isUnread = (error: unknown): boolean =>
  isGone(error) || (error instanceof ApiError && error.kind === 'contract')

/** It was deleted meanwhile, or is not in this person's sight. */
const isGone = (error: unknown): boolean =>
  error instanceof ApiError && (error.kind === 'not-found' || error.kind === 'forbidden')
