import type * as z from 'zod/mini'

import { ApiError } from '../error'
import { parsed } from '../in-shape'
import { sessions } from '../sessions'
import { told, type ToldRequest } from '../told-request'
import { valueIn } from './answers'
import { type RemoteCall, shown, transport } from './transport'
import { tokens } from './wire'
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
  /** Takes a new token for the one that is held: the platform makes none that is there live longer. */
  readonly renew: () => Promise<void>
  readonly clockSkew: () => number
}

/** A token lives so many seconds: a working day. */
const tokenLife = 10 * 60 * 60

/** All groups of the person. */
const anyGroup = -1

interface Held {
  readonly user: string
  readonly token: string
  readonly ends: number
}

const sessionOf = ({ user, token }: Held): string => `${user}:${token}`

/** @param base Address of the API on the same origin, e.g. `/RPC2`; absolute or relative to the page. */
export function connection(base: string): Connection {
  const url = new URL(base, typeof location === 'undefined' ? 'http://localhost' : location.href)
  const wire = transport(url)
  const turns = sessions()
  let held: Held | null = null

  const session = (): string => {
    if (held) return sessionOf(held)
    throw new ApiError('signed-out', 'Nobody is signed in')
  }

  const callAs = async (as: () => string, call: RemoteCall): Promise<Decoded> => {
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

  /** Whose session it is counts when it is asked for; which of its tokens goes along, when it is sent. */
  const send = async (one: RemoteCall): Promise<Decoded> => {
    session()
    return callAs(session, one)
  }
  const look = (one: Omit<RemoteCall, 'write'>): Promise<Decoded> => turns.ask(() => send({ ...one, write: false }))

  const read: Connection['read'] = async (method, params, reply, signal) => {
    const value = await look({ method, params, signal })
    if (typeof value !== 'string') throw new ApiError('contract', `${method} gave no text`)
    return parsed(reply, valueOf(readXml(value, method)), method)
  }

  const ending = ({ user, token }: Held): RemoteCall => ({
    method: 'one.user.login',
    params: [user, token, 0, anyGroup],
    secret: [token],
    write: false,
  })

  /** A site may let tokens live shorter than they are asked for, and says so only where it tells of the person. */
  const learnEnd = async (of: Held): Promise<void> => {
    const { LOGIN_TOKEN } = await read('one.user.info', [-1, false], tokens)
    const at = LOGIN_TOKEN.find(({ TOKEN }) => TOKEN === of.token)?.EXPIRATION_TIME
    if (at && held === of) held = { ...of, ends: at.getTime() - wire.clockSkew() }
  }

  /** @param secret The password, or a token that is to be followed by a new one. */
  const newToken = async (user: string, secret: string): Promise<Held> => {
    const ends = Date.now() + tokenLife * 1_000
    // The call holds its secrets in its session only; asked for an empty token the server makes one.
    const token = await callAs(() => `${user}:${secret}`, {
      method: 'one.user.login',
      params: [user, '', tokenLife, anyGroup],
      write: false,
    })
    if (typeof token !== 'string' || token === '') throw new ApiError('contract', 'The platform gave no token')
    return { user, token, ends }
  }

  const hold = (fresh: Held): void => {
    held = fresh
    turns.begin()
    learnEnd(fresh).catch(() => null)
  }

  const renew = async (): Promise<void> => {
    const before = held
    if (!before) return
    const fresh = await newToken(before.user, before.token)
    // Who signed out meanwhile is not signed in again.
    const left = held === before ? before : fresh
    if (left === before) hold(fresh)
    await callAs(() => sessionOf(fresh), ending(left)).catch(() => null)
  }
  let renewal: Promise<void> | null = null

  // A person has ten tokens at most, those of other tools among them: one that nobody will use again is given back. A page
  // that may come back as it was keeps its own.
  if (typeof document !== 'undefined')
    addEventListener('pagehide', ({ persisted }) => {
      if (held && !persisted) wire.sendLast(sessionOf(held), ending(held))
    })

  return {
    address: url,
    read,
    ask: (method, params, signal) => look({ method, params, signal }),
    write: (method, params, within) => send({ method, params, write: true, ...(within !== undefined && { within }) }),
    preview: (method, params) => told(shown({ method, params, write: true }, url)),
    login: async (user, password) => {
      held = null
      hold(await newToken(user, password))
    },
    logout: async () => {
      const before = held
      held = null
      if (before) await callAs(() => sessionOf(before), ending(before))
    },
    ends: () => held?.ends ?? null,
    renew: () => {
      renewal ??= renew().finally(() => {
        renewal = null
      })
      return renewal
    },
    clockSkew: wire.clockSkew,
  }
}
