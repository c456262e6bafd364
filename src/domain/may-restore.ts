import { type Backup, isPartial } from './backup'
import type { RestoreWay } from './backup-ways'
import { holds } from './holds'
import type { Reason } from './reason'
import { changeable, connected, deployed, type Situation, stateKnown, systemCan, unlocked } from './situation'
import { isRunning } from './task'
import { firstRefusal, no, type Verdict, yes } from './verdict'

/** One thing that must hold before a restore, and what the console can do about it. */
export interface RestoreCheck {
  readonly check:
    | 'privilege'
    | 'capability'
    | 'finished'
    | 'not-expired'
    | 'deployed'
    | 'unlocked'
    | 'powered-off'
    | 'no-restore-running'
    | 'restored-before'
    | 'online'
  readonly verdict: Verdict
  readonly mend: 'power-off' | 'deploy' | null
}

/** Only a backup that ended well; a word that we do not know is not success. */
function finished(backup: Backup): Verdict {
  switch (backup.outcome) {
    case 'good':
      return yes
    case 'running':
      return no({ code: 'backup-not-finished', status: backup.statusText })
    case 'failed':
      return no({ code: 'backup-failed' })
    case 'unknown':
      return no({
        code: isPartial(backup) ? 'backup-partial' : 'backup-status-unknown',
        status: backup.statusText,
      })
  }
}

const notExpired = (backup: Backup, now: Date): Verdict =>
  backup.expiresAt !== null && backup.expiresAt <= now ? no({ code: 'backup-expired', at: backup.expiresAt }) : yes

/** Powered off, where the backup system needs it. A VM that an operation holds may be in any power state. */
function poweredOff(situation: Situation): Verdict {
  const { site, vm } = situation
  if (site.system?.can['restore-while-on'] !== false) return yes
  if (vm.state === 'locked') return unlocked(situation)
  return vm.state === 'on' || vm.state === 'paused' ? no({ code: 'must-be-off', system: site.system.name }) : yes
}

function noRestoreRuns({ task }: Situation, backup: Backup): Verdict {
  const onVm = task !== null && isRunning(task) && task.kind === 'restore'
  return onVm || backup.restores.some((restore) => restore.outcome === 'running')
    ? no({ code: 'restore-running' })
    : yes
}

/** A backup that was restored well once is restored again only where the datacenter allows it; a failed try does not count. */
function notRestoredBefore({ site }: Situation, backup: Backup): Verdict {
  if (site.rules.severalRestores !== false) return yes
  const earlier = backup.restores.find((restore) => restore.outcome === 'good')
  return earlier ? no({ code: 'restored-before', at: earlier.startedAt, datacenter: site.datacenter.name }) : yes
}

const refusedFor = (verdict: Verdict, code: Reason['code']): boolean => !verdict.ok && verdict.reason.code === code

/** What only matters where the VM's own disks are overwritten. */
const ofTheVm: ReadonlySet<RestoreCheck['check']> = new Set([
  'deployed',
  'unlocked',
  'powered-off',
  'no-restore-running',
  'restored-before',
])

/**
 * Everything that a restore of this backup asks for, in the order in which it is told: decision table 7.2. Brought back
 * beside its VM, or by others, the VM's own state does not matter.
 */
export const restoreChecks = (
  situation: Situation,
  backup: Backup,
  way: RestoreWay['way'] = situation.site.ways.restores[0].way,
): readonly RestoreCheck[] =>
  allChecks(situation, backup).filter(({ check }) => way === 'in-place' || !ofTheVm.has(check))

function allChecks(situation: Situation, backup: Backup): readonly RestoreCheck[] {
  const inHypervisor = deployed(situation, 'restore')
  const off = poweredOff(situation)
  return [
    { check: 'privilege', verdict: holds(situation.actor, 'backup.restore'), mend: null },
    { check: 'capability', verdict: systemCan(situation.site, 'restore'), mend: null },
    { check: 'finished', verdict: finished(backup), mend: null },
    { check: 'not-expired', verdict: notExpired(backup, situation.now), mend: null },
    { check: 'deployed', verdict: inHypervisor, mend: refusedFor(inHypervisor, 'not-deployed') ? 'deploy' : null },
    { check: 'unlocked', verdict: firstRefusal(changeable(situation), unlocked(situation)), mend: null },
    { check: 'powered-off', verdict: off, mend: refusedFor(off, 'must-be-off') ? 'power-off' : null },
    { check: 'no-restore-running', verdict: noRestoreRuns(situation, backup), mend: null },
    { check: 'restored-before', verdict: notRestoredBefore(situation, backup), mend: null },
    { check: 'online', verdict: connected(situation), mend: null },
  ]
}

/** Restore a backup, onto its VM or as one of the ways that there are: decision table 7.2. */
export const mayRestore = (situation: Situation, backup: Backup, way?: RestoreWay['way']): Verdict =>
  firstRefusal(...restoreChecks(situation, backup, way).map((check) => check.verdict))

/** The preflight of a restore may be opened when in one way at least nothing stands in it but what it offers to mend. */
export function mayAskToRestore(situation: Situation, backup: Backup): Verdict {
  const verdicts = situation.site.ways.restores.map(({ way }) =>
    firstRefusal(
      ...restoreChecks(situation, backup, way)
        .filter(({ mend }) => mend === null)
        .map(({ verdict }) => verdict),
    ),
  )
  return verdicts.find(({ ok }) => ok) ?? firstRefusal(...verdicts)
}

/** Look for a backup to restore: what would stand in the way of every one of them, and what a preflight does not mend. */
export const mayLookForRestore = (situation: Situation): Verdict =>
  firstRefusal(
    holds(situation.actor, 'backup.restore'),
    systemCan(situation.site, 'restore'),
    ...(situation.site.ways.restores.every(({ way }) => way === 'in-place')
      ? [stateKnown(situation), unlocked(situation)]
      : []),
    connected(situation),
  )
