import type { Complaint } from './error'
import type { Kept } from './fetching/kept'

/** One request, as a platform's adapter words it. */
export interface Request {
  /** A `GET` may be repeated by the machine; anything else is a write and is sent once. */
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** Sent as JSON, when there is one. */
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
  /** `same-origin` sends a session cookie; `omit` (the usual) also keeps the browser's own password box away. */
  readonly credentials?: 'omit' | 'same-origin'
  /** How the platform words its refusals; a list of code and message when it is left out. */
  readonly refusals?: (json: unknown) => readonly Complaint[]
  /** A read whose answer may be long: all that is wanted of its rows. It is fetched on another thread where there is one. */
  readonly kept?: Kept | undefined
  /** No header but those given: a platform on another origin may allow no more. */
  readonly bare?: boolean
}
