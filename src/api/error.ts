/**
 * What went wrong with a round trip, in our words.
 * - `offline`: this device has no network, or the server cannot be reached; a write that may have arrived is an `unknown-outcome`.
 * - `unknown-outcome`: a write was sent and no answer came; nobody knows whether it was done.
 * - `signed-out`: the session ended, or the name and password are wrong.
 * - `forbidden`, `not-found`, `conflict` (a rule or a lock), `stale` (someone else changed it), `invalid`, `busy` (429), `server`.
 * - `contract`: the answer was not in a shape that we know. - `link`: the platform gave a link outside its own address.
 * - `unsupported`: the platform has no such thing; nothing was sent.
 */
export type ErrorKind =
  | 'offline'
  | 'unknown-outcome'
  | 'signed-out'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'invalid'
  | 'busy'
  | 'server'
  | 'contract'
  | 'link'
  | 'unsupported'

/** One problem as the platform words it. */
export interface Complaint {
  /** The platform's code, e.g. `BC-44`. Kept visible in all texts. */
  readonly code: string
  readonly message: string
}

/** What a sign-in may want beyond name and password. */
export type SignInKey = 'api-key' | 'one-time-code' | 'first-code'

/** What keeps a sign-in from going on: something that was not given yet, or was given and is wrong. */
export interface SignInGap {
  readonly key: SignInKey
  readonly wrong: boolean
}

/** Where a platform has too much to do, and does not say for how long. Milliseconds. */
const usualRest = 5_000

/** The one error of the api room. `message` is for logs; people read words made from kind and complaints. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly kind: ErrorKind
  readonly status: number | null
  readonly complaints: readonly Complaint[]
  /** How long the platform asks us to wait before a read is repeated, in milliseconds. */
  readonly retryAfter: number | null
  /** Someone waited long in vain, here or at a gateway on the way: asking again by itself would only keep a person waiting. */
  readonly late: boolean
  /** How the platform, or a gateway before it, names this request in its logs. */
  readonly requestId: string | null
  /** Name and password were right as far as one knows, and this is wanted next; null for any other error. */
  readonly more: SignInGap | null

  constructor(
    kind: ErrorKind,
    message: string,
    detail: {
      readonly status?: number
      readonly complaints?: readonly Complaint[]
      readonly retryAfter?: number | null
      readonly late?: boolean
      readonly requestId?: string | null
      readonly more?: SignInGap | null
      readonly cause?: unknown
    } = {},
  ) {
    super(message, { cause: detail.cause })
    this.kind = kind
    this.status = detail.status ?? null
    this.complaints = detail.complaints ?? []
    this.retryAfter = detail.retryAfter ?? null
    this.late = detail.late ?? false
    this.requestId = detail.requestId ?? null
    this.more = detail.more ?? null
  }

  /** The same failure, told otherwise in some parts. It is the cause of what comes back, unless another one is named. */
  but(
    {
      kind = this.kind,
      message = this.message,
      complaints = this.complaints,
      retryAfter = this.retryAfter,
      more = this.more,
    }: Partial<Pick<ApiError, 'kind' | 'message' | 'complaints' | 'retryAfter' | 'more'>>,
    cause: unknown = this,
  ): ApiError {
    const { status, late, requestId } = this
    const kept = { ...(status !== null && { status }), late, requestId }
    return new ApiError(kind, message, { ...kept, complaints, retryAfter, more, cause })
  }

  /** For how long nothing more of its kind should be sent, in milliseconds; 0: no reason to wait. */
  get rest(): number {
    return this.retryAfter ?? (this.kind === 'busy' ? usualRest : 0)
  }

  /** The first code of the platform, if it gave one. */
  get code(): string | null {
    return this.complaints[0]?.code ?? null
  }
}
