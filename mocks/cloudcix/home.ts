import * as z from 'zod/mini'

import type { Clock } from '../clock'
import { createDiary, type Played } from '../replay'
import type { Store } from '../store'
import type { Call } from './call'
import { bend, type Settings, settings } from './control'
import type { World } from './records'
import { Refused } from './refusal'
import { routed } from './routes'
import { seedWorld } from './seed'
import { advance } from './work'

const originShape = z.object({ fleet: z.number(), start: z.number() })
type Origin = z.infer<typeof originShape>

const step = z.union([
  z.object({ by: z.number(), verb: z.string(), path: z.string(), body: z.record(z.string(), z.unknown()) }),
  z.object({ bent: settings }),
])

/** What was asked for: a write, of a person who is signed in. */
export interface Asked {
  readonly verb: string
  readonly path: string
  readonly body: Call['body']
}

function follow(world: World, what: string): void {
  const found = step.parse(JSON.parse(what))
  if ('bent' in found) return bend(world, found.bent)
  const person = world.people.find(({ id }) => id === found.by)
  if (!person) return
  const { verb, path, body } = found
  routed(verb, path, { world, now: world.at, person, params: new URLSearchParams(), body })
}

/** A kept world, whole again. What was refused then is refused again. */
function replayed({ origin, steps }: Played): readonly [World, Origin] {
  const begun = originShape.parse(JSON.parse(origin))
  const world = seedWorld(begun.start, begun.fleet)
  for (const { at, what } of steps) {
    advance(world, Math.max(world.at, at))
    try {
      follow(world, what)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
    }
  }
  return [world, begun]
}

/** CloudCIX's world with its clock, and the place where it is kept. `begins`: VMs more than the seeded ones. */
export function createHome(clock: Clock, begins: number, store?: Store) {
  const diary = createDiary(store, clock)
  const begin = (fleet: number): readonly [World, Origin] => {
    const origin: Origin = { fleet, start: clock.now() }
    diary.begin(JSON.stringify(origin))
    return [seedWorld(origin.start, fleet), origin]
  }
  const kept = diary.news()
  let [world, origin] = kept ? replayed(kept) : begin(begins)
  return {
    /** As of now: what another tab did is in it, and everything that is due has happened. */
    world: (): World => {
      const news = diary.news()
      if (news) [world, origin] = replayed(news)
      advance(world, Math.max(world.at, clock.now()))
      return world
    },
    fleet: (): number => origin.fleet,
    keep: diary.save,
    /** A write was asked for; reads change nothing. */
    note: (by: number, { verb, path, body }: Asked): void => {
      if (verb !== 'GET') diary.note(world.at, JSON.stringify({ by, verb, path, body }))
    },
    bend: ({ vms }: Settings): void => {
      if (!vms) return
      bend(world, { vms })
      diary.note(world.at, JSON.stringify({ bent: { vms } }))
    },
    reset: (fleet: number): void => {
      ;[world, origin] = begin(fleet)
    },
  }
}
