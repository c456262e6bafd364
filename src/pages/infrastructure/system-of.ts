import type { BackupSystemType } from '~/domain/backup-manager'

/** The plug-in of a manager; null while the plug-ins are not read, or when the platform has none of that type any more. */
export const systemOf = (types: readonly BackupSystemType[] | undefined, type: string): BackupSystemType | null =>
  types?.find((one) => one.type === type) ?? null

/** A plug-in's type in a name for people; one that we do not know as the platform writes it. */
export const systemName = (types: readonly BackupSystemType[] | undefined, type: string): string =>
  systemOf(types, type)?.name ?? type

/** The part of an address that people know a server by; the whole text when it is no address. */
export const hostOf = (endpoint: string): string => (URL.canParse(endpoint) && new URL(endpoint).host) || endpoint
