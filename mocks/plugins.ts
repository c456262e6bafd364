import { assumed } from '~/api/abiquo/assumed'

import type { Datacenter } from './place-records'
import { type BackupType, type Subtype, subtypes } from './records'

type Need = (typeof assumed.need)[keyof typeof assumed.need]

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
  /** Which fields of the connection it asks for. */
  readonly needs: Readonly<Record<'endpoint' | 'user' | 'password', Need>>
  /** Versions of the backup system that it works with, for people. */
  readonly versions: string
  readonly kinds: Partial<Record<BackupType, readonly Subtype[]>>
  /** The word for a backup that ended well. */
  readonly goodWord: string
}

const withoutDefinedHour = subtypes.filter((subtype) => subtype !== 'DEFINED_HOUR')

const { required, optional, unused } = assumed.need

const usual = {
  onDemand: false,
  replication: false,
  restore: true,
  setAtDeploy: true,
  changeWhileDeployed: true,
  severalPolicies: false,
  restoreNeedsPowerOff: true,
  choosesDisks: true,
  needs: { endpoint: required, user: required, password: required },
  kinds: { COMPLETE: subtypes },
  goodWord: 'DONE',
} satisfies Omit<Plugin, 'type' | 'name' | 'versions'>

const veeam = {
  ...usual,
  restoreNeedsPowerOff: false,
  choosesDisks: false,
  kinds: { COMPLETE: withoutDefinedHour },
} satisfies Omit<Plugin, 'type' | 'name' | 'versions'>

export const plugins: readonly Plugin[] = [
  {
    ...usual,
    type: 'AVAMAR',
    name: 'Avamar',
    versions: '7.2 to 19.4',
    onDemand: true,
    replication: true,
    severalPolicies: true,
    kinds: { COMPLETE: subtypes, SNAPSHOT: withoutDefinedHour, FILESYSTEM: withoutDefinedHour },
    goodWord: 'COMPLETED',
  },
  { ...veeam, type: 'VEEAM95U4', name: 'Veeam 9.5u4', versions: '9.5 update 4' },
  { ...veeam, type: 'VEEAM10', name: 'Veeam 10', versions: '10 and 11' },
  { ...usual, type: 'NETWORKER', name: 'Networker', versions: '18.2 to 19.5', setAtDeploy: false },
  {
    ...usual,
    type: 'RUBRIK',
    name: 'Rubrik',
    versions: 'CDM 5.0 and later',
    changeWhileDeployed: false,
    severalPolicies: true,
    // A service account's token stands in the password, and no user beside it.
    needs: { endpoint: required, user: optional, password: required },
  },
  {
    ...usual,
    type: 'VMWARE_SNAPSHOT',
    name: 'VMware snapshot',
    versions: 'vSphere 6.5 to 7.0',
    // The hypervisor itself, whose account the platform has.
    needs: { endpoint: unused, user: unused, password: unused },
    onDemand: true,
    restore: false,
    kinds: { SNAPSHOT: withoutDefinedHour },
  },
  {
    ...usual,
    type: 'MERIDIAN_VAULT',
    name: 'Meridian Vault (custom)',
    versions: '2026.1',
    onDemand: true,
    replication: true,
    severalPolicies: true,
    restoreNeedsPowerOff: false,
    kinds: { COMPLETE: subtypes, SNAPSHOT: subtypes, FILESYSTEM: subtypes },
    needs: { endpoint: required, user: optional, password: optional },
  },
]

export const pluginOf = (type: string | undefined): Plugin | null =>
  plugins.find((plugin) => plugin.type === type) ?? null

/** The connection is first tried when something is asked of it: why the backup system refuses it then, or null. */
export const accountRefusal = ({ manager }: Datacenter): string | null =>
  manager && !manager.secret && pluginOf(manager.type)?.needs.password === required
    ? 'The backup system refused the user and the password of its backup manager'
    : null

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
  [assumed.constraints.endpoint]: plugin.needs.endpoint,
  [assumed.constraints.user]: plugin.needs.user,
  [assumed.constraints.password]: plugin.needs.password,
  [assumed.constraints.versions]: plugin.versions,
})
