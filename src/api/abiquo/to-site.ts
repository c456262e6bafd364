import { type Ability, type BackupRules, type BackupSystem, switches } from '~/domain/capability'
import { knownSystem } from '~/domain/known-systems'
import { type BackupType, type Periodicity } from '~/domain/policy'
import type { Capability } from '~/domain/reason'

import { assumed } from './assumed'
import { typeOf } from './to-policy'
import type { BackupPluginType } from './wire-work'

type Bag = Readonly<Record<string, unknown>>

const truths: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  ['true', true],
  [false, false],
  ['false', false],
])

/** Truth values come as such or as text; everything else, and silence, is "the platform does not say". */
const said = (bag: Bag | null, key: string): Ability => {
  const value = bag?.[key]
  return truths.get(typeof value === 'string' ? value.toLowerCase() : value) ?? null
}

const not = (ability: Ability): Ability => (ability === null ? null : !ability)

/** The switches of a datacenter; members that we do not know are none of our business. */
export const toRules = (properties: Bag | null): BackupRules => ({
  manualBackup: said(properties, assumed.properties.manualBackup),
  severalPolicies: said(properties, assumed.properties.severalPolicies),
  changeWhileDeployed: said(properties, assumed.properties.changeWhileDeployed),
  severalRestores: said(properties, assumed.properties.severalRestores),
})

/** A stamp of the switches that we know. */
export const rulesRevision = (properties: Bag): string => JSON.stringify(toRules(properties))

/**
 * Properties with other switches, and all else that the platform keeps in them. What is not known, and what stays the
 * same, is not touched; what was written as text stays text.
 */
export function fromRules(properties: Bag, rules: BackupRules): Bag {
  const before = toRules(properties)
  const changes = switches.flatMap((name): [string, unknown][] => {
    const [key, wanted] = [assumed.properties[name], rules[name]]
    if (wanted === null || wanted === before[name]) return []
    return [[key, typeof properties[key] === 'string' ? String(wanted) : wanted]]
  })
  return { ...properties, ...Object.fromEntries(changes) }
}

const periodicityOf: ReadonlyMap<string, Periodicity> = new Map([
  ['DEFINED_HOUR', 'defined-hour'],
  ['HOURLY', 'hourly'],
  ['DAILY', 'daily'],
  ['WEEKLY_PLANNED', 'weekly-planned'],
  ['MONTHLY', 'monthly'],
])

const words = (operations: Bag | null, key: string): readonly string[] | null => {
  const list = operations?.[key]
  return Array.isArray(list) ? list.map((word) => String(word).toUpperCase()) : null
}

/** Unless the plug-in names what it does for a type, nobody knows; when it names some types, it cannot do the others. */
function periodicitiesOf(operations: Bag | null): BackupSystem['periodicities'] {
  const known = [...typeOf].flatMap(([word, type]): [BackupType, readonly Periodicity[]][] => {
    const list = words(operations, word)
    return list ? [[type, list.flatMap((one) => periodicityOf.get(one) ?? [])]] : []
  })
  return known.length === 0 ? null : new Map(known)
}

/**
 * What a plug-in says that it can do; `null` is a platform that lets tenants know nothing of it, and then it decides.
 * Never "no backup system": that a location names its plug-in at all is assumed, so a location that names none proves
 * nothing, even beside one that does, and backups were once made without any manager. Where there is really none, the
 * platform refuses with a code of its own (BC-40). Where the plug-in is silent, what is documented of its type holds.
 * @param named The type that the deployment names for the datacenter; the platform's own word comes first.
 */
export function toSystem(plugin: BackupPluginType | null, named: string | null = null): BackupSystem {
  const operations = plugin?.operations ?? null
  const constraints = plugin?.constraints ?? null
  const does = (list: string, word: string): Ability => words(operations, list)?.includes(word) ?? null
  const { operation, operations: lists } = assumed
  const type = plugin?.type || named || ''
  const known = knownSystem(type)
  const documented = new Set<Capability | 'kinds'>()
  const or = (capability: Capability, told: Ability): Ability => {
    const written = known?.can[capability]
    if (told !== null || written === undefined) return told
    documented.add(capability)
    return written
  }
  const can: Record<Capability, Ability> = {
    // Every plug-in runs the platform's policies.
    schedule: plugin === null && known === null ? null : true,
    'on-demand': or('on-demand', does(lists.backup, operation.onDemand)),
    replication: or('replication', does(lists.backup, operation.replication)),
    restore: or('restore', does(lists.restore, operation.restore)),
    'set-at-deploy': or('set-at-deploy', does(lists.backup, operation.setAtDeploy)),
    'change-while-deployed': or('change-while-deployed', does(lists.backup, operation.changeWhileDeployed)),
    'several-policies': or('several-policies', said(constraints, assumed.constraints.severalPolicies)),
    'choose-disks': or('choose-disks', said(constraints, assumed.constraints.chooseDisks)),
    'restore-while-on': or('restore-while-on', not(said(constraints, assumed.constraints.restoreNeedsPowerOff))),
  }
  const kinds = periodicitiesOf(operations)
  if (kinds === null && known) documented.add('kinds')
  return {
    type,
    name: plugin?.name || plugin?.type || known?.name || type,
    can,
    documented,
    periodicities: kinds ?? known?.kinds ?? null,
  }
}
