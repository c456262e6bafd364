import type { Assignment } from './assignment'
import { day as dayMs, hour, minute } from './calendar'
import type { CalendarDay } from './fleet-day'
import { instantsOf, type Lane, laneReader } from './lane'
import type { BackupPolicy } from './policy'
import type { VirtualMachine } from './virtual-machine'
import { offsetAt } from './zone'

/** The VMs of one policy in one datacenter whose runs begin in one hour, or whose hour only the backup system knows. */
export interface LoadGroup {
  readonly policyId: string
  readonly policyName: string
  /** As the platform names it; null: it does not say. */
  readonly datacenter: string | null
  readonly vms: readonly Pick<VirtualMachine, 'id' | 'name'>[]
}

/** Runs that begin within one hour of a zone's clock on one day. */
export interface LoadHour {
  readonly runs: number
  /** The largest first. */
  readonly groups: readonly LoadGroup[]
}

/** How many runs begin when, over the VMs in sight. */
export interface ScheduleLoad {
  /** By day, then by hour of the clock, 0 to 23; the hour that a clock shows twice holds the runs of both. */
  readonly hours: readonly (readonly LoadHour[])[]
  /** Every few hours, from a start that only the backup system knows: anywhere in any hour. */
  readonly hourly: readonly LoadGroup[]
  /** The backup system chooses the time, or the day of the month. */
  readonly delegated: readonly LoadGroup[]
  /** VMs of whose plan a part is not known. */
  readonly unknown: number
  /** VMs with a policy that are not deployed: their schedules are out of force. */
  readonly outOfForce: number
}

type Member = Pick<VirtualMachine, 'id' | 'name' | 'state' | 'datacenter' | 'assignments'>

class Groups {
  readonly #groups = new Map<string, LoadGroup & { readonly vms: Pick<VirtualMachine, 'id' | 'name'>[] }>()
  #runs = 0

  add({ policyId, policyName }: Lane, { id, name, datacenter }: Member): void {
    const key = `${policyId}\n${datacenter?.id ?? ''}`
    const known = this.#groups.get(key)
    this.#runs += 1
    if (!known)
      this.#groups.set(key, { policyId, policyName, datacenter: datacenter?.name ?? null, vms: [{ id, name }] })
    // Two lines of one policy may begin in the same hour.
    else if (known.vms.at(-1)?.id !== id) known.vms.push({ id, name })
  }

  get list(): readonly LoadGroup[] {
    return [...this.#groups.values()].toSorted((one, other) => other.vms.length - one.vms.length)
  }

  get hour(): LoadHour {
    return { runs: this.#runs, groups: this.list }
  }
}

/** Day and hour of a zone's clock at which an instant lies, as one number: `place * 24 + hour`; -1 outside the days. */
function spotOf(timeZone: string, days: readonly CalendarDay[], at: number): number {
  const place = days.findIndex(({ from, to }) => at >= from.getTime() && at < to.getTime())
  const local = at + offsetAt(timeZone, new Date(at)) * minute
  return place < 0 ? -1 : place * 24 + Math.floor((((local % dayMs) + dayMs) % dayMs) / hour)
}

/**
 * Lays the plans of VMs out on hours of a zone. Runs before `now` are over and are left out. Plans that many VMs share
 * are worked out once, so that ten thousand VMs take a moment.
 */
export function scheduleLoad(
  vms: readonly Member[],
  policies: readonly BackupPolicy[],
  days: readonly CalendarDay[],
  timeZone: string,
  now: Date,
): ScheduleLoad {
  const lanesOf = laneReader(policies)
  const plans = new Map<string, readonly { readonly lane: Lane; readonly spots: readonly number[] | null }[]>()
  const from = new Date(Math.max(now.getTime(), days[0]?.from.getTime() ?? 0))
  const to = days.at(-1)?.to ?? from
  const planOf = (assignment: Assignment) => {
    const key = JSON.stringify([assignment.policyId, assignment.values, assignment.next])
    const known = plans.get(key)
    if (known) return known
    const made = lanesOf(assignment).map((lane) => {
      const instants = instantsOf(lane, from, to)
      const spots = instants?.map((at) => spotOf(timeZone, days, at.getTime())).filter((spot) => spot >= 0)
      return { lane, spots: spots ?? null }
    })
    plans.set(key, made)
    return made
  }
  const cells = Array.from({ length: days.length * 24 }, () => new Groups())
  const [hourly, delegated] = [new Groups(), new Groups()]
  let [unknown, outOfForce] = [0, 0]
  for (const vm of vms) {
    const { assignments } = vm
    if (assignments === null) unknown += 1
    else if (vm.state === 'not-deployed') outOfForce += assignments.length > 0 ? 1 : 0
    else {
      let unread = false
      for (const { lane, spots } of assignments.flatMap(planOf)) {
        if (lane.schedule === null) unread = true
        else if (spots !== null) for (const spot of spots) cells[spot]?.add(lane, vm)
        else if (lane.schedule.every === 'hourly') hourly.add(lane, vm)
        else delegated.add(lane, vm)
      }
      if (unread) unknown += 1
    }
  }
  return {
    hours: days.map((_, place) => cells.slice(place * 24, place * 24 + 24).map((cell) => cell.hour)),
    hourly: hourly.list,
    delegated: delegated.list,
    unknown,
    outOfForce,
  }
}
