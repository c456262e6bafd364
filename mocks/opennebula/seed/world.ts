import { since, type Version, type World } from '../records'
import { jobs } from './jobs'
import { marketBackups } from './market'
import { native } from './native'
import { people } from './people'
import { places } from './places'
import { addVm, seeds } from './vms'

function emptyWorld(version: Version, now: number): World {
  return {
    version,
    vms: new Map(),
    images: new Map(),
    jobs: new Map(),
    apps: new Map(),
    ...places(now),
    people,
    marketCreators: new Set([3]),
    due: [],
    nextSched: 0,
    advancedTo: now,
  }
}

/** The world that the simulator starts with; the same for the same release, size and instant (epoch seconds). */
export function seedWorld(version: Version, now: number, fleet = 0): World {
  const world = emptyWorld(version, now)
  seeds.forEach((seed, at) => addVm(world, seed, at + 1, now))
  for (let id = seeds.length + 1; id <= fleet; id += 1)
    addVm(
      world,
      { name: `fleet-${String(id).padStart(5, '0')}`, gb: [20], cluster: id % 2 === 0 ? 100 : 101, on: id % 9 !== 0 },
      id,
      now,
    )
  if (since(world, '6.6')) native(world, now)
  else marketBackups(world, now)
  if (since(world, '6.8')) jobs(world, now)
  return world
}
