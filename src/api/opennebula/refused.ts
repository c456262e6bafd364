import { ApiError } from '../error'

/** A refusal in the platform's words, or of the console itself: no trying again mends it. */
export const refused = (message: string, code = 'BACKUP'): ApiError =>
  new ApiError('conflict', message, { complaints: [{ code, message }] })
