import type { BackupSite } from './capability'
import { holds } from './holds'
import type { BackupConfiguration } from './policy'
import type { Actor } from './privilege'
import { connected, deployed, type Situation, systemCan, unlocked } from './situation'
import { firstRefusal, no, type Verdict, yes } from './verdict'

/** Open the backup area of a VM with all that is in it. */
export const mayOpenBackup = (actor: Actor): Verdict => holds(actor, 'backup.configure')

/**
 * Read the results of a VM, and what is made of them. Who restores picks from them: no source says that a platform hides
 * them from its tenant administrators, who have that right alone; one that does says so itself.
 */
export const mayReadResults = (actor: Actor): Verdict => (actor.may.has('backup.restore') ? yes : mayOpenBackup(actor))

/** The datacenter lets people ask for backups by hand. */
const manualBackupOn = (site: BackupSite): Verdict =>
  site.rules.manualBackup === false ? no({ code: 'manual-backup-off', datacenter: site.datacenter.name }) : yes

/** Nothing that the platform tells of the VM speaks against a backup. */
const notBlocked = ({ vm }: Situation): Verdict => (vm.block ? no({ code: 'backup-blocked', block: vm.block }) : yes)

/** Running, where the platform copies only running VMs, and deletes backups of no others. */
const runningWhereNeeded = ({ site, vm }: Situation, doing: 'copy' | 'delete'): Verdict =>
  site.ways.onlyWhileOn && vm.state !== 'on' && vm.state !== 'locked' ? no({ code: 'must-be-on', doing }) : yes

/** No other one that was asked for waits to begin: the platform would make both. */
const noneStanding = ({ task }: Situation): Verdict =>
  task?.standing === 'once' ? no({ code: 'backup-standing' }) : yes

/** Ask for a backup at once: decision table 7.1. */
export const mayBackUpNow = (situation: Situation): Verdict =>
  firstRefusal(
    holds(situation.actor, 'backup.configure'),
    systemCan(situation.site, 'on-demand'),
    manualBackupOn(situation.site),
    deployed(situation, 'backup'),
    notBlocked(situation),
    runningWhereNeeded(situation, 'copy'),
    unlocked(situation),
    noneStanding(situation),
    connected(situation),
  )

/** Stop the backup that runs. */
export const mayCancelBackup = (situation: Situation): Verdict =>
  firstRefusal(holds(situation.actor, 'backup.configure'), connected(situation))

/** Rename a backup that was made: what keeps a new one from being made keeps an old one as it is, too. */
export const mayChangeBackup = (situation: Situation): Verdict =>
  firstRefusal(
    holds(situation.actor, 'backup.configure'),
    notBlocked(situation),
    unlocked(situation),
    connected(situation),
  )

/** Delete backups that were made: in some places only while their VM runs. */
export const mayDeleteBackup = (situation: Situation): Verdict =>
  firstRefusal(
    holds(situation.actor, 'backup.configure'),
    notBlocked(situation),
    runningWhereNeeded(situation, 'delete'),
    mayChangeBackup(situation),
  )

/** Have a backup copied to a second place as well. */
export const mayReplicate = (site: BackupSite): Verdict => systemCan(site, 'replication')

/** Choose one more policy when so many are chosen already. */
export function mayAddPolicy(site: BackupSite, chosen: number): Verdict {
  if (chosen < 1) return yes
  const capable = systemCan(site, 'several-policies')
  if (!capable.ok) return capable
  return site.rules.severalPolicies === false ? no({ code: 'only-one-policy', datacenter: site.datacenter.name }) : yes
}

/** Give the days, dates and times that a policy leaves to the VM: decision table 7.4. */
export const mayDefineSchedule = (actor: Actor): Verdict => holds(actor, 'backup.schedule')

/** Limit a backup to single disks: decision table 7.4. Not offered where the choice would be ignored. */
export function mayChooseDisks(actor: Actor, site: BackupSite, configuration: BackupConfiguration): Verdict {
  const first = firstRefusal(holds(actor, 'backup.disks'), systemCan(site, 'choose-disks'))
  if (!first.ok) return first
  if (configuration.type !== 'complete' && configuration.type !== 'snapshot') return no({ code: 'no-disks-in-type' })
  return configuration.content === 'system' ? no({ code: 'content-by-system' }) : yes
}

/** Read the trail of events. */
export const mayReadEvents = (actor: Actor): Verdict =>
  actor.may.has('events.view-all') ? yes : holds(actor, 'events.view')
