import type { BackupRules, BackupSystem, Switch } from './capability'
import { switches } from './capability'
import type { Capability } from './reason'

/** What a backup system must be able to do for a switch to have an effect. */
const asks: Readonly<Partial<Record<Switch, Capability>>> = {
  manualBackup: 'on-demand',
  severalPolicies: 'several-policies',
  changeWhileDeployed: 'change-while-deployed',
}

/** The ability that a switch asks for and that the system does not have; null when nothing stands against it. */
export function idleBecause(which: Switch, system: BackupSystem | null): Capability | null {
  const capability = asks[which]
  return capability !== undefined && system?.can[capability] === false ? capability : null
}

/** The switches that differ. */
export const changedSwitches = (before: BackupRules, after: BackupRules): readonly Switch[] =>
  switches.filter((which) => before[which] !== after[which])
