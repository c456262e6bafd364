import type { Call } from '../call'
import type { Role } from '../place-records'
import { privilegeIds } from '../privileges'
import { link } from './link'

const privilegeHref = (base: string, name: string): string => `${base}/config/privileges/${privilegeIds.get(name) ?? 0}`

const wirePrivileges = (base: string, names: Iterable<string>, rel: string) => ({
  links: [],
  collection: [...names].map((name) => ({
    id: privilegeIds.get(name) ?? 0,
    name,
    links: [link(rel, privilegeHref(base, name), 'privilege', name)],
  })),
})

/** Privileges as the sign-in has them. */
export const wireOwnPrivileges = (base: string, names: Iterable<string>) => wirePrivileges(base, names, 'self')

/** Privileges as `/admin/roles/{id}/action/privileges` and `/config/privileges` list them. */
export const wirePrivilegeList = (base: string, names: Iterable<string>) => wirePrivileges(base, names, 'privilege')

export function wireRole({ base }: Call, role: Role) {
  const self = `${base}/admin/roles/${role.id}`
  return {
    ...role.foreign,
    id: role.id,
    name: role.name,
    blocked: role.blocked,
    links: [
      link('edit', self, 'role', role.name),
      link('privileges', `${self}/action/privileges`, 'privileges', 'privileges'),
      link('scope', `${base}/admin/scopes/1`, 'scope', 'Global scope'),
    ],
  }
}
