import { ApiError, type Complaint, type ErrorKind } from './error'
import { takeAhead } from './fetching/ahead'
import { asScript, type Body, type Fetched, fetchHere, type Outgoing } from './fetching/fetch-here'
import { fetchElsewhere } from './fetching/fetch-thread'
import { readyToTell } from './refusals'
import type { Request } from './request'
import { noteRequest } from './sent-requests'

/** What a server answered, whatever its status. */
export interface Answer {
  readonly status: number
  /** Null when the answer has no body. */
  readonly json: unknown
  readonly headers: Headers
}

/** How long an answer is awaited (failure catalogue, 5 and 6). */
export interface Limits {
  /** Milliseconds until a read is given up. */
  readonly readWithin: number
  /** Milliseconds until the outcome of a write counts as unknown. */
  readonly writeWithin: number
}

/** How long is usually waited. */
export const usual: Limits = { readWithin: 30_000, writeWithin: 60_000 }

/** Whether the browser knows that it has no network. Where nobody can say, there is one. */
export const knownOffline = (): boolean =>
  typeof navigator !== 'undefined' && 'onLine' in navigator && !navigator.onLine

/**
 * One round trip, noted without its secrets for people who want to see what was sent. Rejects with `ApiError`; an abort of
 * the caller's own signal rejects with its reason. A write that may have reached the server without an answer that we can
 * read is `unknown-outcome`; a write is refused with `offline` before it is sent when the browser knows of no network.
 */
export async function roundTrip(request: Request, limits: Limits = usual): Promise<Answer> {
  const headers = request.bare ? request.headers : { ...asScript, ...request.headers }
  const note = noteRequest({ ...request, headers })
  return travel({ ...request, headers }, limits).then(
    (answer) => {
      note.answered(answer.status, null)
      return answer
    },
    async (error: unknown) => {
      if (!(error instanceof ApiError)) {
        note.dropped()
        throw error
      }
      note.answered(error.status, error.code ?? error.kind)
      throw await readyToTell(error, request)
    },
  )
}

async function travel(request: Request, limits: Limits): Promise<Answer> {
  const isRead = request.method === 'GET'
  if (!isRead && knownOffline()) throw new ApiError('offline', 'This device has no network')
  const lost = (why: string, detail: ConstructorParameters<typeof ApiError>[2]): ApiError =>
    new ApiError(isRead ? 'offline' : 'unknown-outcome', why, detail)

  const within = AbortSignal.timeout(isRead ? limits.readWithin : limits.writeWithin)
  const signal = request.signal ? AbortSignal.any([request.signal, within]) : within
  const failed = (cause: unknown, status: number | null): never => {
    if (request.signal?.aborted) throw request.signal.reason
    const late = within.aborted
    const why = late ? 'No answer in time' : 'The connection was lost'
    throw lost(why, { cause, late, ...(status !== null && { status }) })
  }

  const outgoing: Outgoing = {
    url: request.url.href,
    method: request.method,
    headers: request.headers,
    ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
    credentials: request.credentials ?? 'omit',
    kept: request.kept,
  }
  const ahead = isRead ? takeAhead(outgoing) : null
  const ask = (): Promise<Fetched> =>
    isRead && request.kept ? fetchElsewhere(outgoing, signal) : fetchHere(outgoing, signal)
  const found = (ahead && (await ahead)) ?? (await ask())
  if (found.kind === 'lost') return failed(found.cause, found.status)

  const { status, body } = found
  const headers = new Headers(found.headers.map(([name, value]): [string, string] => [name, value]))
  if (!found.ok) throw refusal(status, headers, body, request)
  if ('text' in body) {
    const why = 'The platform did not answer with data'
    throw isRead ? new ApiError('contract', why, { status }) : lost(why, { status })
  }
  return { status, json: body.json, headers }
}

const kinds: Readonly<Record<number, ErrorKind>> = {
  401: 'signed-out',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  410: 'not-found',
  412: 'stale',
  429: 'busy',
}

/** What the platform wants us to send differently; other 4xx are a misunderstanding about the contract. */
const invalid = new Set([400, 413, 414, 415, 422])

function refusal(status: number, headers: Headers, body: Body, request: Request): ApiError {
  const isRead = request.method === 'GET'
  const read = request.refusals ?? complaintsOf
  const complaints = 'text' in body ? wordsOf(status, headers, body.text) : read(body.json)
  const isStale = complaints.some(({ code }) => code === '409-CONFLICT-StaleObject')
  return new ApiError(isStale ? 'stale' : kindOf(status, isRead), `The platform answered ${status}`, {
    status,
    complaints,
    retryAfter: status === 429 || status === 503 ? readRetryAfter(headers) : null,
    late: status === 504 || status === 408,
    requestId: requestIdOf(headers),
  })
}

/** What a status says of a request. */
export function kindOf(status: number, isRead: boolean): ErrorKind {
  // A gateway that lost the server, or got tired of it, does not know what became of a write.
  if (!isRead && (status === 502 || status === 504 || status === 408)) return 'unknown-outcome'
  if (status >= 500 || status === 408) return 'server'
  return kinds[status] ?? (invalid.has(status) ? 'invalid' : 'contract')
}

/** Names that servers and gateways give to the header that finds a request in their logs. */
const requestIds = ['x-request-id', 'x-correlation-id'] as const

const requestIdOf = (headers: Headers): string | null =>
  requestIds.map((name) => headers.get(name) ?? '').find((id) => /^[\w.:-]{1,80}$/.test(id)) ?? null

const longest = 200
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** A list of code and message, in a collection or bare; what is not of this shape is left out. */
function complaintsOf(json: unknown): readonly Complaint[] {
  const list = isObject(json) && Array.isArray(json['collection']) ? json['collection'] : [json]
  return list.filter(isObject).flatMap((one) => {
    const [code, message] = [one['code'], one['message']].map((word) => (typeof word === 'string' ? word.trim() : ''))
    return code || message ? [{ code: (code ?? '').slice(0, 80), message: (message ?? '').slice(0, 1_000) }] : []
  })
}

/** A short plain text beside an error; never markup. */
function wordsOf(status: number, headers: Headers, text: string): readonly Complaint[] {
  const type = headers.get('content-type') ?? ''
  const message = text.trim().slice(0, longest)
  if (message === '' || /[<>{}]/.test(message) || !/^text\/plain\b/i.test(type)) return []
  return [{ code: `HTTP-${status}`, message }]
}

const longestWait = 5 * 60_000

/** Milliseconds to wait, from seconds or a date; at most five minutes. Null for nonsense: then the usual pause is made. */
export function readRetryAfter(headers: Headers, now = Date.now()): number | null {
  const text = headers.get('retry-after')?.trim() ?? ''
  const wait = /^\d{1,9}$/.test(text)
    ? Number(text) * 1_000
    : text.endsWith('GMT')
      ? Date.parse(text) - now
      : Number.NaN
  return Number.isNaN(wait) || wait < 0 ? null : Math.min(wait, longestWait)
}

/** The `Date` header knows whole seconds, and the answer took its way: less than this is no skew. */
const resolution = 2_000

/** The server's clock minus this device's, in milliseconds, by one answer; null when it does not say. */
export function readSkew(headers: Headers, now = Date.now()): number | null {
  const date = Date.parse(headers.get('date') ?? '')
  if (Number.isNaN(date)) return null
  const skew = date + 500 - now
  return Math.abs(skew) < resolution ? 0 : skew
}
