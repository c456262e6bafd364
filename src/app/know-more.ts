import { ApiError, type Complaint } from '~/api/error'
import { knownOffline, type Request } from '~/api/http'

import { configAddress } from './config/asked'

const named = (error: ApiError, ...complaints: readonly Complaint[]): ApiError =>
  new ApiError(error.kind, error.message, {
    ...(error.status !== null && { status: error.status }),
    complaints: [...error.complaints, ...complaints],
    retryAfter: error.retryAfter,
    requestId: error.requestId,
    cause: error.cause,
  })

/** Milliseconds within which a web server that is there answers. */
const soon = 5_000

/** Whether the console's own server answers: then the network here is well. */
const isNetworkWell = (): Promise<boolean> =>
  fetch(configAddress, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(soon) }).then(
    () => true,
    () => false,
  )

/**
 * Finds out what neither the platform nor the browser says of a request that failed: which version of the API was asked
 * for and is not spoken there, or that the platform at another origin keeps this console out.
 */
export async function knowMore(error: ApiError, { url, headers }: Pick<Request, 'url' | 'headers'>): Promise<ApiError> {
  const accepted = headers['Accept'] ?? ''
  if (error.status === 406 && accepted.includes('version='))
    return named(error, { code: error.code === null ? 'HTTP-406' : '', message: accepted })
  const isLost = error.kind === 'offline' && error.status === null && !error.late && !knownOffline()
  return isLost && (await isNetworkWell()) ? named(error, { code: 'CORS', message: url.origin }) : error
}
