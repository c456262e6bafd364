import { type Backup, backupOfEnd, type TrailEnd } from './backup'
import { day } from './calendar'
import { judgeRuns } from './judged-runs'
import { type Lane, lanesOf } from './lane'
import type { BackupPolicy } from './policy'
import { latestOf, nextRun, type Run, runsBetween, type Schedule } from './schedule'
import type { Thresholds } from './thresholds'
import type { VirtualMachine } from './virtual-machine'

/** When the next backup is due, as far as the policies in sight tell; `system`: only the backup system knows. */
export type Due = Run | { readonly kind: 'system' | 'unknown' | 'none' }

/** Whether a run may begin at any moment: its window is open. */
export const isWindowOpen = (run: Run, now: Date): boolean => run.kind === 'window' && run.from <= now && run.to >= now

/** The month of a schedule in which a run may lie now; null where it has none. Whether its run was made is not asked. */
export const openMonth = (schedule: Schedule, now: Date): Run | null =>
  schedule.every === 'monthly'
    ? (runsBetween(schedule, new Date(now.getTime() - 32 * day), new Date(now.getTime() + 1)).find((run) =>
        isWindowOpen(run, now),
      ) ?? null)
    : null

/** By lane: the window that is open and has no backup yet, by the rule that judges the timeline. */
function openRuns(lanes: readonly Lane[], found: readonly Backup[], now: Date): ReadonlyMap<string, Run> {
  const open = new Map<string, Run>()
  if (!lanes.some(({ schedule }) => schedule?.every === 'monthly' || schedule?.every === 'hourly')) return open
  const range = { from: now, to: new Date(now.getTime() + 1), since: null }
  for (const { lane, run, judgement } of judgeRuns(lanes, found, range, now).runs)
    if (judgement === 'due' && isWindowOpen(run, now) && !open.has(lane)) open.set(lane, run)
  return open
}

/**
 * The run over all policies of a VM that comes first, by when it begins at the latest. A window that is open and in which
 * no backup was found is still to come, and due by its end; hours count from the last backup that is known, else from
 * now, unless the platform says when. A policy that this person cannot see, or a value that is missing, leaves `unknown`
 * when nothing else is due; so does a month that is open where nobody knows whether its run was made. A policy that
 * delegates leaves `system`.
 * @param found Backups of the VM, in any order; null where they are not known.
 * @param thresholds Of the site.
 */
export function nextRunOf(
  vm: Pick<VirtualMachine, 'assignments'>,
  policies: readonly BackupPolicy[],
  now: Date,
  found: readonly Backup[] | null,
  thresholds: Thresholds,
): Due {
  if (vm.assignments === null) return { kind: 'unknown' }
  const lanes = vm.assignments.flatMap((assignment) =>
    lanesOf(
      assignment,
      policies.find(({ id }) => id === assignment.policyId),
      thresholds,
    ),
  )
  const open = openRuns(lanes, found ?? [], now)
  const isKnown = ({ schedule }: Lane): boolean =>
    schedule !== null && (found !== null || openMonth(schedule, now) === null)
  const runOf = ({ key, schedule, next }: Lane): Run | null =>
    next && next > now ? { kind: 'instant', at: next } : (open.get(key) ?? (schedule && nextRun(schedule, now)))
  const soonest = lanes
    .flatMap((lane) => (lane.schedule && isKnown(lane) ? (runOf(lane) ?? []) : []))
    .toSorted((a, b) => latestOf(a) - latestOf(b))[0]
  if (soonest) return soonest
  if (lanes.some(({ schedule }) => schedule?.every === 'system')) return { kind: 'system' }
  return { kind: lanes.every(isKnown) ? 'none' : 'unknown' }
}

/**
 * The same where only the newest end in the trail is known, as in a list. What someone requested says nothing of plans,
 * and hides what came before it.
 */
export const nextRunAfter = (
  vm: Pick<VirtualMachine, 'assignments'>,
  policies: readonly BackupPolicy[],
  now: Date,
  newest: TrailEnd | null,
  thresholds: Thresholds,
): Due => nextRunOf(vm, policies, now, newest && newest.requested !== true ? [backupOfEnd(newest)] : null, thresholds)
