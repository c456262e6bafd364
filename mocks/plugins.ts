import { assumed } from '~/api/abiquo/assumed'

import { type BackupType, type Subtype, subtypes } from './records'

/** A kind of backup system and what it can do (Abiquo's plug-in capability matrix, with our guesses where it is silent). */
export interface Plugin {
  readonly type: string
  readonly name: string
  readonly onDemand: boolean
  readonly replication: boolean
  readonly restore: boolean
  /** Whether a schedule may go along with a deploy; else BC-45. */
  readonly setAtDeploy: boolean
  /** Whether a schedule may change on a deployed VM; else BC-35. */
  readonly changeWhileDeployed: boolean
  readonly severalPolicies: boolean
  readonly restoreNeedsPowerOff: boolean
  readonly choosesDisks: boolean
  readonly kinds: Partial<Record<BackupType, readonly Subtype[]>>
  /** The word for a backup that ended well. */
  readonly goodWord: string
}

const withoutDefinedHour = subtypes.filter((subtype) => subtype !== 'DEFINED_HOUR')

const usual = {
  onDemand: false,
  replication: false,
  restore: true,
  setAtDeploy: true,
  changeWhileDeployed: true,
  severalPolicies: false,
  restoreNeedsPowerOff: true,
  choosesDisks: true,
  kinds: { COMPLETE: subtypes },
  goodWord: 'DONE',
} satisfies Omit<Plugin, 'type' | 'name'>

export const plugins: readonly Plugin[] = [
  {
    ...usual,
    type: 'AVAMAR',
    name: 'Avamar',
    onDemand: true,
    replication: true,
    severalPolicies: true,
    kinds: { COMPLETE: subtypes, SNAPSHOT: withoutDefinedHour, FILESYSTEM: withoutDefinedHour },
    goodWord: 'COMPLETED',
  },
  {
    ...usual,
    type: 'VEEAM10',
    name: 'Veeam 10',
    restoreNeedsPowerOff: false,
    choosesDisks: false,
    kinds: { COMPLETE: withoutDefinedHour },
  },
  { ...usual, type: 'NETWORKER', name: 'Networker', setAtDeploy: false },
  { ...usual, type: 'RUBRIK', name: 'Rubrik', changeWhileDeployed: false, severalPolicies: true },
  {
    ...usual,
    type: 'VMWARE_SNAPSHOT',
    name: 'VMware snapshot',
    onDemand: true,
    restore: false,
    kinds: { SNAPSHOT: withoutDefinedHour },
  },
]

export const pluginOf = (type: string | undefined): Plugin | null =>
  plugins.find((plugin) => plugin.type === type) ?? null

/** What a plug-in says of itself on the wire. */
export function operationsOf(plugin: Plugin): Record<string, readonly string[]> {
  const { operation, operations } = assumed
  const backup = ['SCHEDULE']
  if (plugin.onDemand) backup.push(operation.onDemand)
  if (plugin.replication) backup.push(operation.replication)
  if (plugin.setAtDeploy) backup.push(operation.setAtDeploy)
  if (plugin.changeWhileDeployed) backup.push(operation.changeWhileDeployed)
  return {
    [operations.backup]: backup,
    [operations.restore]: plugin.restore ? [operation.restore] : [],
    ...plugin.kinds,
  }
}

export const constraintsOf = (plugin: Plugin): Record<string, string> => ({
  [assumed.constraints.severalPolicies]: String(plugin.severalPolicies),
  [assumed.constraints.restoreNeedsPowerOff]: String(plugin.restoreNeedsPowerOff),
  [assumed.constraints.chooseDisks]: String(plugin.choosesDisks),
})
