import type { BackupWays } from './backup-ways'
import type { BackupType, Periodicity } from './policy'
import type { Capability } from './reason'
import type { Ref } from './ref'

/** Whether a backup system can do a thing; `null` when the platform does not say, and then the platform decides. */
export type Ability = boolean | null

/** The backup system that protects a datacenter, as far as the platform lets this person know. */
export interface BackupSystem {
  /** The platform's own word for the kind, e.g. `VEEAM10`. */
  readonly type: string
  /** For people, e.g. "Veeam 10". */
  readonly name: string
  /** It is a part of the platform: nobody here can put another one in its place. */
  readonly fixed?: boolean
  readonly can: Readonly<Record<Capability, Ability>>
  /** What of this the platform does not say itself: public documents do. */
  readonly documented?: ReadonlySet<Capability | 'kinds'>
  /** Which periodicities each type of backup may have; `null` when the platform does not say. */
  readonly periodicities: ReadonlyMap<BackupType, readonly Periodicity[]> | null
}

/** A backup system of which nothing is known, so that the platform itself decides. */
export const systemNotKnown: BackupSystem = {
  type: '',
  name: '',
  can: {
    'on-demand': null,
    schedule: null,
    replication: null,
    restore: null,
    'choose-disks': null,
    'several-policies': null,
    'change-while-deployed': null,
    'set-at-deploy': null,
    'restore-while-on': null,
  },
  periodicities: null,
}

/** The switches of a datacenter that shape what its tenants may do. `null`: the platform does not say. */
export interface BackupRules {
  readonly manualBackup: Ability
  readonly severalPolicies: Ability
  readonly changeWhileDeployed: Ability
  readonly severalRestores: Ability
}

/** In the order in which an administrator reads them; section 6.14. */
export const switches = [
  'manualBackup',
  'severalPolicies',
  'changeWhileDeployed',
  'severalRestores',
] as const satisfies readonly (keyof BackupRules)[]
/** A switch of a datacenter. */
export type Switch = (typeof switches)[number]

/** The switches as its administrators read them. */
export interface BackupProperties {
  readonly rules: BackupRules
  /** A stamp of what was read; a save compares it. */
  readonly revision: string
}

/** A datacenter as its tenants see it when they protect a VM. */
export interface BackupSite {
  readonly datacenter: Ref
  /** IANA name of the datacenter's own zone, when the deployment names one; policies carry fixed offsets all the same. */
  readonly timeZone: string | null
  readonly rules: BackupRules
  readonly system: BackupSystem | null
  /** What a person decides and has to know here. */
  readonly ways: BackupWays
}
