import type { Request } from './request'

/** A request as it may be shown to people: nothing secret is in it. */
export interface ToldRequest {
  readonly method: Request['method']
  readonly url: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Undefined when there is none. */
  readonly body: unknown
}

/** The placeholders that stand where a secret was. */
export const tokenPlaceholder = '$TOKEN'
/** Stands where a password would be. */
export const passwordPlaceholder = '$PASSWORD'

/** Headers whose values are ours and open. Of any other one only the name is told. */
const open = new Set(['accept', 'content-type', 'x-requested-with', 'idempotency-key'])

/** A header of some platforms that holds the token and nothing else. */
const tokenHeader = 'x-auth-token'

/** Names of members that hold a secret, in any letter case and spelling. */
const secret =
  /pass(?:word|wd|phrase|code)?$|secret|token|credential|private.?key|api.?key|authorization|cookie|(?:^|_)otp$/iu

/** `https://user:password@host`: what stands before the `@`. */
const userPart = /\/\/[^/\s@]*@/gu

const withoutUser = (text: string): string => text.replaceAll(userPart, '//')

/** Every text in a body goes through `hide`; what a secret member holds becomes the placeholder. */
function cleaned(value: unknown, hide: (text: string) => string): unknown {
  if (typeof value === 'string') return hide(value)
  if (Array.isArray(value)) return value.map((one: unknown) => cleaned(one, hide))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]: [string, unknown]) => [
      name,
      secret.test(name) && isFilled(one) ? passwordPlaceholder : cleaned(one, hide),
    ]),
  )
}

/** Truth values and nothing are no secrets: `"passwordSet": true` says how things are. */
const isFilled = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && typeof value !== 'boolean'

function cleanUrl(from: URL, hide: (text: string) => string): string {
  const url = new URL(from)
  url.username = ''
  url.password = ''
  const hidden = Array.from(url.searchParams.keys()).filter((name) => secret.test(name))
  for (const name of hidden) url.searchParams.set(name, passwordPlaceholder)
  return hide(url.href)
}

/** The scheme is kept, so that one sees how it signs in; name and password of a sign-in are left out with their header. */
function cleanHeader(name: string, value: string): readonly (readonly [string, string])[] {
  if (open.has(name.toLowerCase())) return [[name, value]]
  if (name.toLowerCase() === tokenHeader) return [[name, tokenPlaceholder]]
  if (name.toLowerCase() !== 'authorization') return [[name, passwordPlaceholder]]
  return value.startsWith('Token ') ? [[name, `Token ${tokenPlaceholder}`]] : []
}

/** What may be told of a request: its token, passwords and users of addresses are placeholders, or are left out. */
export function told({
  method,
  url,
  headers,
  body,
}: Omit<Request, 'signal' | 'credentials' | 'refusals' | 'bare' | 'kept'>): ToldRequest {
  const held = headers['Authorization']?.replace(/^Token /u, '') ?? headers['X-Auth-Token'] ?? ''
  const hide = (text: string): string => {
    const clean = withoutUser(text)
    return held === '' ? clean : clean.replaceAll(held, tokenPlaceholder)
  }
  return {
    method,
    url: cleanUrl(url, hide),
    headers: Object.entries(headers).flatMap(([name, value]) => cleanHeader(name, value)),
    body: cleaned(body, hide),
  }
}
