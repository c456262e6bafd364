import { day, lastRun, type Plan, plansOf, runsBetween } from './calendar'
import type { Policy } from './place-records'
import { pluginOf } from './plugins'
import { between, fraction, hash, pick } from './random'
import type { Configuration, Period, Subtype, Vm } from './records'
import { siteOf, type World } from './world'

/**
 * Scheduled backups are not stored. Which ones ran, how long, how large and how they ended follows from the schedule,
 * the VM and the seed alone, so that weeks of ten thousand VMs cost nothing until someone looks.
 */
export interface ScheduledRun {
  readonly id: number
  readonly policyId: number
  readonly policy: PolicyThen
  readonly rule: Configuration
  readonly start: number
  readonly end: number
}

/** A policy as it was when it ran. */
type PolicyThen = Pick<Policy, 'name' | 'replication' | 'configurations'>

/** The last moment at which a run of a period may start: a silent one starts nothing more, until it is set up anew. */
function startsUntil({ silentSince }: Vm, { from, to }: Period, at: number): number {
  const end = Math.min(at, to ?? at)
  return silentSince !== null && from <= silentSince ? Math.min(end, silentSince) : end
}

interface Line {
  readonly slot: number
  readonly policyId: number
  readonly policy: PolicyThen
  readonly rule: Configuration
  readonly plans: readonly Plan[]
}

const linesOfPeriod = new WeakMap<Period, readonly Line[]>()

/** A policy in use cannot change its configurations, so a period's plans are worked out once. */
function linesOf(world: World, vm: Vm, period: Period): readonly Line[] {
  const known = linesOfPeriod.get(period)
  if (known) return known
  const policy = period.past ?? world.policies.get(period.policyId)
  if (!policy) return []
  const lines = policy.configurations.map((rule, at) => {
    const values = period.values.find((one) => one.type === rule.type && one.subtype === rule.subtype)
    const slot = (period.n % 7) * 8 + at
    return {
      slot,
      policyId: period.policyId,
      policy,
      rule,
      plans: plansOf(rule, values, hash(vm.id, period.policyId, at)),
    }
  })
  linesOfPeriod.set(period, lines)
  return lines
}

/** 1 January 2000: ids of results count minutes since then, 64 to a minute. */
const idEpoch = Date.UTC(2000, 0, 1)
export const manualSlot = 63
export const runId = (start: number, slot: number): number => Math.floor((start - idEpoch) / 60_000) * 64 + slot

export const diskMb = (vm: Vm): number => vm.disks.reduce((sum, { mb }) => sum + mb, 0)

/** How long the backup system needs, by the size of the VM: two minutes and some seconds for each GB. */
function durationOf(vm: Vm, rule: Configuration, start: number, plan: Plan): number {
  const share = rule.type === 'COMPLETE' ? 1 : 0.15
  const usual = 120_000 + (diskMb(vm) / 1_024) * 1_500 * share * (0.85 + 0.3 * fraction('length', vm.id, start))
  const longest = plan.every === 'interval' ? plan.length * 0.8 : day
  return Math.round(Math.min(usual, longest))
}

const runOf = (vm: Vm, line: Line, plan: Plan, start: number): ScheduledRun => ({
  id: runId(start, line.slot),
  policyId: line.policyId,
  policy: line.policy,
  rule: line.rule,
  start,
  end: start + durationOf(vm, line.rule, start, plan),
})

/**
 * Runs of a VM that started at most `reach` before `to`, and not after it, in no order. A run that began goes on after
 * its schedule was removed.
 * @param reach Milliseconds, by periodicity: one reads a year of monthly runs without making a year of hourly ones.
 */
export function scheduledRuns(
  world: World,
  vm: Vm,
  to: number,
  reach: (subtype: Subtype) => number,
): readonly ScheduledRun[] {
  const runs: ScheduledRun[] = []
  for (const period of vm.periods) {
    const until = startsUntil(vm, period, to)
    for (const line of linesOf(world, vm, period)) {
      const from = Math.max(to - reach(line.rule.subtype), period.from)
      for (const plan of line.plans) {
        for (const start of runsBetween(plan, from, until)) runs.push(runOf(vm, line, plan, start))
      }
    }
  }
  return runs
}

/**
 * The scheduled backup that holds the VM's lock at an instant; the one that ends last when there are several. Before 4.0
 * none does.
 */
export function runningAt(world: World, vm: Vm, at: number): ScheduledRun | null {
  let running: ScheduledRun | null = null
  if (world.early) return null
  for (const period of vm.periods) {
    const until = startsUntil(vm, period, at)
    for (const line of linesOf(world, vm, period)) {
      for (const plan of line.plans) {
        const start = lastRun(plan, until)
        if (start === null || start < period.from) continue
        const run = runOf(vm, line, plan, start)
        if (run.end > at && (!running || run.end > running.end)) running = run
      }
    }
  }
  return running
}

const causes = [
  'Not enough free space in the backup repository',
  'The snapshot of the virtual machine could not be removed: the file is locked',
  'The proxy lost its connection to the hypervisor host',
  'The backup window closed before the job had ended',
] as const

export interface Ending {
  readonly word: string
  readonly cause: string | null
}

/** How a scheduled run ends. */
export function endingOf(world: World, vm: Vm, run: ScheduledRun): Ending {
  if (vm.trouble && run.start >= vm.trouble.from) return { word: 'FAILED', cause: vm.trouble.cause }
  const chance = fraction('ending', world.origin.seed, vm.id, run.id)
  if (chance < 0.02) return { word: 'FAILED', cause: pick(causes, vm.id, run.id) }
  if (chance < 0.026) return { word: 'UNKNOWN', cause: null }
  return { word: pluginOf(siteOf(world, vm).manager?.type)?.goodWord ?? 'DONE', cause: null }
}

export function sizeOf(vm: Vm, rule: { readonly type: Configuration['type'] }, start: number): number {
  const share = { COMPLETE: 0.52, SNAPSHOT: 0.03, FILESYSTEM: 0.012 }[rule.type]
  const growth = 1 + Math.min(0.5, Math.max(-0.3, (start - Date.UTC(2026, 0, 1)) / day / 2_000))
  return Math.max(1, Math.round(diskMb(vm) * share * growth * (0.97 + 0.06 * fraction('size', vm.id, start))))
}

/** How long the backup system keeps a recovery point, in milliseconds. */
export const retention: Readonly<Record<Subtype, number>> = {
  DEFINED_HOUR: 90 * day,
  HOURLY: 3 * day,
  DAILY: 21 * day,
  WEEKLY_PLANNED: 70 * day,
  MONTHLY: 370 * day,
}
export const manualRetention = 30 * day
/** Rows of failures go after this long; they have no expiry of their own. */
export const failureRetention = 14 * day

/** The last time the backup system was polled. */
export const polledAt = (world: World, now: number): number => Math.floor(now / world.checkDelay) * world.checkDelay
/** The first poll that can notice something. */
export const noticedAt = (world: World, at: number): number => Math.ceil(at / world.checkDelay) * world.checkDelay

/** 25 to 60 s, by size. */
export const manualDuration = (vm: Vm): number =>
  1_000 * Math.min(60, 25 + Math.round(diskMb(vm) / 1_024 / 40) + between(0, 3, 'manual', vm.id))
