import { vi } from 'vitest'

import { createClock } from '#mocks/clock'
import type { FaultRule } from '#mocks/control'
import type { Settings } from '#mocks/opennebula/control'
import type { Version } from '#mocks/opennebula/records'
import { createServer } from '#mocks/opennebula/server'

import { openNebula, type OpenNebulaOptions } from './adapter'

const origin = 'https://cloud.example'
/** A Wednesday noon without any change of summer time near. */
export const start = Date.parse('2026-03-18T12:00:00Z')

/** OpenNebula's adapter against its simulator, in one process. */
export function nebulaBench(version: Version = '6.10', options: Partial<OpenNebulaOptions> = {}) {
  const clock = createClock({ now: start }, () => start)
  const server = createServer({ version, clock })
  const bodies: string[] = []
  const control = async (name: string, change: object): Promise<void> => {
    const answer = await server(
      new Request(`${origin}/simulator/${name}`, { method: 'POST', body: JSON.stringify(change) }),
    )
    if (!answer.ok) throw new Error(await answer.text())
  }
  const fetched = async (address: string | URL | Request, init?: RequestInit): Promise<Response> => {
    if (typeof init?.body === 'string') bodies.push(init.body)
    const answer = await server(new Request(address, init))
    if (answer.type === 'error') throw new TypeError('Failed to fetch')
    return answer
  }
  /** A call past the console, by the first administrator: as somebody else would make it. */
  const call = async (method: string, params: readonly (string | number | boolean)[]): Promise<string> => {
    const sent = ['oneadmin:oneadmin', ...params].map((one) => {
      if (typeof one === 'boolean') return `<boolean>${one ? 1 : 0}</boolean>`
      return typeof one === 'number' ? `<int>${one}</int>` : `<string>${one}</string>`
    })
    const body = `<?xml version="1.0"?><methodCall><methodName>${method}</methodName><params>${sent.map((one) => `<param><value>${one}</value></param>`).join('')}</params></methodCall>`
    const answer = await (await server(new Request(`${origin}/RPC2`, { method: 'POST', body }))).text()
    if (!answer.includes('<boolean>1</boolean>')) throw new Error(answer)
    return answer
  }
  const methods = (): readonly string[] => bodies.map((body) => /<methodName>([^<]+)/u.exec(body)?.[1] ?? '')
  return {
    api: openNebula({
      base: `${origin}/RPC2`,
      timeZoneOf: (name) => (name === 'London' ? 'Europe/London' : null),
      ...options,
    }),
    fetch: fetched,
    call,
    bodies,
    methods,
    /** Methods that change something, in their order. */
    writes: (): readonly string[] => methods().filter((one) => !/info|version|login|config/u.test(one)),
    skip: (seconds: number) => control('clock', { skip: seconds * 1_000 }),
    change: (settings: Settings) => control('settings', settings),
    faults: (rules: readonly FaultRule[]) => control('faults', { rules }),
    endSessions: () => control('faults', { endSessions: true }),
  }
}

/** Takes a fresh world, and signs a person in. */
export async function enterNebula(version?: Version, nick = 'operator', options?: Partial<OpenNebulaOptions>) {
  const bench = nebulaBench(version, options)
  vi.stubGlobal('fetch', bench.fetch)
  return { ...bench, actor: await bench.api.signIn({ user: nick, password: nick }) }
}
