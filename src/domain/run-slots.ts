import type { Backup } from './backup'
import { day, hour, minute } from './calendar'
import type { Lane } from './lane'
import { mostHours } from './policy'
import { mostRuns, type Run, runsBetween, type Schedule } from './schedule'

/** Clocks differ: a backup may seem to begin a little before its time. */
const early = 15 * minute

/** A backup belongs to a run for half of the way to the next one, and never longer than this. */
const longestReach = 12 * hour

/** Around the asked range: the run before decides what belongs to it, the run after where that ends. */
const margin = 32 * day

/** A planned run, the time in which a backup belongs to it, and what was found. Epoch milliseconds. */
export interface Slot {
  readonly lane: Lane
  readonly run: Run
  readonly start: number
  readonly from: number
  readonly until: number
  /** When a run of which nothing was heard counts as missed, and one that comes later as late. */
  readonly deadline: number
  readonly found: Backup[]
}

/** A backup whose time is known, in epoch milliseconds. */
export interface Dated {
  readonly backup: Backup
  readonly at: number
}

function instantSlot(lane: Lane, start: number, next: number | undefined, reach: number): Slot {
  const gap = (next ?? start + 2 * longestReach) - start
  return {
    lane,
    run: { kind: 'instant', at: new Date(start) },
    start,
    from: start - early,
    until: Math.min(start + Math.max(lane.grace, Math.min(gap / 2, reach)), start + gap - early - 1),
    deadline: start + lane.grace,
    found: [],
  }
}

const windowSlot = (lane: Lane, from: number, to: number, found: Backup[] = []): Slot => ({
  lane,
  run: { kind: 'window', from: new Date(from), to: new Date(to) },
  start: from,
  from: from - early,
  until: to + lane.grace,
  deadline: to + lane.grace,
  found,
})

/**
 * Planned runs at known times, and a monthly one's months, around a range.
 * @param shared Backups of an hourly plan look the same: then only those on time can be told to be of this one.
 */
export function plannedSlots(
  lane: Lane,
  schedule: Schedule,
  from: number,
  to: number,
  shared: boolean,
): readonly Slot[] {
  const runs = runsBetween(schedule, new Date(from - margin), new Date(to + margin))
  const starts = runs.flatMap((run) => (run.kind === 'instant' ? [run.at.getTime()] : []))
  return [
    ...starts.map((start, place) => instantSlot(lane, start, starts[place + 1], shared ? lane.grace : longestReach)),
    ...runs.flatMap((run) => (run.kind === 'window' ? [windowSlot(lane, run.from.getTime(), run.to.getTime())] : [])),
  ]
}

/** What came within a quarter of the step is one run and a repeat of it. */
function together(own: readonly Dated[], step: number): readonly { readonly at: number; readonly found: Backup[] }[] {
  const groups: { at: number; found: Backup[] }[] = []
  for (const { at, backup } of own) {
    const last = groups.at(-1)
    if (last && at - last.at < step / 4) last.found.push(backup)
    else groups.push({ at, found: [backup] })
  }
  return groups
}

/**
 * Every N hours from a start that only the backup system knows: each backup starts the clock anew, and the next one is
 * due within N hours of it. Before the first backup the clock is taken to have run as it does since; without any
 * backup it runs from the beginning of the range.
 */
export function hourlySlots(
  lane: Lane,
  hours: number,
  own: readonly Dated[],
  from: number,
  to: number,
): readonly Slot[] {
  if (!Number.isInteger(hours) || hours < 1 || hours > mostHours || !(from < to)) return []
  const step = hours * hour
  const slots: Slot[] = []
  const groups = together(own, step)
  let last = groups[0] ? groups[0].at - step * Math.max(1, Math.ceil((groups[0].at - from) / step)) : from
  for (const { at, found } of groups) {
    const steps = Math.min(mostRuns, Math.max(1, Math.round((at - last) / step)))
    for (let place = 1; place < steps; place += 1)
      slots.push(windowSlot(lane, last + (place - 1) * step, last + place * step))
    slots.push(windowSlot(lane, last + (steps - 1) * step, last + steps * step, found))
    last = at
  }
  for (; last < to && slots.length < mostRuns; last += step) slots.push(windowSlot(lane, last, last + step))
  return slots
}
