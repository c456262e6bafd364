import { ApiError } from '../error'

/** What a person saw is not what the platform has now; nothing was sent. */
export const stale = (what: string): ApiError => new ApiError('stale', `Someone else changed ${what}`, { status: 409 })
