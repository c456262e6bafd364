import * as z from 'zod/mini'

import type { Clock } from '../clock'
import { createDiary, type Played } from '../replay'
import type { Store } from '../store'
import type { Call } from './call'
import { bend, type Settings, settings } from './control'
import { methodNamed } from './methods/index'
import { type Person, versions, type World } from './records'
import { Refused } from './refusal'
import { advance } from './scheduler'
import { seedWorld } from './seed/world'
import { Fault, type Sent } from './xml-rpc'

const originShape = z.object({ version: z.enum(versions), fleet: z.number(), start: z.number() })
export type Origin = z.infer<typeof originShape>

const step = z.union([
  z.object({ by: z.number(), method: z.string(), params: z.array(z.union([z.string(), z.number(), z.boolean()])) }),
  z.object({ bent: settings }),
])

const typed =
  (given: readonly Sent[]) =>
  <T extends Sent>(kind: (value: Sent | undefined) => value is T) =>
  (at: number, otherwise?: T): T => {
    const value = given[at] ?? otherwise
    if (kind(value)) return value
    throw new Fault(-501, 'Not enough parameters')
  }

/** A call with its parameters, checked as they are taken. */
export function callOf(world: World, person: Person, given: readonly Sent[]): Call {
  const take = typed(given)
  return {
    world,
    now: world.advancedTo,
    person,
    number: take((value) => typeof value === 'number'),
    text: take((value) => typeof value === 'string'),
    flag: (at, otherwise = false) => given[at] === true || (given[at] === undefined && otherwise),
  }
}

/** Methods that leave everything as it is. */
const onlyReads = /(?:info|infoextended|infoset|version|config)$/u

function follow(world: World, what: string): void {
  const found = step.parse(JSON.parse(what))
  if ('bent' in found) return bend(world, found.bent)
  const person = world.people.find(({ id }) => id === found.by)
  const method = methodNamed(world, found.method)
  if (person && method) method.run(callOf(world, person, found.params))
}

/** A kept world, whole again. What was refused then is refused again. */
function replayed({ origin, steps }: Played): World {
  const { version, fleet, start } = originShape.parse(JSON.parse(origin))
  const world = seedWorld(version, start, fleet)
  for (const { at, what } of steps) {
    advance(world, Math.max(world.advancedTo, at))
    try {
      follow(world, what)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
    }
  }
  return world
}

/** OpenNebula's world with its clock, and the place where it is kept. */
export function createHome(clock: Clock, begins: Pick<Origin, 'version' | 'fleet'>, store?: Store) {
  const diary = createDiary(store, clock)
  const seconds = (): number => Math.floor(clock.now() / 1_000)
  let size = begins.fleet
  const begin = (version: Origin['version']): World => {
    const origin: Origin = { version, fleet: size, start: seconds() }
    diary.begin(JSON.stringify(origin))
    return seedWorld(version, origin.start, size)
  }
  const kept = diary.news()
  let world = kept ? replayed(kept) : begin(begins.version)
  return {
    /** As of now: what another tab did is in it, and everything that is due has happened. */
    world: (): World => {
      const news = diary.news()
      if (news) world = replayed(news)
      advance(world, Math.max(world.advancedTo, seconds()))
      return world
    },
    keep: diary.save,
    /** Something was asked for; what only reads is not written down. */
    note: (by: Person, method: string, params: readonly Sent[]): void => {
      if (!onlyReads.test(method)) diary.note(world.advancedTo, JSON.stringify({ by: by.id, method, params }))
    },
    bend: ({ version: _version, latencyMs: _latency, tokenSeconds: _token, ...bent }: Settings): void => {
      bend(world, bent)
      diary.note(world.advancedTo, JSON.stringify({ bent }))
    },
    reset: ({
      version = world.version,
      fleet = size,
    }: {
      readonly version?: Origin['version']
      readonly fleet?: number
    }): void => {
      size = fleet
      world = begin(version)
    },
  }
}
