import type { TrailEnd } from './backup'
import type { Lane } from './lane'
import { localInstant } from './local-day'
import type { Run } from './schedule'

/** A day of a zone, from `from` (included) to `to` (left out): 23 or 25 hours where clocks are set. */
export interface CalendarDay {
  /** Days since 1970-01-01. */
  readonly number: number
  readonly from: Date
  readonly to: Date
}

/** So many days of a zone's calendar, the last one being `last` (days since 1970-01-01). */
export const daysUpTo = (timeZone: string, last: number, count: number): readonly CalendarDay[] =>
  Array.from({ length: count }, (_, place): CalendarDay => {
    const number = last - count + 1 + place
    return { number, from: localInstant(timeZone, number), to: localInstant(timeZone, number + 1) }
  })

/** The end of a backup, as the trail tells it. */
export interface DayOutcome extends TrailEnd {
  readonly id: string
  readonly text: string | null
}

/** A backup that runs now. */
export interface RunningBackup {
  readonly since: Date
  /** Someone asked for it, so no plan did. */
  readonly requested: boolean
}

/**
 * How a VM fared on a day. `partly`: some backups good, some failed or missed. `running`, `planned`: nothing ended yet.
 * `none`: nothing was planned, nothing was found. `unknown`: one cannot tell; it is never taken for good or missed.
 */
export type DayState = 'good' | 'partly' | 'failed' | 'missed' | 'running' | 'planned' | 'none' | 'unknown'

/** Why nothing can be said of runs that nobody told of. */
export type DayGap =
  | 'trail'
  | 'plan-changed'
  | 'policies-untold'
  | 'plan-unknown'
  | 'system'
  | 'not-deployed'
  | 'unclear'
  | 'not-heard'

/**
 * How one run of a day went. `unclear`: the word for its end is not known; `unknown`: nobody told. Neither is ever
 * taken for good.
 */
export type RunState = 'good' | 'failed' | 'missed' | 'unclear' | 'running' | 'planned' | 'unknown'

/** A planned run of the day, or a backup that no plan asked for (`run` is null). */
export interface DayRun {
  readonly lane: Lane | null
  readonly run: Run | null
  readonly state: RunState
  readonly outcome: DayOutcome | null
}

/** How one VM fared on one day of a zone. */
export interface VmDay {
  /** Of the day: days since 1970-01-01. */
  readonly number: number
  readonly state: DayState
  readonly gap: DayGap | null
  readonly runs: readonly DayRun[]
  readonly counts: Readonly<Record<RunState, number>>
}

/** What is known of the VM beside its plan. */
export interface DayKnowledge {
  readonly outcomes: readonly DayOutcome[]
  /** Null: none does. */
  readonly running: RunningBackup | null
  /** Since when the trail is whole; null: not known to this person. */
  readonly wholeSince: Date | null
  /** When the trail was read. */
  readonly asOf: Date
  /** When the plan last changed, as far as one knows. */
  readonly plannedAt: Date | null
}

/** The lanes of a VM; null when the platform does not say which policies it has. */
export interface DayPlan {
  readonly lanes: readonly Lane[] | null
  readonly deployed: boolean
}

/** Whether someone should look at the day. */
export const needsCare = ({ state }: Pick<VmDay, 'state'>): boolean =>
  state === 'failed' || state === 'missed' || state === 'partly'
