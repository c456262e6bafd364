import type { ServerResponse } from 'node:http'
import { setTimeout as later } from 'node:timers/promises'

import type { FaultRule } from '#mocks/control'

import type { Platform } from '../port'

/** One request that is about to be answered. */
export interface Incoming {
  readonly method: string
  readonly outgoing: ServerResponse
  /** Has it carried out, and gives what the platform would answer. */
  readonly healthy: () => Promise<Response>
}

/** What goes wrong with a request; null: nothing. */
export type Trouble = (incoming: Incoming) => Promise<void> | null

/** One adapter, a real socket, and a simulated platform at its other end. The world is the same behind each dialect. */
export interface Loopback {
  readonly api: Platform
  /** What arrived at the platform's end: `GET /path?query`. */
  readonly asked: readonly string[]
  /** Keys of decisions that arrived. */
  readonly keys: readonly string[]
  readonly trouble: (how: Trouble | null) => void
  /** The simulator's own control. */
  readonly faults: (rules: readonly FaultRule[]) => Promise<void>
  readonly close: () => Promise<void>
}

type Method = 'read' | 'write'
const isOf = (kind: Method, method: string): boolean => (method === 'GET') === (kind === 'read')

/** Trouble for reads or for writes only. */
export const on =
  (kind: Method, how: (incoming: Incoming) => Promise<void>): Trouble =>
  (incoming) =>
    isOf(kind, incoming.method) ? how(incoming) : null

/** The connection breaks before anything was done. */
export const dropped = async ({ outgoing }: Incoming): Promise<void> => void outgoing.destroy()

/** It is done, and the connection breaks before the answer. */
export const droppedAfter = async ({ outgoing, healthy }: Incoming): Promise<void> => {
  await healthy()
  outgoing.destroy()
}

/** It is taken, and nothing comes any more. */
export const silent = async (): Promise<void> => undefined

/** It is done, and nothing comes any more. */
export const silentAfter = async ({ healthy }: Incoming): Promise<void> => void (await healthy())

const head = (response: Response): Record<string, string> => Object.fromEntries(response.headers)

/** Half of the answer, then the connection breaks; `length`: the whole length was promised before. */
export const cut =
  (promise: 'length' | 'chunks') =>
  async ({ outgoing, healthy }: Incoming): Promise<void> => {
    const response = await healthy()
    const text = await response.text()
    const promised = promise === 'length' ? { 'content-length': String(Buffer.byteLength(text)) } : {}
    outgoing.writeHead(response.status, { ...head(response), ...promised })
    outgoing.write(text.slice(0, Math.floor(text.length / 2)), () => outgoing.destroy())
  }

/** The whole answer, in pieces with pauses between (milliseconds). Ends when the other side hangs up. */
export const dripped =
  (pieces: number, pause: number, hungUp: () => void = () => undefined) =>
  async ({ outgoing, healthy }: Incoming): Promise<void> => {
    const response = await healthy()
    const text = await response.text()
    const size = Math.ceil(text.length / pieces)
    outgoing.once('close', () => {
      if (!outgoing.writableFinished) hungUp()
    })
    outgoing.writeHead(response.status, head(response))
    const drip = async (place: number): Promise<void> => {
      if (outgoing.destroyed) return
      if (place >= text.length) return void outgoing.end()
      outgoing.write(text.slice(place, place + size))
      await later(pause)
      await drip(place + size)
    }
    await drip(0)
  }

/** Something else in place of the platform's answer. Nothing was done. */
export const instead =
  (status: number, headers: Readonly<Record<string, string>>, body: string) =>
  async ({ outgoing }: Incoming): Promise<void> => {
    outgoing.writeHead(status, headers)
    outgoing.end(body)
  }

/** The platform's own answer, bent. */
export const bent =
  (change: (text: string) => string, more: Readonly<Record<string, string>> = {}) =>
  async ({ outgoing, healthy }: Incoming): Promise<void> => {
    const response = await healthy()
    outgoing.writeHead(response.status, { ...head(response), ...more })
    outgoing.end(change(await response.text()))
  }

/** The first so many times, and then no more. */
export function times(count: number, how: Trouble): Trouble {
  let left = count
  return (incoming) => {
    if (left <= 0) return null
    const works = how(incoming)
    if (works !== null) left -= 1
    return works
  }
}
