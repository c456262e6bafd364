import { isMembers, listOf, type Members, membersOf, textOf } from './body'
import { createClock } from './clock'
import type { SettingsChange } from './control'
import { createServer, type Server } from './server'
import type { Store } from './store'

/** For the simulator's own tests: one server, called as a client calls it. */
export const origin = 'http://simulator.test'
/** A Monday, four weeks before summer time. */
export const start = Date.parse('2026-03-02T08:00:00Z')

const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: Members
  readonly rows: readonly Members[]
  /** First code of an error body. */
  readonly code: string | null
}

export interface Ask {
  readonly as?: string
  readonly method?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

const parsed = (text: string): Members => {
  try {
    return membersOf(JSON.parse(text))
  } catch {
    return {}
  }
}

/** @param options The start of the clock in epoch milliseconds, a store, and how many VMs. */
export function bench(options: { readonly now?: number; readonly store?: Store; readonly fleet?: number } = {}) {
  // The device stands still, so that only the test moves time.
  const clock = createClock({ now: options.now ?? start }, () => start)
  const server: Server = createServer({
    clock,
    fleet: options.fleet ?? 0,
    ...(options.store ? { store: options.store } : {}),
  })

  const raw = (path: string, { as = 'operator', method = 'GET', body, headers = {} }: Ask = {}): Promise<Response> =>
    server(
      new Request(`${origin}${path}`, {
        method,
        headers: { authorization: `Basic ${btoa(`${as}:${as}`)}`, 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )

  const call = async (path: string, ask?: Ask): Promise<Answer> => {
    const response = await raw(path.startsWith(origin) ? path.slice(origin.length) : `/api${path}`, ask)
    const body = parsed(await response.text())
    const rows = listOf(body)
    return {
      status: response.status,
      headers: response.headers,
      body,
      rows,
      code: response.ok ? null : textOf(rows[0]?.['code']),
    }
  }

  const control = async (path: string, body?: object): Promise<Members> => {
    const response = await server(
      new Request(`${origin}/simulator/${path}`, body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    )
    const json: unknown = await response.json()
    if (!response.ok) throw new Error(`${response.status} ${JSON.stringify(json)}`)
    return isMembers(json) ? json : { list: json }
  }

  const vm = async (label: string, as = 'cloudadmin'): Promise<Members> => {
    const { rows } = await call(`/cloud/virtualmachines?limit=0&vmlabel=${encodeURIComponent(label)}`, { as })
    const [found] = rows
    if (!found) throw new Error(`There is no ${label}`)
    return found
  }

  return {
    server,
    raw,
    call,
    control,
    skip: (ms: number) => control('clock', { skip: ms }),
    settings: (change: SettingsChange) => control('settings', change),
    vm,
    /** Path of a VM, below the API's address. */
    pathOf: async (label: string): Promise<string> => hrefOf(await vm(label), 'edit').slice(`${origin}/api`.length),
  }
}

export type Bench = ReturnType<typeof bench>

export function hrefOf(entity: Members, rel: string): string {
  const href = textOf(listOf(entity['links']).find((link) => link['rel'] === rel)?.['href'])
  if (href === null) throw new Error(`There is no link ${rel}`)
  return href
}

/** A `backupPolicies` element for a policy of a datacenter. */
export const chosen = (datacenter: number, policy: number, ...backupConfigurations: readonly object[]): object => ({
  links: [{ rel: 'policy', href: `${origin}/api/cloud/locations/${datacenter}/backuppolicies/${policy}` }],
  backupConfigurations,
})

/** Ids of seeded policies, by what they are for. */
export const policyIds = {
  bcnNightly: 21,
  bcnOwnTime: 24,
  bcnOwnWeek: 25,
  bcnOldWeek: 28,
  bcnFail: 29,
  bcnProviderOnly: 30,
  ldnPlatinum: 41,
  ldnSilver: 42,
  ldnOnce: 43,
  ldnFiles: 45,
  ldnSnapWeek: 47,
  ldnHours: 48,
  ldnFail: 51,
} as const
