/** What public documents tell about a backup system's connection; section 6.15. */
export interface KnownSystem {
  /** An address as the system's documents write it. */
  readonly example: string
  /** Calls fail when the address does not end in a slash. */
  readonly endsInSlash: boolean
  /** The user's name holds a second part, the account of the vCenter, behind this separator (Networker). */
  readonly userSeparator: string | null
}

/** By the platform's word for the type, in capitals, without what follows a plus sign. */
const known: ReadonlyMap<string, KnownSystem> = new Map([
  ['VEEAM', { example: 'https://veeam.example.org:9398/api/', endsInSlash: true, userSeparator: null }],
  ['VEEAM95U4', { example: 'https://veeam.example.org:9399/api/', endsInSlash: true, userSeparator: null }],
  ['VEEAM10', { example: 'https://veeam.example.org:9398/api/', endsInSlash: true, userSeparator: null }],
  [
    'NETWORKER',
    { example: 'https://networker.example.org:9090/nwrestapi/v3/global', endsInSlash: false, userSeparator: '#' },
  ],
  ['RUBRIK', { example: 'https://rubrik.example.org/api/v1', endsInSlash: false, userSeparator: null }],
  ['AVAMAR', { example: 'https://avamar.example.org:9443/axis2/services', endsInSlash: false, userSeparator: null }],
])

/** What is known of a plug-in by its type; null for one that nobody told us about. */
export const knownSystem = (pluginType: string): KnownSystem | null =>
  known.get(pluginType.toUpperCase().replace(/\+.*$/, '')) ?? null

/** A user's name in its parts; `second` is empty where the system knows none. */
export interface UserParts {
  readonly user: string
  readonly second: string
}

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
