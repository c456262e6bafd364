import * as z from 'zod/mini'

import type { Clock } from '../clock'
import { clockChange, faultsChange, resetRequest } from '../control'
import type { Faults } from '../faults'
import { type Version, versions, type World } from './records'
import type { Sessions } from './sessions'

/** `POST /simulator/settings` of OpenNebula's dialect. */
export const settings = z.strictObject({
  /** Another release: a new world. */
  version: z.optional(z.enum(versions)),
  latencyMs: z.optional(z.number().check(z.nonnegative())),
  /** By name of the marketplace: what its uploads fail with; null when they do not. */
  uploadErrors: z.optional(z.record(z.string(), z.nullable(z.string()))),
  /** By name of the VM. */
  vms: z.optional(
    z.record(
      z.string(),
      z.strictObject({
        driverError: z.optional(z.nullable(z.string())),
        stubborn: z.optional(z.boolean()),
        deaf: z.optional(z.boolean()),
      }),
    ),
  ),
})
export type Settings = z.infer<typeof settings>

export interface Controlled {
  readonly clock: Clock
  readonly faults: Faults
  readonly sessions: Sessions
  readonly world: () => World
  /** `fleet`: how many VMs in all; never fewer than the seeded ones. */
  readonly reset: (change: { readonly version?: Version; readonly fleet?: number }) => void
  latencyMs: number
}

const json = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-cache' } })

function changeClock({ clock, world }: Controlled, text: string): Response {
  const change = clockChange.parse(JSON.parse(text))
  world()
  if ('speed' in change) clock.run(change.speed)
  else clock.set('skip' in change ? clock.now() + change.skip : Date.parse(change.now))
  world()
  return json({ now: new Date(clock.now()).toISOString(), speed: clock.setting().speed })
}

function report(home: Controlled): Response {
  const world = home.world()
  return json({ version: world.version, latencyMs: home.latencyMs, vms: world.vms.size })
}

function changeSettings(home: Controlled, text: string): Response {
  const change = settings.parse(JSON.parse(text))
  if (change.version !== undefined) home.reset({ version: change.version })
  const world = home.world()
  home.latencyMs = change.latencyMs ?? home.latencyMs
  for (const market of world.markets.values()) {
    const error = change.uploadErrors?.[market.name]
    if (error !== undefined) market.uploadError = error
  }
  for (const vm of world.vms.values()) {
    const { driverError, stubborn, deaf } = change.vms?.[vm.name] ?? {}
    if (driverError !== undefined) vm.driverError = driverError
    vm.stubborn = stubborn ?? vm.stubborn
    vm.deaf = deaf ?? vm.deaf
  }
  return report(home)
}

function reset(home: Controlled, text: string): Response {
  const { now, fleet } = resetRequest.parse(text === '' ? {} : JSON.parse(text))
  home.clock.set(now === undefined ? Date.now() : Date.parse(now))
  home.clock.run(1)
  home.faults.replace([])
  home.latencyMs = 0
  home.reset(fleet === undefined ? {} : { fleet })
  return report(home)
}

function changeFaults({ faults, sessions }: Controlled, text: string): Response {
  const { rules, endSessions } = faultsChange.parse(JSON.parse(text))
  if (rules) faults.replace(rules)
  if (endSessions) sessions.endAll()
  return json({ rules: faults.rules() })
}

/** The simulator's own calls, `/simulator/...`. A rule of trouble names a method as a path: `/one.vm.backup`. */
export function controlAnswer(home: Controlled, method: string, path: string, text: string): Response {
  try {
    switch (`${method} ${path.replace(/\/+$/, '')}`) {
      case 'GET /simulator/clock':
        return json({ now: new Date(home.clock.now()).toISOString(), speed: home.clock.setting().speed })
      case 'POST /simulator/clock':
        return changeClock(home, text)
      case 'POST /simulator/reset':
        return reset(home, text)
      case 'GET /simulator/settings':
        return report(home)
      case 'POST /simulator/settings':
        return changeSettings(home, text)
      case 'POST /simulator/faults':
        return changeFaults(home, text)
      case 'GET /simulator/people':
        return json(
          home.world().people.map(({ name, gid, about }) => ({
            nick: name,
            name,
            role: gid === 0 ? 'oneadmin' : 'user',
            tenant: home.world().groups.get(gid) ?? '',
            about,
          })),
        )
      default:
        return json({ error: `The simulator has no ${method} ${path}` }, 404)
    }
  } catch (error) {
    if (error instanceof z.core.$ZodError || error instanceof SyntaxError) return json({ error: error.message }, 400)
    throw error
  }
}
