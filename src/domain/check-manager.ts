import type { BackupSystemType, ConnectionField, ManagerDraft, Need } from './backup-manager'
import { checkEndpoint, type EndpointFinding, isUsable } from './check-endpoint'

/** What a person enters for a backup manager. */
export type ManagerField = 'name' | 'type' | ConnectionField

/** Whether a field is asked for; a plug-in that nobody knows anything of may want any of them. */
export const needOf = (system: BackupSystemType | null, field: ConnectionField): Need | null =>
  system?.needs[field] ?? null

/** What is wrong with an address or unwise about it; one that the plug-in does not ask for may be empty. */
export function endpointFindings(
  { endpoint, type }: Pick<ManagerDraft, 'endpoint' | 'type'>,
  system: BackupSystemType | null,
): readonly EndpointFinding[] {
  const need = needOf(system, 'endpoint')
  if (need === 'unused' || (need !== 'required' && endpoint.trim() === '')) return []
  return checkEndpoint(endpoint, type)
}

/**
 * The fields that keep a manager from being saved, in the order in which they stand.
 * @param stored Whether the platform holds a password already: then none has to be entered.
 */
export function managerFaults(
  draft: ManagerDraft,
  system: BackupSystemType | null,
  stored: boolean,
): readonly ManagerField[] {
  const wanted = (field: ConnectionField): boolean => needOf(system, field) === 'required'
  const faults: readonly (readonly [ManagerField, boolean])[] = [
    ['type', draft.type === ''],
    ['name', draft.name === ''],
    ['endpoint', !isUsable(endpointFindings(draft, system))],
    ['user', wanted('user') && draft.user === ''],
    ['password', wanted('password') && draft.password === null && !stored],
  ]
  return faults.flatMap(([field, wrong]) => (wrong ? [field] : []))
}
