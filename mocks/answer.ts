import type { Reply } from './call'
import { contentType, type Release } from './media'
import { Refusal, refuse } from './refusal'

const art = String.raw`
   _   _     _
  /_\ | |__ (_)__ _ _  _ ___
 / _ \| '_ \| / _' | || / _ \
/_/ \_\_.__/|_\__, |\_,_\___/
                 |_|
`

/** Headers of every answer; its `Date` is the simulator's clock. */
export const headersAt = (now: number): Headers =>
  new Headers({ date: new Date(now).toUTCString(), 'cache-control': 'no-cache', vary: 'Accept, Authorization' })

/** @param texts Texts, and what is said in their place. */
export function written(
  reply: Reply,
  version: string,
  headers: Headers,
  texts: ReadonlyMap<string, string> = new Map(),
): Response {
  for (const [name, value] of Object.entries(reply.headers ?? {})) headers.set(name, value)
  if (reply.entity === null) return new Response(null, { status: reply.status, headers })
  headers.set('content-type', contentType({ entity: reply.entity, version }))
  const said = (value: unknown): unknown =>
    typeof value === 'string' ? [...texts].reduce((text, [from, to]) => text.replaceAll(from, () => to), value) : value
  return new Response(
    JSON.stringify(reply.body, (_name, value: unknown) => said(value)),
    { status: reply.status, headers },
  )
}

/** The platform's words for what it refuses. A 401 names no scheme, so that no browser asks for a password itself. */
export function refused(error: unknown, headers: Headers): Response {
  if (!(error instanceof Refusal)) console.error(error)
  const { status, complaints } = error instanceof Refusal ? error : refuse('GEN-13')
  headers.set('content-type', contentType({ entity: 'errors', version: '6.0' }))
  return new Response(JSON.stringify({ links: [], collection: complaints }), { status, headers })
}

/** `GET /version`: the number for `text/plain`, and art without it. */
export function versionAnswer(accept: string | null, headers: Headers, { version }: Release): Response {
  headers.set('content-type', 'text/plain;charset=UTF-8')
  const text = (accept ?? '').includes('text/plain') ? `${version}\n` : art
  return new Response(text, { status: 200, headers })
}
