import { day, minute } from './calendar'
import { type Lane, laneReader } from './lane'
import type { BackupPolicy } from './policy'
import {
  type Evidence,
  type ExpectedRun,
  type Protection,
  type ProtectionReason,
  type ProtectionState,
  type TrailKnowledge,
} from './protection'
import { deadlineOf } from './run-deadline'
import { nextRun } from './schedule'
import { isRunning } from './task'
import type { Thresholds } from './thresholds'
import type { VirtualMachine } from './virtual-machine'

/** The trail is asked every minute; only when it stays silent for longer does one not know. */
const patience = 5 * minute

/** The first run over all lines after an instant, by when it must be heard of. */
function expectedAfter(lanes: readonly Lane[], after: Date): ExpectedRun | null {
  let first: ExpectedRun | null = null
  for (const { schedule, policyName, grace } of lanes) {
    const run = schedule && nextRun(schedule, after)
    const deadline = run && deadlineOf(run, grace)
    if (run && deadline && (first === null || deadline < first.deadline)) first = { policyName, run, deadline }
  }
  return first
}

const saysNothing = { reason: null, expected: null, worseAt: null } as const

const later = (one: Date, other: Date | null): Date => (other && other > one ? other : one)

/** Something of the plan that keeps it from being carried out, or from being known. */
function flawOf(lanes: readonly Lane[], now: Date): ProtectionReason | null {
  const gap = lanes.find((lane) => lane.gap !== null && lane.gap !== 'policy-unseen')?.gap
  if (gap === 'values-missing' || gap === 'schedule-unreadable') return gap
  const over = lanes.every(({ schedule }) => schedule && schedule.every !== 'system' && !nextRun(schedule, now))
  return over ? 'no-further-run' : null
}

function judgePlan(
  vm: Pick<VirtualMachine, 'id' | 'state'>,
  { outcome, task, plannedAt }: Evidence,
  lanes: readonly Lane[],
  { trail, unseen }: { readonly trail: TrailKnowledge | null; readonly unseen: ReadonlySet<string> | null },
  now: Date,
): Protection {
  const whole = vm.state === 'not-deployed' ? null : (trail?.wholeSince ?? null)
  const expected = whole && expectedAfter(lanes, later(later(whole, plannedAt), outcome?.at ?? null))
  const passed = expected !== null && expected.deadline < now
  const heard = expected !== null && trail !== null && expected.deadline < trail.asOf
  const as = (state: ProtectionState, reason: ProtectionReason | null = null): Protection => ({
    state,
    reason,
    expected,
    worseAt: passed || state === 'failed' || state === 'running' ? null : (expected?.deadline ?? null),
  })
  // What locks a VM without telling may be a backup.
  const maybeRuns = vm.state === 'locked' && task === null
  if (outcome?.outcome === 'failed') return as('failed')
  if (outcome?.outcome === 'running') return as('running')
  if (passed && heard && !maybeRuns) return as('overdue')
  if (vm.state === 'not-deployed') return as('at-risk', 'not-deployed')
  if (outcome?.outcome === 'unknown') return as('at-risk', 'outcome-unclear')
  const flaw = flawOf(lanes, now)
  if (flaw) return as('at-risk', flaw)
  if (maybeRuns && (passed || !outcome)) return as('unknown', 'maybe-running')
  if (passed && now.getTime() > expected.deadline.getTime() + patience) return as('unknown', 'not-heard')
  if (outcome) return as('protected')
  if (!(unseen ? !unseen.has(vm.id) : trail?.complete)) return as('unknown', 'outcomes-unknown')
  return lanes.every(({ gap }) => gap === 'policy-unseen') ? as('unknown', 'policies-unseen') : as('scheduled')
}

const byAge = (state: ProtectionState, reason: ProtectionReason | null = null): Protection => ({
  ...saysNothing,
  state,
  reason,
})

/** Where the platform plans nothing, the age of the newest backup is all that there is to judge. */
function judgeByHand(
  { outcome }: Evidence,
  trail: TrailKnowledge | null,
  { byHandDays }: Thresholds,
  now: Date,
): Protection {
  const oldest = new Date(now.getTime() - byHandDays * day)
  if (outcome?.outcome === 'failed' || outcome?.outcome === 'running') return byAge(outcome.outcome)
  if (outcome?.outcome === 'unknown') return byAge('at-risk', 'outcome-unclear')
  if (outcome) return outcome.at < oldest ? byAge('at-risk', 'by-hand-old') : byAge('protected')
  if (trail?.complete) return byAge('not-protected')
  const isOld = trail !== null && trail.wholeSince !== null && trail.wholeSince <= oldest
  return isOld ? byAge('at-risk', 'by-hand-old') : byAge('unknown', 'outcomes-unknown')
}

/** Judges one VM at an instant. */
export type ProtectionJudge = (
  vm: Pick<VirtualMachine, 'id' | 'assignments' | 'state' | 'byHand'>,
  evidence: Evidence,
  now: Date,
) => Protection

/**
 * The one rule by which the console says how well a VM is protected. What runs comes first, then whether anything
 * protects it, then how the newest backup ended, then whether a planned run was missed, then what puts it at risk. What
 * is not known is never taken for good. Made once for a fleet, so that the plans of policies are worked out once.
 * @param policies All that this person can see.
 * @param thresholds Of the site.
 */
export function protectionJudge(
  policies: readonly BackupPolicy[],
  trail: TrailKnowledge | null,
  thresholds: Thresholds,
): ProtectionJudge {
  const lanes = laneReader(policies, thresholds)
  const unseen = trail?.unseen ? new Set(trail.unseen) : null
  return (vm, evidence, now) => {
    const { task } = evidence
    if (task && isRunning(task) && task.kind === 'restore') return { ...saysNothing, state: 'restoring' }
    if (task && isRunning(task) && task.kind === 'backup') return { ...saysNothing, state: 'running' }
    if (vm.assignments === null) return { ...saysNothing, state: 'unknown', reason: 'policies-untold' }
    if (vm.assignments.length === 0)
      return vm.byHand === true
        ? judgeByHand(evidence, trail, thresholds, now)
        : { ...saysNothing, state: 'not-protected' }
    const [first] = vm.assignments
    const all = vm.assignments.length === 1 && first ? lanes(first) : vm.assignments.flatMap(lanes)
    return judgePlan(vm, evidence, all, { trail, unseen }, now)
  }
}

/** Whether the run that decides has passed, nothing was heard of it yet, and it turns overdue if it stays so. */
export function isLate({ state, expected, worseAt }: Protection, now: Date): boolean {
  if (state === 'overdue' || expected === null || worseAt === null || worseAt <= now) return false
  const { run } = expected
  return (run.kind === 'instant' ? run.at : run.to) < now
}
