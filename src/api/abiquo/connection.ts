import type * as z from 'zod/mini'

import { ApiError } from '../error'
import { type Answer, readSkew, roundTrip } from '../http'
import { inShape, parsed } from '../in-shape'
import type { Accepted } from '../port'
import type { Request } from '../request'
import { sessions } from '../sessions'
import { told, type ToldRequest } from '../told-request'
import { accepted, addressOf } from './answers'
import { assumed } from './assumed'
import { loginPath, mediaType } from './first-questions'
import { type Addresses, addresses } from './links'
import { newKey } from './new-key'
import { tokenKeeper } from './token'
import { wantedBy } from './wire-read'

/** Where the platform is, in which version it is spoken to, and what keeps its session. */
export interface Settings {
  /** Address of the API, absolute or relative to the page. */
  readonly base: string
  /** Version in the media types. */
  readonly mediaVersion: string
  readonly canonicalLocation?: string | undefined
  /**
   * What keeps a session. `token`: the token of `X-Abiquo-Token`, in memory; a reload ends the session. `cookie`: a
   * cookie of the same origin as well, set by a gateway that also keeps `WWW-Authenticate` away from the browser.
   */
  readonly session: 'token' | 'cookie'
  /** How long a session lasts after its last request, in milliseconds; null: nobody says. */
  readonly lasts: number | null
}

/** A request that changes something, told before it is sent. */
export interface Write {
  readonly method: 'POST' | 'PUT'
  readonly path: string
  /** Media type of the body, e.g. `virtualmachine`; none when there is no body. */
  readonly entity?: string
  readonly body?: unknown
  /** Media type of what comes back; `acceptedrequest` when left out. */
  readonly answer?: string
  /** One key for one decision of a person, so that a platform that knows such keys does the thing once. */
  readonly idempotencyKey?: string
}

/** A whole entity to be created, or to take the place of the one that is there. */
export interface Save {
  readonly method: 'POST' | 'PUT'
  readonly path: string
  /** Media type of what is sent and of what comes back, e.g. `backuppolicy`. */
  readonly entity: string
  readonly body: Readonly<Record<string, unknown>>
}

/** Requests to one Abiquo, with its token and its media types. */
export interface Connection {
  readonly addresses: Addresses
  /**
   * It speaks a version before 4.0: results of backups lie in a VM's metadata, a VM does not name its policies, and how a
   * planned backup ended is told to nobody.
   */
  readonly early: boolean
  /** Reads an entity, e.g. `virtualmachine`. Rejects with `contract` when the answer is not of that shape. */
  readonly read: <Out, In>(
    path: string,
    entity: string,
    reply: z.ZodMiniType<Out, In>,
    signal?: AbortSignal,
  ) => Promise<Out>
  /** Sends a write that the platform accepts as a task, or does at once. */
  readonly write: (write: Write) => Promise<Accepted>
  /** Saves an entity that takes effect at once. Gives the path that it has then; null when the answer names none. */
  readonly save: (save: Save) => Promise<string | null>
  readonly remove: (path: string) => Promise<void>
  /** What the three above would send, without its secrets. Nothing is sent. */
  readonly preview: {
    readonly write: (write: Write) => ToldRequest
    readonly save: (save: Save) => ToldRequest
    readonly remove: (path: string) => ToldRequest
  }
  /** Signs in with the header of name and password; gives the answer of `/login`. */
  readonly login: <Out, In>(authorization: string | null, reply: z.ZodMiniType<Out, In>) => Promise<Out>
  readonly logout: () => Promise<void>
  /** Whether a session is held here, in memory. */
  readonly holdsToken: () => boolean
  /** When the session ends unless something is asked before, in milliseconds of this device's clock; null: not known. */
  readonly ends: () => number | null
  readonly clockSkew: () => number
}

/** A request whose address is a path below the base. */
type Outgoing = Omit<Request, 'url' | 'credentials'> & { readonly path: string }

/** One session with one platform: each request goes out with its media types and token, and only below the base. */
export function connection({ base, mediaVersion, canonicalLocation, session, lasts }: Settings): Connection {
  const places = addresses(base, canonicalLocation)
  const token = tokenKeeper()
  let skew = { since: 0, milliseconds: 0 }
  const turns = sessions()
  /** When the newest request began that made the session last longer: each answer brings a token; a gateway counts requests. */
  let renewed: number | null = null
  const credentials = session === 'cookie' ? 'same-origin' : 'omit'
  const media = (entity: string): string => mediaType(entity, mediaVersion)

  const authorized = (): Readonly<Record<string, string>> => {
    const held = token.get()
    if (held !== null) return { Authorization: `Token ${held}` }
    // Without a token the answer is known; asking could only bring up the browser's own password box.
    if (session === 'token') throw new ApiError('signed-out', 'Nobody is signed in', { status: 401 })
    return {}
  }

  const send = async ({ path, ...rest }: Outgoing): Promise<Answer> => {
    const started = token.start()
    const at = Date.now()
    const answer = await roundTrip({ ...rest, url: places.at(path), credentials })
    const fresh = answer.headers.get('x-abiquo-token')
    if (fresh) token.take(started, fresh)
    if (fresh || session === 'cookie') renewed = Math.max(renewed ?? at, at)
    const milliseconds = readSkew(answer.headers)
    if (milliseconds !== null && started > skew.since) skew = { since: started, milliseconds }
    return answer
  }

  const read: Connection['read'] = async (path, entity, reply, signal) => {
    const ask = (): Promise<Answer> => {
      const headers = { ...authorized(), Accept: media(entity) }
      return send({ method: 'GET', path, headers, signal, kept: wantedBy(reply) })
    }
    const answer = await turns.ask(ask)
    return inShape(await reply.safeParseAsync(answer.json), entity)
  }

  const outgoing = ({ method, path, entity, body, answer = 'acceptedrequest', idempotencyKey }: Write): Outgoing => ({
    method,
    path,
    headers: {
      ...authorized(),
      Accept: media(answer),
      ...(entity !== undefined && { 'Content-Type': media(entity) }),
      ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }),
    },
    body,
  })

  const saving = ({ method, path, entity, body }: Save): Outgoing => ({
    method,
    path,
    headers: {
      ...authorized(),
      Accept: media(entity),
      'Content-Type': media(entity),
      ...(method === 'POST' && { 'Idempotency-Key': newKey() }),
    },
    body,
  })

  const removing = (path: string): Outgoing => ({
    method: 'DELETE',
    path,
    headers: { ...authorized(), Accept: 'application/json' },
  })

  const preview = ({ path, ...rest }: Outgoing): ToldRequest => told({ ...rest, url: places.at(path) })

  return {
    addresses: places,
    early: Number.parseInt(mediaVersion, 10) <= assumed.lastWithMetadata,
    read,
    write: async (write) => accepted(places, await send(outgoing(write))),
    save: async (save) => {
      const answer = await send(saving(save))
      // Nothing is known of a task for these.
      if (answer.status === 202) throw new ApiError('unknown-outcome', 'The platform only accepted it', { status: 202 })
      return addressOf(places, answer)
    },
    remove: async (path) => {
      await send(removing(path))
    },
    preview: {
      write: (write) => preview(outgoing(write)),
      save: (save) => preview(saving(save)),
      remove: (path) => preview(removing(path)),
    },
    login: async (authorization, reply) => {
      const headers = { ...(authorization !== null && { Authorization: authorization }), Accept: media('user') }
      // The token of an ended session must not pass for one of this answer.
      token.drop()
      const answer = await send({ method: 'GET', path: loginPath, headers })
      if (session === 'token' && token.get() === null) throw new ApiError('contract', 'The platform gave no token')
      turns.begin()
      return parsed(reply, answer.json, 'user')
    },
    logout: async () => {
      const held = token.drop()
      if (held === null && session === 'token') return
      await send({ method: 'POST', path: '/logout', headers: held === null ? {} : { Authorization: `Token ${held}` } })
      token.drop()
    },
    holdsToken: () => token.get() !== null,
    ends: () => {
      const held = session === 'cookie' || token.get() !== null
      return held && renewed !== null && lasts !== null ? renewed + lasts : null
    },
    clockSkew: () => skew.milliseconds,
  }
}
