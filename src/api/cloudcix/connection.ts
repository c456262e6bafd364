import type * as z from 'zod/mini'

import { inOneLine } from '~/domain/curl'
import type { Page } from '~/domain/page'

import { ApiError } from '../error'
import { readSkew, roundTrip } from '../http'
import { parsed } from '../in-shape'
import type { Request } from '../request'
import { sessions } from '../sessions'
import { told, tokenPlaceholder, type ToldRequest } from '../told-request'
import { turnstile } from '../turnstile'
import { refusals, understood } from './answers'
import { assumed } from './assumed'
import type { CloudCixOptions } from './options'
import * as wire from './wire'
import { listEnvelope, oneEnvelope, rowsOf } from './wire-read'

/** The applications of the platform: who is there, the first generation of VMs, the second. */
export type Service = 'membership' | 'iaas' | 'compute'
/** Of a query; its names may hold brackets, as in `search[id__in]`. */
export type Params = Readonly<Record<string, string | number>>

/** So many requests are on their way at once; the platform takes twenty a second of a person. */
const mostAtOnce = 4

/** A write, as it will be sent. */
export interface Outgoing {
  readonly service: Service
  readonly method: 'POST' | 'PUT'
  readonly path: string
  readonly body?: unknown
}

/** Calls to one CloudCIX with its token, which lives in this closure and nowhere else. */
export interface Connection {
  readonly address: (service: Service) => URL
  readonly list: <Out, In>(
    where: readonly [Service, path: string, Params],
    item: z.ZodMiniType<Out, In>,
    signal?: AbortSignal,
  ) => Promise<Page<Out>>
  readonly read: <Out, In>(
    where: readonly [Service, path: string],
    item: z.ZodMiniType<Out, In>,
    signal?: AbortSignal,
  ) => Promise<Out>
  /** Sends a write, once, and gives its `content`. */
  readonly write: (one: Outgoing) => Promise<unknown>
  /** What `write` would send, without its secrets. Nothing is sent. */
  readonly preview: (one: Outgoing) => ToldRequest
  /** Takes a token; gives the number of the person. */
  readonly login: (body: Readonly<Record<string, string>>) => Promise<number>
  readonly logout: () => void
  /** When the token ends, in milliseconds of this device's clock; null: there is none, or it does not say. */
  readonly ends: () => number | null
  /** Changes the token for a new one at once. */
  readonly renew: () => Promise<void>
  readonly clockSkew: () => number
}

/** The claims in the middle part of a token; the token itself is checked by the platform only. */
function claimsOf(token: string): z.output<typeof wire.claims> {
  const middle = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
  try {
    return parsed(wire.claims, JSON.parse(atob(middle)), 'The token')
  } catch (cause) {
    throw new ApiError('contract', 'The token came in an unknown shape', { cause })
  }
}

/** A filter that the platform does not know is skipped, and the answer holds more than was asked for. */
function warn(path: string, warnings: readonly unknown[], said: Set<string>): void {
  const words = `${path}: ${warnings.map(String).join('; ')}`
  if (warnings.length === 0 || said.has(words)) return
  said.add(words)
  console.warn(`CloudCIX ${inOneLine(words)}`)
}

/**
 * One session with the platform. Tokens are renewed by the way; requests wait their turn, for it throttles a person.
 */
export function connection(options: CloudCixOptions): Connection {
  const bases = new Map<Service, URL>()
  const inTurn = turnstile(mostAtOnce)
  const said = new Set<string>()
  const turns = sessions()
  let held: { readonly token: string; readonly at: number } | null = null
  let renewal: Promise<void> | null = null
  let skew = 0

  const address = (service: Service): URL => {
    const known = bases.get(service)
    if (known) return known
    const base = options[service].replace(/\/*$/u, '/')
    const url = new URL(base, typeof location === 'undefined' ? 'http://localhost' : location.href)
    bases.set(service, url)
    return url
  }

  const worded = (service: Service, path: string, rest: Partial<Request>): Request => ({
    method: 'GET',
    ...rest,
    url: Object.assign(new URL(path, address(service)), { search: rest.url?.search ?? '' }),
    headers: {
      Accept: 'application/json',
      ...(rest.body !== undefined && { 'Content-Type': 'application/json' }),
      ...rest.headers,
    },
    refusals,
    bare: true,
  })

  const travel = async (request: Request): Promise<unknown> => {
    const answer = await inTurn(() => roundTrip(request)).catch((error: unknown) => {
      throw understood(error)
    })
    skew = readSkew(answer.headers) ?? skew
    return answer.json
  }

  const signed = (): { readonly 'X-Auth-Token': string } => {
    if (held) return { 'X-Auth-Token': held.token }
    throw new ApiError('signed-out', 'Nobody is signed in')
  }

  /** A token is changed for a new one in time: once it has ended it cannot be. One that cannot be changed still serves. */
  const renewed = async (after: number = assumed.renewAfter): Promise<void> => {
    const before = held
    if (!before || Date.now() - before.at < after) return
    const renew = async (): Promise<void> => {
      const answer = await travel(worded('membership', 'auth/login/', { method: 'PUT', headers: signed() })).catch(
        () => null,
      )
      const got = wire.token.safeParse(answer)
      if (got.success && held === before) held = { token: got.data.token, at: Date.now() }
    }
    renewal ??= renew().finally(() => {
      renewal = null
    })
    await renewal
  }

  const ask = (service: Service, path: string, params: Params, signal?: AbortSignal): Promise<unknown> => {
    const url = new URL(path, address(service))
    for (const [name, value] of Object.entries(params)) url.searchParams.set(name, `${value}`)
    return turns.ask(async () => {
      await renewed()
      return travel(worded(service, path, { url, headers: signed(), signal }))
    })
  }

  return {
    address,
    list: async ([service, path, params], item, signal) => {
      const { content, _metadata: about } = parsed(listEnvelope, await ask(service, path, params, signal), path)
      warn(path, about.warnings, said)
      return { ...rowsOf(item, content), total: about.total_records }
    },
    read: async ([service, path], item, signal) =>
      parsed(item, parsed(oneEnvelope, await ask(service, path, {}, signal), path).content, path),
    write: async ({ service, method, path, body }) => {
      await renewed()
      const json = await travel(worded(service, path, { method, body, headers: signed() }))
      const read = oneEnvelope.safeParse(json)
      return read.success ? read.data.content : null
    },
    preview: ({ service, method, path, body }) =>
      told(worded(service, path, { method, body, headers: { 'X-Auth-Token': tokenPlaceholder } })),
    login: async (body) => {
      held = null
      const answer = await travel(worded('membership', 'auth/login/', { method: 'POST', body }))
      const got = wire.token.safeParse(answer)
      // Name and password alone are only confirmed; a token is made for a company, which the key names.
      if (!got.success)
        throw new ApiError('signed-out', 'The platform gave no token', { more: { key: 'api-key', wrong: false } })
      const { uid } = claimsOf(got.data.token)
      held = { token: got.data.token, at: Date.now() }
      turns.begin()
      return uid
    },
    logout: () => {
      // There is nothing to tell the platform: a token is given up by forgetting it.
      held = null
    },
    ends: () => {
      const seconds = held && claimsOf(held.token).exp
      return seconds === null ? null : seconds * 1_000 - skew
    },
    renew: () => renewed(0),
    clockSkew: () => skew,
  }
}
