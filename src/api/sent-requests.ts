import type { Request } from './request'
import { told, type ToldRequest } from './told-request'

/** What became of a request. */
export interface RequestAnswer {
  /** HTTP status; null when no answer came. */
  readonly status: number | null
  /** The platform's code of a refusal, or our own word for what went wrong; null when it went well. */
  readonly code: string | null
  /** Milliseconds from sending to the answer. */
  readonly after: number
}

/** A request that was sent, without its secrets. */
export interface SentRequest extends ToldRequest {
  readonly id: number
  /** By this device's clock. */
  readonly at: Date
  /** The member of the port that asked, for reads of lists: `listVms`, or with what it was about, `listBackups 12`. */
  readonly by: string | null
  /** Null while the answer is on its way. */
  readonly answer: RequestAnswer | null
}

/** The newest are kept, in memory only. */
const most = 50

let sent: readonly SentRequest[] = []
let count = 0
const listeners = new Set<() => void>()
const askers = new WeakMap<AbortSignal, string>()

function become(next: readonly SentRequest[]): void {
  sent = next
  for (const listener of listeners) listener()
}

/** The newest requests, newest first, in the shape that `useSyncExternalStore` takes. */
export const sentRequests = {
  get: (): readonly SentRequest[] => sent,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/** Another person sits here now. */
export const forgetRequests = (): void => become([])

/** Says who asks with a signal, so that the requests that carry it can be told to belong together. */
export function attribute(signal: AbortSignal, by: string): void {
  askers.set(signal, by)
}

/** A read that is repeated takes the place of the same read before: polling must not push everything else out. */
const isRepeated = (one: SentRequest, next: SentRequest): boolean =>
  next.method === 'GET' && one.method === 'GET' && one.url === next.url && one.answer !== null

/** Notes a request that is sent now. Tell what became of it; `dropped` when nobody waited for the answer. */
export function noteRequest(request: Request): {
  readonly answered: (status: number | null, code: string | null) => void
  readonly dropped: () => void
} {
  count += 1
  const id = count
  const at = new Date()
  const by = request.signal ? (askers.get(request.signal) ?? null) : null
  const noted: SentRequest = { ...told(request), id, at, by, answer: null }
  become([noted, ...sent.filter((one) => !isRepeated(one, noted))].slice(0, most))
  return {
    answered: (status, code) => {
      const answer = { status, code, after: Date.now() - at.getTime() }
      become(sent.map((one) => (one.id === id ? { ...one, answer } : one)))
    },
    dropped: () => become(sent.filter((one) => one.id !== id)),
  }
}
