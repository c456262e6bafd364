import { type Kept, shortened } from './kept'

/** A request in a form that another thread can be told. */
export interface Outgoing {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  /** JSON as text. */
  readonly body?: string
  readonly credentials: RequestCredentials
  /** All that is wanted of a list; the rest of each row is left behind. */
  readonly kept?: Kept | undefined
}

/** Says that no page sent it, so that a platform need not ask for a password in a box of the browser's. */
export const asScript = { 'X-Requested-With': 'XMLHttpRequest' } as const

/** What came of it, in a form that another thread can tell. */
export type Fetched =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly ok: boolean
      readonly headers: readonly (readonly [name: string, value: string])[]
      readonly body: Body
    }
  /** No answer, or (with its status) one that broke off. */
  | { readonly kind: 'lost'; readonly status: number | null; readonly cause: unknown }

/** HTML and the like (a proxy's page with status 200) are not even parsed. */
export type Body = { readonly json: unknown } | { readonly text: string }

/** The body; of one that is empty, null. */
function bodyOf(type: string, text: string, kept: Kept | undefined): Body {
  if (text === '') return { json: null }
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) return { text }
  try {
    const json: unknown = JSON.parse(text)
    return { json: kept ? shortened(json, kept) : json }
  } catch {
    return { text }
  }
}

/** Fetches and reads a body, without ever following a redirect: the token would go along. Does not reject. */
export async function fetchHere({ url, kept, ...init }: Outgoing, signal: AbortSignal): Promise<Fetched> {
  let status: number | null = null
  try {
    const response = await fetch(new URL(url), { ...init, redirect: 'error', signal })
    status = response.status
    const text = await response.text()
    // A refusal is a collection as well: its codes and messages are wanted whole.
    const body = bodyOf(response.headers.get('content-type') ?? '', text, response.ok ? kept : undefined)
    return { kind: 'answer', status, ok: response.ok, headers: [...response.headers], body }
  } catch (cause) {
    return { kind: 'lost', status, cause }
  }
}
