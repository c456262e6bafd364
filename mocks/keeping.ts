import * as z from 'zod/mini'

import { clockSetting } from './clock'
import { faultRule } from './control'
import { datacenter, limit, policy, role } from './place-records'
import { event, heldTypes, vm } from './records'
import { seedWorld } from './seed/world'
import type { World } from './world'

/** Raise it whenever the seeded world or the records change their meaning: kept worlds of other builds are replaced. */
const build = 5

/** Only what differs from the seeded world, which comes out of `origin` again. */
const keptWorld = z.object({
  build: z.literal(build),
  origin: z.object({ seed: z.number(), fleet: z.number(), anchor: z.number() }),
  clock: clockSetting,
  checkDelay: z.number(),
  schedulerTells: z.boolean(),
  early: z.boolean(),
  kept: z.number(),
  held: z.array(z.enum(heldTypes)),
  latencyMs: z.number(),
  faults: z.array(faultRule),
  advancedTo: z.number(),
  nextEventId: z.number(),
  vms: z.array(vm),
  deleted: z.array(z.number()),
  /** Those that were written since the world began. */
  events: z.array(event),
  places: z.nullable(
    z.object({
      datacenters: z.array(datacenter),
      policies: z.array(policy),
      limits: z.array(limit),
      roles: z.array(role),
      nextId: z.number(),
    }),
  ),
})
export type KeptWorld = z.infer<typeof keptWorld>

export function keep(world: World, around: Pick<KeptWorld, 'clock' | 'latencyMs' | 'faults'>): string {
  const kept: KeptWorld = {
    build,
    origin: world.origin,
    ...around,
    checkDelay: world.checkDelay,
    schedulerTells: world.schedulerTells,
    early: world.early,
    kept: world.kept,
    held: [...world.held],
    advancedTo: world.advancedTo,
    nextEventId: world.nextEventId,
    vms: [...world.changedVms].flatMap((id) => world.vms.get(id) ?? []),
    deleted: [...world.deletedVms],
    events: world.events.filter(({ id }) => id >= world.firstOwnEventId),
    places: world.placesChanged
      ? {
          datacenters: [...world.datacenters.values()],
          policies: [...world.policies.values()],
          limits: [...world.limits.values()],
          roles: [...world.roles.values()],
          nextId: world.nextPlaceId,
        }
      : null,
  }
  return JSON.stringify(kept)
}

function parse(text: string | null): KeptWorld | null {
  if (text === null) return null
  try {
    const { success, data } = keptWorld.safeParse(JSON.parse(text))
    return success ? data : null
  } catch {
    return null
  }
}

const refill = <T extends { readonly id: number }>(map: Map<number, T>, items: readonly T[]): void => {
  map.clear()
  for (const item of items) map.set(item.id, item)
}

/** A kept world, whole again; null when there is none, or it is broken, or an older build's. */
export function revive(text: string | null): { readonly world: World; readonly kept: KeptWorld } | null {
  const kept = parse(text)
  if (!kept) return null
  const world = seedWorld(kept.origin)
  for (const one of kept.vms) {
    world.vms.set(one.id, one)
    world.changedVms.add(one.id)
    if (one.tasks.some(({ settled }) => !settled)) world.busy.add(one.id)
    else world.busy.delete(one.id)
  }
  for (const id of kept.deleted) {
    world.vms.delete(id)
    world.busy.delete(id)
    world.deletedVms.add(id)
  }
  world.events.push(...kept.events)
  if (kept.places) {
    refill(world.datacenters, kept.places.datacenters)
    refill(world.policies, kept.places.policies)
    refill(world.limits, kept.places.limits)
    refill(world.roles, kept.places.roles)
    world.nextPlaceId = kept.places.nextId
    world.placesChanged = true
  }
  world.checkDelay = kept.checkDelay
  world.schedulerTells = kept.schedulerTells
  world.early = kept.early
  world.kept = kept.kept
  world.held = kept.held
  world.advancedTo = kept.advancedTo
  world.nextEventId = kept.nextEventId
  return { world, kept }
}
