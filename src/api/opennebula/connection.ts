import type * as z from 'zod/mini'

import { ApiError } from '../error'
import { parsed } from '../in-shape'
import { sessions } from '../sessions'
import { told, type ToldRequest } from '../told-request'
import { valueIn } from './answers'
import { type RemoteCall, shown, transport } from './transport'
import { readXml, valueOf } from './xml'
import { type Decoded, methodAnswer, type Param } from './xml-rpc'

/** How attributes are written: one by one, the rest stays. */
export const merge = 1

/** Calls to one OpenNebula with its session, which lives in this closure and nowhere else. */
export interface Connection {
  readonly address: URL
  /** Reads an object whose XML comes inside of a text. Rejects with `contract` when it is not of that shape. */
  readonly read: <Out, In>(
    method: string,
    params: readonly Param[],
    reply: z.ZodMiniType<Out, In>,
    signal?: AbortSignal,
  ) => Promise<Out>
  /** Reads a bare value, e.g. the version. */
  readonly ask: (method: string, params: readonly Param[], signal?: AbortSignal) => Promise<Decoded>
  /** Sends a write, once. `within`: milliseconds until its outcome counts as unknown. */
  readonly write: (method: string, params: readonly Param[], within?: number) => Promise<Decoded>
  /** What `write` would send, without its secrets. Nothing is sent. */
  readonly preview: (method: string, params: readonly Param[]) => ToldRequest
  /** Takes a token for the password; the password goes out once. */
  readonly login: (user: string, password: string) => Promise<void>
  readonly logout: () => Promise<void>
  /** When the token ends, in milliseconds of this device's clock; null: there is none. */
  readonly ends: () => number | null
  /** Lets the token that is held live as long again. */
  readonly renew: () => Promise<void>
  readonly clockSkew: () => number
}

/** A token lives so many seconds: a working day. */
const tokenLife = 10 * 60 * 60

/** All groups of the person. */
const anyGroup = -1

/** @param base Address of the API on the same origin, e.g. `/RPC2`; absolute or relative to the page. */
export function connection(base: string): Connection {
  const url = new URL(base, typeof location === 'undefined' ? 'http://localhost' : location.href)
  const wire = transport(url)
  const turns = sessions()
  let held: { readonly user: string; readonly session: string; readonly ends: number } | null = null

  const session = (): string => {
    if (held) return held.session
    throw new ApiError('signed-out', 'Nobody is signed in')
  }

  const callAs = async (as: string, call: RemoteCall): Promise<Decoded> => {
    const text = await wire.send(as, call)
    try {
      return valueIn(methodAnswer(text))
    } catch (error) {
      // An answer that we cannot read does not say whether a write was done.
      if (call.write && error instanceof ApiError && error.kind === 'contract' && error.code === null)
        throw new ApiError('unknown-outcome', error.message, { cause: error })
      throw error
    }
  }

  const send = async (one: RemoteCall): Promise<Decoded> => callAs(session(), one)
  const look = (one: Omit<RemoteCall, 'write'>): Promise<Decoded> => turns.ask(() => send({ ...one, write: false }))

  /** The same token, for so many seconds from now on; none: it ends. That a living one can be prolonged so is assumed. */
  const tokenFor = async (of: NonNullable<typeof held>, seconds: number): Promise<void> => {
    const token = of.session.slice(of.user.length + 1)
    const params = [of.user, token, seconds, anyGroup]
    await callAs(of.session, { method: 'one.user.login', params, secret: [token], write: false })
  }

  return {
    address: url,
    read: async (method, params, reply, signal) => {
      const value = await look({ method, params, signal })
      if (typeof value !== 'string') throw new ApiError('contract', `${method} gave no text`)
      return parsed(reply, valueOf(readXml(value, method)), method)
    },
    ask: (method, params, signal) => look({ method, params, signal }),
    write: (method, params, within) => send({ method, params, write: true, ...(within !== undefined && { within }) }),
    preview: (method, params) => told(shown({ method, params, write: true }, url)),
    login: async (user, password) => {
      held = null
      // The call holds its secrets in its session only; asked for an empty token the server makes one.
      const ends = Date.now() + tokenLife * 1_000
      const token = await callAs(`${user}:${password}`, {
        method: 'one.user.login',
        params: [user, '', tokenLife, anyGroup],
        write: false,
      })
      if (typeof token !== 'string' || token === '') throw new ApiError('contract', 'The platform gave no token')
      held = { user, session: `${user}:${token}`, ends }
      turns.begin()
    },
    logout: async () => {
      const before = held
      held = null
      if (before) await tokenFor(before, 0)
    },
    ends: () => held?.ends ?? null,
    renew: async () => {
      const before = held
      if (!before) return
      const ends = Date.now() + tokenLife * 1_000
      await tokenFor(before, tokenLife)
      if (held === before) held = { ...before, ends }
    },
    clockSkew: wire.clockSkew,
  }
}
