import { vi } from 'vitest'

import { createClock } from '#mocks/clock'
import { createServer } from '#mocks/cloudcix/server'
import type { FaultRule } from '#mocks/control'

import type { Credentials } from '../port-sign-in'
import { cloudCix } from './adapter'
import type { CloudCixOptions } from './options'

const origin = 'https://cloud.example'
/** A Wednesday noon without any change of summer time near. */
export const start = Date.parse('2026-03-18T12:00:00Z')

/** How a person of the simulator signs in. */
export const credentialsOf = (nick: string): Credentials => ({
  user: `${nick}@costaverde.example`,
  password: nick,
  more: { 'api-key': 'SIMULATED-KEY' },
})

interface Sent {
  readonly method: string
  readonly path: string
  readonly search: URLSearchParams
  readonly headers: Headers
  readonly body: unknown
}

/** CloudCIX's adapter against its simulator, in one process. */
export function cixBench(generation: CloudCixOptions['generation'] = 'iaas') {
  const server = createServer({ clock: createClock({ now: start }, () => start) })
  const sent: Sent[] = []
  const control = async (name: string, change: object): Promise<void> => {
    const answer = await server(
      new Request(`${origin}/simulator/${name}`, { method: 'POST', body: JSON.stringify(change) }),
    )
    if (!answer.ok) throw new Error(await answer.text())
  }
  const fetched = async (address: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(address, init)
    const { pathname, searchParams } = new URL(request.url)
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null
    sent.push({ method: request.method, path: pathname, search: searchParams, headers: request.headers, body })
    const answer = await server(request)
    if (answer.type === 'error') throw new TypeError('Failed to fetch')
    return answer
  }
  return {
    api: cloudCix({
      membership: `${origin}/membership`,
      iaas: `${origin}/iaas/`,
      compute: `${origin}/compute/`,
      generation,
      mailbox: 'support@cix.example',
      regions: new Map([['1', 'Barcelona']]),
      timeZoneOf: (region) => (region === 'Barcelona' ? 'Europe/Madrid' : null),
    }),
    fetch: fetched,
    sent,
    control,
    writes: (): number => sent.filter(({ method }) => method !== 'GET').length,
    skip: (minutes: number) => control('clock', { skip: minutes * 60_000 }),
    faults: (rules: readonly FaultRule[]) => control('faults', { rules }),
  }
}

/** Takes a fresh world, and signs a person in. */
export async function enterCix(generation?: CloudCixOptions['generation'], nick = 'operator') {
  const bench = cixBench(generation)
  vi.stubGlobal('fetch', bench.fetch)
  await bench.control('settings', { perSecond: 1_000 })
  const actor = await bench.api.signIn(credentialsOf(nick))
  bench.sent.length = 0
  return { ...bench, actor }
}
