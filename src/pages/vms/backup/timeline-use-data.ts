import { useQuery } from '@tanstack/react-query'

import { policies as policiesQuery, recentOutcomes } from '~/api/queries'
import { backups as backupsQuery, isWhole } from '~/api/queries/backups'
import { thresholds } from '~/api/queries/thresholds'
import type { Backup } from '~/domain/backup'
import { judgeRuns } from '~/domain/judged-runs'
import { type Lane, laneReader } from '~/domain/lane'
import { plannedAtReader } from '~/domain/planned-at'
import type { BackupPolicy } from '~/domain/policy'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { remember } from '~/pages/parts/remember'

import { rowsOf, type TimelineRow } from './timeline-items'

/** What was planned for the VM, as far as this person can see it. Nothing runs on one that is not deployed. */
function plan(
  assignments: VirtualMachine['assignments'],
  policies: readonly BackupPolicy[],
  asleep: boolean,
): readonly Lane[] {
  const lanesOf = laneReader(policies, thresholds())
  const lanes = (assignments ?? []).flatMap((assignment) => lanesOf(assignment))
  return asleep ? lanes.map((lane) => ({ ...lane, schedule: null })) : lanes
}

/** Epoch milliseconds instead of dates: equal numbers are the same question. */
function judgeRange(
  lanes: readonly Lane[],
  backups: readonly Backup[],
  from: number,
  to: number,
  since: number | null,
  inForceFrom: number | null,
  unreadable: boolean,
  now: number,
): readonly TimelineRow[] {
  const range = {
    from: new Date(from),
    to: new Date(to),
    since: since === null ? null : new Date(since),
    inForceFrom: inForceFrom === null ? null : new Date(inForceFrom),
    unreadable,
  }
  return rowsOf(lanes, judgeRuns(lanes, backups, range, new Date(now)), backups)
}

const nothing: readonly never[] = []

/** The oldest date among results that come newest first. */
const oldest = (rows: readonly Backup[]): Date | null =>
  rows.findLast(({ createdAt }) => createdAt !== null)?.createdAt ?? null

const planned = remember(plan)
const inRange = remember(judgeRange)
const inYear = remember(judgeRange)

/** What the timeline is made of: the plan of a VM, its results, and what came of both in a stretch of time and in a year. */
export function useTimeline(vm: VirtualMachine, now: Date) {
  const results = useQuery(backupsQuery(vm.id))
  const policies = useQuery(policiesQuery(vm.id))
  const trail = useQuery(recentOutcomes())
  const lanes = planned(vm.assignments, policies.data?.rows ?? nothing, vm.state === 'not-deployed')
  const since = plannedAtReader(trail.data?.replanned)(vm)?.getTime() ?? null
  const rows = results.data?.rows ?? nothing
  /** Where the newest results end that were read; null: all were. */
  const readTo = results.data && !isWhole(results.data) ? (oldest(rows) ?? now) : null
  const told = trail.data?.wholeSince?.getTime() ?? null
  // Of what lies before, silence says nothing: it was not read, or where no record is kept it may have been replaced.
  const silentTo = trail.data?.trailless ? oldest(rows) : readTo
  const known = told !== null && silentTo !== null ? Math.max(told, silentTo.getTime()) : told
  const unreadable = results.data?.unreadable ?? 0
  const asked = (judge: typeof judgeRange, from: Date, to: Date): readonly TimelineRow[] =>
    judge(lanes, rows, from.getTime(), to.getTime(), since, known, unreadable > 0, now.getTime())
  return {
    results,
    policies,
    /** Until then nothing can be said of runs that were not found. */
    settled: !results.isPending && !policies.isPending && !trail.isPending,
    lanes,
    readTo,
    /** How many results belong to nothing, because they cannot be read or tell no date. */
    unplaced: unreadable + rows.filter(({ createdAt }) => createdAt === null).length,
    between: (from: Date, to: Date) => asked(inRange, from, to),
    year: (from: Date, to: Date) => asked(inYear, from, to),
  }
}
