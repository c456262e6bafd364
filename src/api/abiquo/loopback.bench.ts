import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'

import { createClock } from '#mocks/clock'
import type { FaultRule } from '#mocks/control'
import { createServer } from '#mocks/server'

import type { Loopback, Trouble } from '../conformance/loopback.bench'
import { abiquo } from './adapter'

/** A Wednesday without any change of summer time near. */
const start = '2026-03-18T10:00:00Z'

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of incoming) if (chunk instanceof Uint8Array) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const headersOf = ({ headers }: IncomingMessage): Headers =>
  new Headers(Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))

const send = async (response: Response, outgoing: ServerResponse): Promise<void> => {
  // The simulator's way to say that nothing comes back.
  if (response.type === 'error') return void outgoing.destroy()
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(await response.text())
}

/** Abiquo's adapter and the simulator with a real socket between them, and trouble on the line when a test wants it. */
export async function abiquoLoopback(): Promise<Loopback> {
  let trouble: Trouble | null = null
  let origin = ''
  const asked: string[] = []
  const keys: string[] = []
  const server = createServer({ clock: createClock({ now: Date.parse(start) }, () => Date.parse(start)) })

  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { method = '', url = '' } = incoming
    const sent = await bodyOf(incoming)
    const isApi = url.startsWith('/api/')
    if (isApi) {
      asked.push(`${method} ${url.slice('/api'.length)}`)
      const key = incoming.headers['idempotency-key']
      if (typeof key === 'string') keys.push(key)
    }
    const healthy = (): Promise<Response> =>
      server(
        new Request(`${origin}${url}`, { method, headers: headersOf(incoming), ...(sent !== '' && { body: sent }) }),
      )
    const works = isApi ? (trouble?.({ method, outgoing, healthy }) ?? null) : null
    return works === null ? send(await healthy(), outgoing) : works
  }

  const http = createHttpServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => outgoing.destroy())
  })
  await new Promise<void>((ready) => {
    http.listen(0, '127.0.0.1', ready)
  })
  const bound = http.address()
  if (typeof bound !== 'object' || bound === null) throw new Error('The server has no port')
  origin = `http://127.0.0.1:${bound.port}`

  return {
    api: abiquo({ base: `${origin}/api` }),
    asked,
    keys,
    trouble: (how) => {
      trouble = how
    },
    faults: async (rules: readonly FaultRule[]) => {
      const told = await server(
        new Request(`${origin}/simulator/faults`, { method: 'POST', body: JSON.stringify({ rules }) }),
      )
      if (!told.ok) throw new Error(await told.text())
    },
    close: () => {
      http.closeAllConnections()
      return new Promise<void>((closed) => {
        http.close(() => closed())
      })
    },
  }
}
