import { ApiError } from './error'
import type { Platform } from './port'
import { watched } from './watched'

let connected: Platform | null = null

/** Chooses the platform that this deployment talks to. Called once, before the first query. */
export function connect(chosen: Platform): void {
  connected = watched(chosen)
}

/** The platform that this deployment talks to. */
export function platform(): Platform {
  if (!connected) throw new ApiError('contract', 'No platform is connected yet')
  return connected
}
