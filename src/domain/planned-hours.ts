import { hour } from './calendar'
import { instantsOf, type Lane, laneReader } from './lane'
import type { BackupPolicy } from './policy'
import type { VirtualMachine } from './virtual-machine'

/** A run that is planned for an instant. */
export interface PlannedRun {
  readonly vmId: string
  readonly vmName: string
  readonly at: Date
}

/** What is planned for the VMs of a fleet in a span of time. */
export interface PlannedRuns {
  /** In their order. */
  readonly runs: readonly PlannedRun[]
  /** VMs that have runs too whose hour nobody here knows: only the backup system does, or values or policies are not seen. */
  readonly untold: number
}

/**
 * The planned runs of deployed VMs from `from` (included) to `to` (left out). The plans of policies are worked out once,
 * so that a fleet of any size takes one pass.
 */
export function plannedRuns(
  vms: readonly Pick<VirtualMachine, 'id' | 'name' | 'state' | 'assignments'>[],
  policies: readonly BackupPolicy[],
  from: Date,
  to: Date,
): PlannedRuns {
  const lanesOf = laneReader(policies)
  const shared = new Map<readonly Lane[], readonly (Date | null)[]>()
  /** Null stands for a run of an unknown hour. */
  const timesOf = (assignment: NonNullable<VirtualMachine['assignments']>[number]): readonly (Date | null)[] => {
    const lanes = lanesOf(assignment)
    const known = shared.get(lanes)
    if (known) return known
    const times = lanes.flatMap((lane): readonly (Date | null)[] => instantsOf(lane, from, to) ?? [null])
    shared.set(lanes, times)
    return times
  }
  const runs: PlannedRun[] = []
  let untold = 0
  for (const { id, name, state, assignments } of vms) {
    if (state === 'not-deployed') continue
    const times = (assignments ?? []).flatMap(timesOf)
    if (assignments === null || times.includes(null)) untold += 1
    for (const at of times) if (at) runs.push({ vmId: id, vmName: name, at })
  }
  return { runs: runs.toSorted((a, b) => a.at.getTime() - b.at.getTime()), untold }
}

/** How many of the instants lie in each hour from `start` on; those outside of the hours are left out. */
export function byHour(instants: readonly Date[], start: Date, hours: number): readonly number[] {
  const counts = Array.from({ length: hours }, () => 0)
  for (const at of instants) {
    const place = Math.floor((at.getTime() - start.getTime()) / hour)
    if (place >= 0 && place < hours) counts[place] = (counts[place] ?? 0) + 1
  }
  return counts
}
