import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'

import { type Clock, createClock } from './clock'
import { peopleReport as cixPeople } from './cloudcix/control'
import { createServer as createCloudCix } from './cloudcix/server'
import type { Version } from './opennebula/records'
import { people as nebulaPeople } from './opennebula/seed/people'
import { createServer as createOpenNebula } from './opennebula/server'
import { fullName, people } from './people'
import { createServer, type Server } from './server'

export interface Listening {
  /** Address of the API, e.g. `http://127.0.0.1:4600/api`. */
  readonly address: string
  /** For people: who can sign in. */
  readonly people: readonly string[]
  readonly close: () => Promise<void>
}

export interface ListenOptions {
  /** Abiquo when it is left out. */
  readonly platform?: 'abiquo' | 'opennebula' | 'cloudcix'
  /** Release of OpenNebula, e.g. `6.4`. */
  readonly version?: Version
  /** 0 takes a free one. */
  readonly port: number
  readonly fleet?: number
  readonly seed?: number
  readonly speed?: number
  /** ISO 8601: the simulator's time at the start. */
  readonly now?: string
  /** Address in all links, where the simulator stands behind a proxy. */
  readonly base?: string
}

/** A platform's dialect, as this file serves it. */
interface Simulated {
  readonly server: Server
  /** Of its API. */
  readonly path: string
  readonly people: readonly string[]
}

async function toRequest(incoming: IncomingMessage, origin: string): Promise<Request> {
  const chunks: Uint8Array[] = []
  for await (const chunk of incoming) if (chunk instanceof Uint8Array) chunks.push(chunk)
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  const method = incoming.method ?? 'GET'
  const bodiless = method === 'GET' || method === 'HEAD' || chunks.length === 0
  return new Request(`${origin}${incoming.url ?? '/'}`, {
    method,
    headers,
    body: bodiless ? null : Buffer.concat(chunks),
  })
}

async function answer(
  server: Server,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  origin: string,
): Promise<void> {
  const response = await server(await toRequest(incoming, origin))
  if (response.type === 'error') {
    incoming.socket.destroy()
    return
  }
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(Buffer.from(await response.arrayBuffer()))
}

const startClock = ({ now, speed }: ListenOptions) => {
  const at = now === undefined ? undefined : Date.parse(now)
  if (at !== undefined && Number.isNaN(at)) throw new Error(`--now is not an instant in ISO 8601: ${now}`)
  return createClock({ ...(at === undefined ? {} : { now: at }), ...(speed === undefined ? {} : { speed }) })
}

const line = (nick: string, name: string, about: string): string => `${nick.padEnd(13)} ${name.padEnd(16)} ${about}`

const nebula = ({ version }: ListenOptions, clock: Clock): Simulated => ({
  server: createOpenNebula({ clock, ...(version === undefined ? {} : { version }) }),
  path: '/RPC2',
  people: nebulaPeople.map(({ name, about }) => line(name, '', about)),
})

const cloudCix = ({ fleet }: ListenOptions, clock: Clock): Simulated => ({
  server: createCloudCix({ clock, ...(fleet === undefined ? {} : { fleet }) }),
  path: '/cloudcix',
  people: cixPeople().map(
    ({ nick, name, about, password, more }) =>
      `${line(nick, name, about)} Password ${password ?? nick}, API key ${more?.['api-key'] ?? ''}.`,
  ),
})

const simulatedBy = {
  abiquo: (options: ListenOptions, clock: Clock) => abiquo(options, clock),
  opennebula: nebula,
  cloudcix: cloudCix,
}

const abiquo = ({ fleet, seed, base }: ListenOptions, clock: Clock): Simulated => ({
  server: createServer({
    clock,
    ...(fleet === undefined ? {} : { fleet }),
    ...(seed === undefined ? {} : { seed }),
    ...(base === undefined ? {} : { base }),
  }),
  path: '/api',
  people: people.map((person) => line(person.nick, fullName(person), person.about)),
})

/** The simulator as a plain HTTP server on this machine. */
export async function listen(options: ListenOptions): Promise<Listening> {
  const clock = startClock(options)
  const simulated = simulatedBy[options.platform ?? 'abiquo'](options, clock)
  let origin = ''
  const http = createHttpServer((incoming, outgoing) => {
    answer(simulated.server, incoming, outgoing, origin).catch((error: unknown) => {
      console.error(error)
      outgoing.destroy()
    })
  })
  await new Promise<void>((ready, failed) => {
    http.once('error', failed)
    http.listen(options.port, '127.0.0.1', ready)
  })
  const bound = http.address()
  const port = typeof bound === 'object' && bound ? bound.port : options.port
  origin = `http://127.0.0.1:${port}`
  return {
    address: options.base ?? `${origin}${simulated.path}`,
    people: simulated.people,
    close: () => new Promise((closed) => http.close(() => closed())),
  }
}
