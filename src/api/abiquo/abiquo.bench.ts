import { createClock } from '#mocks/clock'
import type { FaultRule, SettingsChange } from '#mocks/control'
import { createServer } from '#mocks/server'

import type { Bench, Sent, Tampering } from '../conformance/conformance.bench'
import { abiquo } from './adapter'

const origin = 'https://cloud.example'
/** A Wednesday without any change of summer time near. */
const start = '2026-03-18T10:00:00Z'

/** A change that a test makes to answers on their way, to show what no healthy platform says. */
const tamperings: Readonly<
  Record<Tampering, { readonly path: RegExp; readonly change: (json: string, path: string) => string }>
> = {
  'a broken row': {
    path: /\/(?:cloud\/virtualmachines|datacenters|backupmanagers|backuppolicies|enterprises|limits|getlimits|roles)$/,
    change: (json) => json.replace('"collection":[', '"collection":[null,7,{"id":"x","links":[{"rel":"edit"}]},'),
  },
  'a hostile address': {
    path: /\/(?:virtualmachines|datacenters)\/\d+$/,
    change: (json) =>
      json.replaceAll(
        /"href":"[^"]*\/(?:backup\/action\/request|backupmanagers|backupproperties|backuppolicies|getlimits)"/g,
        '"href":"https://evil.example/api/x"',
      ),
  },
  'unknown words': {
    path: /\/(?:virtualmachines|results)$/,
    change: (json) => json.replaceAll(/"(state|status)":"[A-Z_]+"/g, '"$1":"HIBERNATED"'),
  },
  'unknown members': {
    path: /\/(?:(?:virtualmachines|backupmanagers|backuppolicies|limits|roles)\/\d+|backupproperties)$/,
    change: (json) => json.replace(/^\{/, '{"holdfastTest":{"kept":[1,null,"ä"]},'),
  },
  'lists without end': {
    path: /\/backup\/results$/,
    change: (json, path) =>
      json.replace('"links":[', `"links":[{"rel":"next","href":"${origin}${path}?limit=1&n=${Math.random()}"},`),
  },
  'HTML for data': { path: /./, change: () => '<html>Sign in</html>' },
}

/** Abiquo's adapter against the simulator, in one process. */
export const abiquoBench = (): Bench => benchOf('5.2')

/** The same before 4.0. */
export const earlyBench = (): Bench => benchOf('3.10')

function benchOf(mediaVersion: '3.10' | '5.2'): Bench {
  const server = createServer({ clock: createClock({ now: Date.parse(start) }, () => Date.parse(start)) })
  const sent: Sent[] = []
  let tampering: Tampering | null = null

  const control = async (name: string, change: object): Promise<void> => {
    const answer = await server(
      new Request(`${origin}/simulator/${name}`, { method: 'POST', body: JSON.stringify(change) }),
    )
    if (!answer.ok) throw new Error(await answer.text())
  }

  const ready = mediaVersion === '3.10' ? control('settings', { early: true } satisfies SettingsChange) : null

  const tampered = async (path: string, answer: Response): Promise<Response> => {
    const how = tampering && tamperings[tampering]
    if (!how?.path.test(path) || answer.status === 204) return answer
    const headers = new Headers(answer.headers)
    const text = how.change(await answer.text(), path)
    if (text.startsWith('<')) headers.set('content-type', 'text/html')
    return new Response(text, { status: answer.status, headers })
  }

  return {
    api: abiquo({
      base: `${origin}/api`,
      mediaVersion,
      timeZoneOf: (name) => (name === 'London' ? 'Europe/London' : null),
    }),
    fetch: async (address, init) => {
      await ready
      const request = new Request(address, init)
      const { pathname } = new URL(request.url)
      const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null
      sent.push({ method: request.method, path: pathname.replace(/^\/api/, ''), headers: request.headers, body })
      const answer = await server(request)
      // A page sees a lost connection as a rejection, not as an answer.
      if (answer.type === 'error') throw new TypeError('Failed to fetch')
      return tampered(pathname, answer)
    },
    sent,
    tamper: (how) => {
      tampering = how
    },
    skip: (milliseconds) => control('clock', { skip: milliseconds }),
    loseWrites: (when) =>
      control('faults', {
        rules: ['POST', 'PUT', 'DELETE'].map((method): FaultRule =>
          when === 'before' ? { method, drop: true } : { method, dropAfter: true },
        ),
      }),
    holdChanges: () => control('settings', { held: ['RECONFIGURE'] } satisfies SettingsChange),
    endSessions: () => control('faults', { endSessions: true }),
    change: (datacenter, how) => control('settings', { datacenters: { [datacenter]: how } } satisfies SettingsChange),
  }
}
