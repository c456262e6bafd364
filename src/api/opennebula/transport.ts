import { ApiError, type ErrorKind } from '../error'
import { kindOf, knownOffline, readRetryAfter, readSkew, usual } from '../http'
import { readyToTell } from '../refusals'
import { noteRequest } from '../sent-requests'
import { tokenPlaceholder } from '../told-request'
import { turnstile } from '../turnstile'
import { methodCall, type Param } from './xml-rpc'

/** One call of OpenNebula's API. Its first parameter, the session, is given apart so that it is never told. */
export interface RemoteCall {
  readonly method: string
  readonly params: readonly Param[]
  /** Of the parameters, those that nobody is shown. */
  readonly secret?: readonly Param[]
  /** A write is sent once, and one that gets no answer has an unknown outcome. */
  readonly write: boolean
  /** Milliseconds until nobody waits any more. */
  readonly within?: number
  readonly signal?: AbortSignal | undefined
}

/** So many calls are on their way at once; the server takes fifteen connections of everybody together. */
const mostAtOnce = 4

const gatewayKinds: ReadonlySet<ErrorKind> = new Set(['signed-out', 'forbidden', 'busy', 'server', 'unknown-outcome'])

/** A gateway's word in place of the platform's, which answers 200 to everything that it understands: it knows of no objects. */
function gatewayKind(status: number, write: boolean): ErrorKind {
  const kind = kindOf(status, !write)
  return gatewayKinds.has(kind) ? kind : 'contract'
}

/** How calls reach the server: XML-RPC over one address of the own origin. */
export interface Transport {
  /** The text of the answer. The session is asked for when its turn has come. */
  readonly send: (session: () => string, call: RemoteCall) => Promise<string>
  /** Sends a call from a page that goes: nobody waits for its answer. */
  readonly sendLast: (session: string, call: RemoteCall) => void
  readonly clockSkew: () => number
}

/** What a person may see of a call: everything but the session. */
export const shown = ({ method, params, secret = [] }: RemoteCall, url: URL) => ({
  method: 'POST' as const,
  url,
  headers: { 'Content-Type': 'text/xml' },
  body: {
    methodName: method,
    params: [tokenPlaceholder, ...params.map((one) => (secret.includes(one) ? tokenPlaceholder : one))],
  },
})

const posted = (session: string, { method, params }: RemoteCall): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'text/xml' },
  body: methodCall(method, [session, ...params]),
  credentials: 'omit',
  redirect: 'error',
})

/** XML-RPC over HTTP to one address. */
export function transport(url: URL): Transport {
  const inTurn = turnstile(mostAtOnce)
  let skew = 0

  const travel = async (session: string, call: RemoteCall): Promise<string> => {
    const { write, within, signal } = call
    const limit = AbortSignal.timeout(within ?? (write ? usual.writeWithin : usual.readWithin))
    const both = signal ? AbortSignal.any([signal, limit]) : limit
    const failed = (cause: unknown): never => {
      if (signal?.aborted) throw signal.reason
      const why = limit.aborted ? 'No answer in time' : 'The connection was lost'
      throw new ApiError(write ? 'unknown-outcome' : 'offline', why, { cause, late: limit.aborted })
    }
    const response = await fetch(url, { ...posted(session, call), signal: both }).catch(failed)
    const text = await response.text().catch(failed)
    const { status, headers } = response
    skew = readSkew(headers) ?? skew
    if (status !== 200)
      throw new ApiError(gatewayKind(status, write), `The platform answered ${status}`, {
        status,
        retryAfter: status === 429 || status === 503 ? readRetryAfter(headers) : null,
        late: status === 504 || status === 408,
      })
    if (!/^\s*(?:<\?xml|<methodResponse)/u.test(text))
      throw new ApiError(write ? 'unknown-outcome' : 'contract', 'The platform did not answer with XML', { status })
    return text
  }

  return {
    send: (session, call) =>
      inTurn(async () => {
        call.signal?.throwIfAborted()
        if (call.write && knownOffline()) throw new ApiError('offline', 'This device has no network')
        const note = noteRequest({ ...shown(call, url), signal: call.signal })
        return travel(session(), call).then(
          (text) => {
            note.answered(200, null)
            return text
          },
          async (error: unknown) => {
            if (!(error instanceof ApiError)) {
              note.dropped()
              throw error
            }
            note.answered(error.status, error.code ?? error.kind)
            throw error
          },
        )
        // Finding out more is no call to the platform: it holds up nobody's turn.
      }).catch(async (error: unknown) => {
        throw error instanceof ApiError ? await readyToTell(error, { url, headers: {} }) : error
      }),
    sendLast: (session, call) => void fetch(url, { ...posted(session, call), keepalive: true }).catch(() => null),
    clockSkew: () => skew,
  }
}
