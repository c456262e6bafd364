import type { ClockReport, PersonReport, SettingsReport } from '#mocks/control'

/** The simulator's own calls, outside the platform's API. Used only where the simulator runs. */
async function call<Reply>(path: string, read: (reply: unknown) => Reply, body?: unknown): Promise<Reply> {
  const response = await fetch(`/simulator/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { accept: 'application/json', 'x-requested-with': 'Holdfast', 'content-type': 'application/json' },
    credentials: 'omit',
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`The simulator answered ${String(response.status)}`)
  return read(await response.json().catch(() => null))
}

type Json = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null
const isClock = (value: unknown): value is ClockReport =>
  isRecord(value) && typeof value['now'] === 'string' && typeof value['speed'] === 'number'
const isPerson = (value: unknown): value is PersonReport =>
  isRecord(value) && typeof value['nick'] === 'string' && typeof value['about'] === 'string'
const isSettings = (value: unknown): value is SettingsReport => isRecord(value) && typeof value['vms'] === 'number'

function expected<T>(is: (value: unknown) => value is T): (value: unknown) => T {
  return (value) => {
    if (is(value)) return value
    throw new Error('The simulator answered in an unknown shape')
  }
}

/** What time it is in the simulator, and how fast it runs. */
export const readClock = (): Promise<ClockReport> => call('clock', expected(isClock))
/** How large its fleet is, and which troubles it plays. */
export const readSettings = (): Promise<SettingsReport> => call('settings', expected(isSettings))
/** Who can sign in there; entries that cannot be read are left out. */
export const readPeople = (): Promise<readonly PersonReport[]> =>
  call('people', (reply) => (Array.isArray(reply) ? reply.filter(isPerson) : []))

/** Moves the clock forward by milliseconds, or sets how fast it runs. */
export const changeClock = (change: { readonly skip: number } | { readonly speed: number }): Promise<unknown> =>
  call('clock', (reply) => reply, change)

/** A fresh world with so many machines more than the seeded ones; without a number as large as it is. */
export const resetWorld = (fleet?: number): Promise<unknown> =>
  call('reset', (reply) => reply, fleet === undefined ? {} : { fleet })
