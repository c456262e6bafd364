import type { ApiError, Complaint } from '~/api/error'
import { knownOffline } from '~/api/http'
import type { FailedRequest } from '~/api/refusals'
import { learnCodes } from '~/texts/errors'

import { configAddress } from './config/asked'

const named = (error: ApiError, complaint: Complaint): ApiError =>
  error.but({ complaints: [...error.complaints, complaint] }, error.cause)

/** Milliseconds within which a web server that is there answers. */
const soon = 5_000

/** Milliseconds for which an answer stands: many questions fail at once. */
const standsFor = 10_000

let asked: { readonly at: number; readonly isWell: Promise<boolean> } | null = null

/** Whether the console's own server answers: then the network here is well. */
function isNetworkWell(): Promise<boolean> {
  if (asked === null || Date.now() - asked.at > standsFor) {
    const isWell = fetch(configAddress, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(soon) }).then(
      () => true,
      () => false,
    )
    asked = { at: Date.now(), isWell }
  }
  return asked.isWell
}

/** The browser tells no more of an answer that it keeps from this page than of none. */
const isKeptBack = ({ kind, status, late }: ApiError, origin: string): boolean =>
  kind === 'offline' && status === null && !late && !knownOffline() && origin !== window.location.origin

/**
 * Finds out what neither the platform nor the browser says of a request that failed: which version of the API was asked
 * for and is not spoken there, or that the platform at another origin keeps this console out. Fetches the words for it.
 */
export async function knowMore(error: ApiError, { url, headers }: FailedRequest): Promise<ApiError> {
  const accepted = headers['Accept'] ?? ''
  const more = async (): Promise<ApiError> => {
    if (error.status === 406 && accepted.includes('version='))
      return named(error, { code: error.code === null ? '406-NOT-ACCEPTABLE' : '', message: accepted })
    if (isKeptBack(error, url.origin) && (await isNetworkWell()))
      return named(error, { code: 'CORS', message: url.origin })
    return error
  }
  const told = await more()
  if (told.code !== null) await learnCodes()
  return told
}
