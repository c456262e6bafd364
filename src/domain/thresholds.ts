import { minute } from './calendar'

/** The numbers of the protection rule, which a site may set. Plain data, so that it can go to another thread. */
export interface Thresholds {
  /**
   * How long after its planned start a backup may come and still be on time: backup systems queue, and platforms ask them
   * every few minutes. When nothing came by then, the run is missed.
   */
  readonly lateAfterMinutes: number
  /** The same for the runs of single policies, by their names. */
  readonly policies: ReadonlyMap<string, number>
  /** Where every backup is made by hand, a good one protects so many days: nothing is planned that could make the next. */
  readonly byHandDays: number
}

/** What holds where a site sets nothing. */
export const usualThresholds: Thresholds = { lateAfterMinutes: 120, policies: new Map(), byHandDays: 7 }

/** How long after its time a run of a policy counts as missed when nothing is heard of it, in milliseconds. */
export const graceOf = ({ lateAfterMinutes, policies }: Thresholds, policyName: string): number =>
  (policies.get(policyName) ?? lateAfterMinutes) * minute
