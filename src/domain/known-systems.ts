import { type BackupType, type Periodicity, periodicities } from './policy'
import type { Capability } from './reason'

/** What public documents tell about a backup system: its connection (section 6.15), and what it can do (section 10). */
export interface KnownSystem {
  /** For people. */
  readonly name: string
  /** An address as the system's documents write it. */
  readonly example: string
  /** Calls fail when the address does not end in a slash. */
  readonly endsInSlash: boolean
  /** The user's name holds a second part, the account of the vCenter, behind this separator (Networker). */
  readonly userSeparator: string | null
  /** What it certainly does, or would ignore or refuse; of all else the documents say nothing. */
  readonly can: Readonly<Partial<Record<Capability, boolean>>>
  readonly kinds: ReadonlyMap<BackupType, readonly Periodicity[]>
}

/** All plug-ins that the platform's makers wrote make complete backups, and no others. */
const complete = (every: readonly Periodicity[]): KnownSystem['kinds'] => new Map([['complete', every]])

const usual = { endsInSlash: false, userSeparator: null, can: {}, kinds: complete(periodicities) } as const

/** Copies all disks whatever is chosen, and goes by the last policy alone. */
const veeam = {
  ...usual,
  endsInSlash: true,
  can: { restore: true, 'choose-disks': false, 'several-policies': false },
  kinds: complete(periodicities.filter((every) => every !== 'defined-hour')),
} as const

/** By the platform's word for the type, in capitals, without what follows a plus sign. */
const known: ReadonlyMap<string, KnownSystem> = new Map([
  ['VEEAM', { ...veeam, name: 'Veeam', example: 'https://veeam.example.org:9398/api/' }],
  ['VEEAM95U4', { ...veeam, name: 'Veeam 9.5 U4', example: 'https://veeam.example.org:9399/api/' }],
  ['VEEAM10', { ...veeam, name: 'Veeam 10', example: 'https://veeam.example.org:9398/api/' }],
  [
    'NETWORKER',
    {
      ...usual,
      name: 'Networker',
      example: 'https://networker.example.org:9090/nwrestapi/v3/global',
      userSeparator: '#',
      can: { restore: true },
    },
  ],
  ['RUBRIK', { ...usual, name: 'Rubrik', example: 'https://rubrik.example.org/api/v1' }],
  [
    'AVAMAR',
    {
      ...usual,
      name: 'Avamar',
      example: 'https://avamar.example.org:9443/axis2/services',
      can: { 'set-at-deploy': true, 'on-demand': true, replication: true, restore: true },
    },
  ],
])

/** What is known of a plug-in by its type; null for one that nobody told us about. */
export const knownSystem = (pluginType: string): KnownSystem | null =>
  known.get(pluginType.toUpperCase().replace(/\+.*$/, '')) ?? null

/** A user's name in its parts; `second` is empty where the system knows none. */
export interface UserParts {
  readonly user: string
  readonly second: string
}

/**
 * A user's name in the parts that its backup system tells apart, at the first separator; all of it is `user` where
 * the plug-in is not known or knows no separator.
 */
export function splitUser(text: string, pluginType: string): UserParts {
  const separator = knownSystem(pluginType)?.userSeparator ?? null
  const at = separator === null ? -1 : text.indexOf(separator)
  return at === -1 ? { user: text, second: '' } : { user: text.slice(0, at), second: text.slice(at + 1) }
}

/** The other way round; without a second part there is no separator. */
export function joinUser({ user, second }: UserParts, pluginType: string): string {
  const separator = knownSystem(pluginType)?.userSeparator ?? null
  return separator === null || second === '' ? user : `${user}${separator}${second}`
}
