import { type Clock, createClock } from './clock'
import { advance } from './effects'
import { createFaults, type Faults } from './faults'
import { keep, revive } from './keeping'
import { seedWorld } from './seed/world'
import { createSessions, type Sessions } from './session'
import type { Store } from './store'
import type { Origin, World } from './world'

export interface Options {
  /** Where the world is kept; nowhere by default. */
  readonly store?: Store
  /** The simulator's clock; it runs with the device's by default. */
  readonly clock?: Clock
  readonly seed?: number
  /** How many VMs in all. */
  readonly fleet?: number
  /** Address of the API in all links; the origin of each request and `/api` by default. */
  readonly base?: string
}

/** A world with its clock, sessions and faults, and the place where it is kept. */
export interface Home {
  readonly clock: Clock
  readonly sessions: Sessions
  readonly faults: Faults
  latencyMs: number
  /** Texts of the world, and what every answer says in their place. */
  texts: ReadonlyMap<string, string>
  /** The world as of now: what another tab did is in it, and everything that is due has happened. */
  readonly world: () => World
  /** Something beside the world is to be kept. */
  readonly changed: () => void
  /** Keeps what changed. */
  readonly save: () => void
  readonly reset: (origin: Partial<Origin>) => void
}

const defaultSeed = 7

export function createHome({ store, clock = createClock(), seed = defaultSeed, fleet = 0 }: Options): Home {
  const faults = createFaults()
  let world: World | null = null
  let revision: string | null = null

  const write = (): void => {
    if (!world || !store) return
    revision = `${clock.now()}-${Math.random().toString(36).slice(2)}`
    store.save(
      keep(world, { clock: clock.setting(), latencyMs: home.latencyMs, faults: [...faults.remaining()] }),
      revision,
    )
    world.dirty = false
  }

  const read = (): World => {
    const revived = revive(store?.load() ?? null)
    if (!revived) return seedWorld({ seed, fleet, anchor: clock.now() })
    clock.take(revived.kept.clock)
    home.latencyMs = revived.kept.latencyMs
    faults.replace(revived.kept.faults)
    return revived.world
  }

  const home: Home = {
    clock,
    sessions: createSessions(clock.device),
    faults,
    latencyMs: 0,
    texts: new Map(),
    world: () => {
      const kept = store?.revision() ?? null
      const fresh = world === null
      if (!world || (kept !== null && kept !== revision)) {
        world = read()
        revision = kept
      }
      if (fresh && kept === null) write()
      advance(world, clock.now())
      return world
    },
    changed: () => {
      if (world) world.dirty = true
    },
    save: () => {
      if (world?.dirty) write()
    },
    reset: (origin) => {
      const before = world?.origin
      world = seedWorld({
        seed: origin.seed ?? before?.seed ?? seed,
        fleet: origin.fleet ?? before?.fleet ?? fleet,
        anchor: origin.anchor ?? clock.now(),
      })
      write()
    },
  }
  return home
}
