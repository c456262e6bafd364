import { outcomes } from './backup'
import { dateOf, makeListing, timeOf } from './columns'
import type { CalendarDay, DayKnowledge, DayOutcome, DayPlan, VmDay } from './fleet-day'
import { needsCare } from './fleet-day'
import { vmDays } from './fleet-days'
import type { Lane } from './lane'

/** Runs of one day over many VMs. */
export interface DaySum {
  readonly failed: number
  readonly missed: number
}

/** What is the same for all VMs of the sums. Plain data, so that it can go to another thread. */
export interface SumGround {
  readonly days: readonly CalendarDay[]
  readonly wholeSince: Date | null
  readonly asOf: Date
  readonly now: Date
}

/** A VM as the days of the calendar are judged from it. */
export type DayMember = DayPlan & Pick<DayKnowledge, 'outcomes' | 'running' | 'plannedAt'>

/**
 * Members in columns, which another thread takes over without copying. Times in epoch milliseconds, NaN for null. The
 * plans that members share are listed once.
 */
export interface DayColumns {
  readonly plans: readonly (readonly Lane[] | null)[]
  /** By member: the place of its plan. */
  readonly plan: Uint32Array<ArrayBuffer>
  /** By member: 1 or 0. */
  readonly deployed: Uint8Array<ArrayBuffer>
  readonly runningSince: Float64Array<ArrayBuffer>
  /** By member: 1 or 0, someone asked for what runs. */
  readonly runningRequested: Uint8Array<ArrayBuffer>
  readonly plannedAt: Float64Array<ArrayBuffer>
  /** By member: where its ends begin among all ends; one more for the end of the last. */
  readonly first: Uint32Array<ArrayBuffer>
  readonly at: Float64Array<ArrayBuffer>
  /** By end: the place of its outcome. */
  readonly outcome: Uint8Array<ArrayBuffer>
  /** By end: 1 or 0, the trail says that someone asked for it. */
  readonly requested: Uint8Array<ArrayBuffer>
}

/** What the sums of these members need, and no more. */
export function columnsOf(members: readonly DayMember[]): DayColumns {
  const lanes = makeListing<Lane, Lane>()
  const plans = makeListing<string, readonly Lane[] | null>()
  const placeOf = (plan: readonly Lane[] | null): number =>
    plans.placeOf(plan?.map((lane) => lanes.placeOf(lane, lane)).join(' ') ?? 'untold', plan)
  const ends = members.flatMap((member) => member.outcomes)
  const first = new Uint32Array(members.length + 1)
  for (const [place, member] of members.entries()) first[place + 1] = (first[place] ?? 0) + member.outcomes.length
  return {
    plan: Uint32Array.from(members, (member) => placeOf(member.lanes)),
    plans: plans.values,
    deployed: Uint8Array.from(members, ({ deployed }) => Number(deployed)),
    runningSince: Float64Array.from(members, ({ running }) => timeOf(running?.since)),
    runningRequested: Uint8Array.from(members, ({ running }) => Number(running?.requested === true)),
    plannedAt: Float64Array.from(members, ({ plannedAt }) => timeOf(plannedAt)),
    first,
    at: Float64Array.from(ends, ({ at }) => at.getTime()),
    outcome: Uint8Array.from(ends, (end) => outcomes.indexOf(end.outcome)),
    requested: Uint8Array.from(ends, ({ requested }) => Number(requested === true)),
  }
}

/** Sums of some members. */
export interface DaySums {
  readonly days: readonly DaySum[]
  /** Places of the members that have a failed or missed run. */
  readonly trouble: readonly number[]
}

/** Two sums of the same days as one. */
export const addedUp = (one: readonly DaySum[], other: readonly DaySum[]): readonly DaySum[] =>
  other.map(({ failed, missed }, place) => ({
    failed: (one[place]?.failed ?? 0) + failed,
    missed: (one[place]?.missed ?? 0) + missed,
  }))

/** The failed and missed runs of a VM by days. */
export const sumsOf = (days: readonly VmDay[]): readonly DaySum[] =>
  days.map(({ counts: { failed, missed } }) => ({ failed, missed }))

/** Judges the members day by day and adds up what came out. */
export function daySums(columns: DayColumns, { days, wholeSince, asOf, now }: SumGround): DaySums {
  let sums: readonly DaySum[] = days.map(() => ({ failed: 0, missed: 0 }))
  const trouble: number[] = []
  for (const [member, plan] of columns.plan.entries()) {
    const ends: DayOutcome[] = []
    for (let place = columns.first[member] ?? 0; place < (columns.first[member + 1] ?? 0); place += 1)
      ends.push({
        id: String(place),
        outcome: outcomes[columns.outcome[place] ?? -1] ?? 'unknown',
        at: new Date(columns.at[place] ?? 0),
        text: null,
        requested: columns.requested[place] === 1,
      })
    const since = dateOf(columns.runningSince[member])
    const judged = vmDays(
      days,
      { lanes: columns.plans[plan] ?? null, deployed: columns.deployed[member] === 1 },
      {
        outcomes: ends,
        running: since && { since, requested: columns.runningRequested[member] === 1 },
        wholeSince,
        asOf,
        plannedAt: dateOf(columns.plannedAt[member]),
      },
      now,
    )
    sums = addedUp(sums, sumsOf(judged))
    if (judged.some(needsCare)) trouble.push(member)
  }
  return { days: sums, trouble }
}
