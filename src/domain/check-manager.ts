import type { BackupManager, BackupSystemType, ConnectionField, ManagerDraft, Need } from './backup-manager'
import { checkEndpoint, type EndpointFinding, isSound } from './check-endpoint'

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

/** Name and port of an address; an address that is none is a host of its own. */
function hostOf(endpoint: string): string {
  const text = endpoint.trim()
  return URL.canParse(text) ? new URL(text).host : text
}

/** Whether an address leads to another host than before: whoever runs that one would be sent what is stored. */
export const leadsElsewhere = ({ endpoint }: ManagerDraft, stored: BackupManager | null): boolean =>
  stored !== null && endpoint !== '' && hostOf(endpoint) !== hostOf(stored.endpoint ?? '')

/** Whether a password must be entered: none is stored, or the one that is must not be sent where it never was. */
export const isPasswordWanted = (
  draft: ManagerDraft,
  system: BackupSystemType | null,
  stored: BackupManager | null,
): boolean =>
  stored === null
    ? needOf(system, 'password') === 'required'
    : needOf(system, 'password') !== 'unused' && leadsElsewhere(draft, stored)

/**
 * The fields that keep a manager from being saved, in the order in which they stand.
 * @param stored The manager that there is. The platform holds its password: only another host has it entered again.
 */
export function managerFaults(
  draft: ManagerDraft,
  system: BackupSystemType | null,
  stored: BackupManager | null,
): readonly ManagerField[] {
  const wanted = (field: ConnectionField): boolean => needOf(system, field) === 'required'
  const faults: readonly (readonly [ManagerField, boolean])[] = [
    ['type', draft.type === ''],
    ['name', draft.name === ''],
    ['endpoint', !isSound(endpointFindings(draft, system))],
    ['user', wanted('user') && draft.user === ''],
    ['password', draft.password === null && isPasswordWanted(draft, system, stored)],
  ]
  return faults.flatMap(([field, wrong]) => (wrong ? [field] : []))
}
