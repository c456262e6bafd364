import type { BackupManager, BackupSystemType, ManagerDraft } from '~/domain/backup-manager'
import { needOf } from '~/domain/check-manager'
import { joinUser, splitUser } from '~/domain/known-systems'

/** What stands in the fields. The password is what is typed now; the stored one never comes here. */
export interface ManagerEntry {
  readonly name: string
  readonly type: string
  readonly endpoint: string
  readonly user: string
  /** The second part of the user's name, for systems that know one. */
  readonly second: string
  readonly password: string
}

/** The fields over a manager, or over none. */
export function entryOf(manager: BackupManager | null): ManagerEntry {
  const type = manager?.type ?? ''
  return {
    name: manager?.name ?? '',
    type,
    endpoint: manager?.endpoint ?? '',
    ...splitUser(manager?.user ?? '', type),
    password: '',
  }
}

/** What would be sent. A new manager gets nothing that its plug-in has no use for; the type of an old one stays. */
export function draftOf(
  entry: ManagerEntry,
  known: BackupManager | null,
  system: BackupSystemType | null,
): ManagerDraft {
  const type = known?.type ?? entry.type
  const kept = (field: 'endpoint' | 'user', text: string): string =>
    known === null && needOf(system, field) === 'unused' ? '' : text
  return {
    name: entry.name.trim(),
    type,
    endpoint: kept('endpoint', entry.endpoint.trim()),
    user: kept('user', joinUser({ user: entry.user.trim(), second: entry.second.trim() }, type)),
    password: entry.password === '' || needOf(system, 'password') === 'unused' ? null : entry.password,
  }
}

/** The parts of a manager that anyone can see. */
export const visibleParts = ['name', 'type', 'endpoint', 'user'] as const
/** See `visibleParts`. */
export type VisiblePart = (typeof visibleParts)[number]

/** What the form opens with; empty where there is no connection yet. */
export const visibleOf = (manager: BackupManager | null): Readonly<Record<VisiblePart, string>> => ({
  name: manager?.name ?? '',
  type: manager?.type ?? '',
  endpoint: manager?.endpoint ?? '',
  user: manager?.user ?? '',
})

/** Whether a draft says the same as what the platform has; of the password nobody can tell. */
export function sameAs(draft: ManagerDraft, manager: BackupManager | null): boolean {
  const there = visibleOf(manager)
  return visibleParts.every((part) => draft[part] === there[part])
}

/** What a person changed, over what someone else saved: untouched fields become theirs. */
export function entryOver(entry: ManagerEntry, before: ManagerEntry, theirs: ManagerEntry): ManagerEntry {
  const pick = (field: keyof ManagerEntry): string => (entry[field] === before[field] ? theirs[field] : entry[field])
  return {
    name: pick('name'),
    type: pick('type'),
    endpoint: pick('endpoint'),
    user: pick('user'),
    second: pick('second'),
    password: entry.password,
  }
}
