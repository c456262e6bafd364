import type { Method } from '../call'
import { since, type Version, type World } from '../records'
import { imageMethods } from './images'
import { jobMethods } from './jobs'
import { marketMethods } from './markets'
import { placeMethods } from './places'
import { templateMethods } from './templates'
import { vmMethods } from './vms'

const all = new Map(
  [...vmMethods, ...jobMethods, ...imageMethods, ...templateMethods, ...marketMethods, ...placeMethods].map((one) => [
    one.name,
    one,
  ]),
)

/** What came with a later release; to an older one it is no method at all. */
const arrivals: readonly (readonly [pattern: RegExp, from: Version])[] = [
  [/^one\.vm\.sched/, '6.4'],
  [/^one\.vm\.backup$|^one\.image\.restore$/, '6.6'],
  [/^one\.vm\.backupcancel$|^one\.backupjob/, '6.8'],
  [/^one\.vm\.restore$/, '6.10'],
]

export function methodNamed(world: World, name: string): Method | null {
  const arrival = arrivals.find(([pattern]) => pattern.test(name))
  return arrival && !since(world, arrival[1]) ? null : (all.get(name) ?? null)
}
