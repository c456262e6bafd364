import * as z from 'zod/mini'

import type { Clock } from '../clock'
import { clockChange, faultsChange, type PersonReport, resetRequest } from '../control'
import type { Faults } from '../faults'
import { addresses, apiKey, people } from './people'
import type { World } from './records'
import type { Sessions } from './sessions'

/** `POST /simulator/settings` of CloudCIX's dialect. */
export const settings = z.strictObject({
  latencyMs: z.optional(z.number().check(z.nonnegative())),
  /** Requests in a second of a person; the platform's own are twenty. */
  perSecond: z.optional(z.number().check(z.positive())),
  /** VMs more than the seeded ones: a new world. */
  fleet: z.optional(z.number().check(z.nonnegative())),
  /** By name of the VM: whether its backups fail. */
  vms: z.optional(z.record(z.string(), z.strictObject({ broken: z.boolean() }))),
})
export type Settings = z.infer<typeof settings>

export interface Controlled {
  readonly clock: Clock
  readonly faults: Faults
  readonly sessions: Sessions
  readonly world: () => World
  readonly reset: (fleet: number) => void
  fleet: number
  latencyMs: number
}

const json = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-cache' } })

const timeOf = ({ clock }: Controlled): Response =>
  json({ now: new Date(clock.now()).toISOString(), speed: clock.setting().speed })

function changeClock(home: Controlled, text: string): Response {
  const change = clockChange.parse(JSON.parse(text))
  const { clock, world } = home
  world()
  if ('speed' in change) clock.run(change.speed)
  else clock.set('skip' in change ? clock.now() + change.skip : Date.parse(change.now))
  world()
  return timeOf(home)
}

const report = (home: Controlled): Response =>
  json({ fleet: home.fleet, vms: home.world().vms.size, latencyMs: home.latencyMs })

function changeSettings(home: Controlled, text: string): Response {
  const change = settings.parse(JSON.parse(text))
  if (change.fleet !== undefined) home.reset(change.fleet)
  home.latencyMs = change.latencyMs ?? home.latencyMs
  if (change.perSecond !== undefined) home.sessions.throttleAt(change.perSecond)
  for (const vm of home.world().vms.values()) vm.broken = change.vms?.[vm.name]?.broken ?? vm.broken
  return report(home)
}

function changeFaults({ faults, sessions }: Controlled, text: string): Response {
  const { rules, endSessions } = faultsChange.parse(JSON.parse(text))
  if (rules) faults.replace(rules)
  if (endSessions) sessions.endAll()
  return json({ rules: faults.rules() })
}

/** Who can sign in, with all that it takes. */
export const peopleReport = (): readonly PersonReport[] =>
  people
    .filter(({ robot }) => !robot)
    .map(({ email, password, firstName, surname, address, administrator, isPrivate, otp, firstOtp, about }) => ({
      nick: email,
      name: `${firstName} ${surname}`,
      role: administrator ? 'administrator' : isPrivate ? 'private' : 'user',
      tenant: addresses.find(({ id }) => id === address)?.name ?? '',
      about,
      password,
      more: {
        'api-key': apiKey,
        ...(otp !== undefined && { 'one-time-code': otp }),
        ...(firstOtp !== undefined && { 'first-code': firstOtp }),
      },
    }))

/** The simulator's own calls, `/simulator/...`. */
export function controlAnswer(home: Controlled, method: string, path: string, text: string): Response {
  try {
    switch (`${method} ${path.replace(/\/+$/, '')}`) {
      case 'GET /simulator/clock':
        return timeOf(home)
      case 'POST /simulator/clock':
        return changeClock(home, text)
      case 'POST /simulator/reset': {
        const { fleet = home.fleet, now } = resetRequest.parse(JSON.parse(text))
        home.clock.set(now === undefined ? home.clock.device() : Date.parse(now))
        home.reset(fleet)
        return json({})
      }
      case 'GET /simulator/settings':
        return report(home)
      case 'POST /simulator/settings':
        return changeSettings(home, text)
      case 'POST /simulator/faults':
        return changeFaults(home, text)
      case 'GET /simulator/people':
        return json(peopleReport())
      default:
        return json({ error: `The simulator has no ${method} ${path}` }, 404)
    }
  } catch (error) {
    if (error instanceof z.core.$ZodError || error instanceof SyntaxError) return json({ error: error.message }, 400)
    throw error
  }
}
