import { assumed } from '~/api/abiquo/assumed'

import { foreignTo, isMembers, listOf, type Members, textOf } from '../body'
import { type Call, get, need, ok, type Reply, type Route } from '../call'
import { recordAdministration } from '../events'
import { listed } from '../lists'
import type { Role } from '../place-records'
import { privilegeIds } from '../privileges'
import { refuse, refuseMember } from '../refusal'
import { wirePrivilegeList, wireRole } from '../wire-objects/role'
import { roleOf, tenantOf, touchPlaces } from '../world'

/** One's own role, and any for who may see people. */
function roleInPath(call: Call): Role {
  const role = roleOf(call.world, call.param('role'))
  if (role.id !== call.person.roleId && !call.person.privileges.has('USERS_VIEW')) throw refuse('ROLE-0')
  return role
}

/** Roles here belong to no tenant, so each tenant has all of them. */
function listRoles(call: Call): Reply {
  need(call, 'USERS_VIEW')
  const tenant = call.query.get('identerprise')
  if (tenant !== null && !/^\d+$/.test(tenant)) throw refuse('GEN-22', 'identerprise')
  if (tenant !== null) tenantOf(call.world, Number(tenant))
  return listed(call, [...call.world.roles.values()], {
    by: { name: ({ name }) => name.toLowerCase(), id: ({ id }) => id },
    text: ({ name }) => name,
    wire: (role) => wireRole(call, role),
  })
}

const namesById: ReadonlyMap<number, string> = new Map([...privilegeIds].map(([name, id]) => [id, name]))

/** The privileges whose links are sent; `null` when there is no such link. */
function readPrivileges(links: readonly Members[]): string[] | null {
  const privileges = links
    .filter(({ rel }) => rel === assumed.rel.rolePrivilege)
    .map((link) => {
      const id = /\/config\/privileges\/(\d+)$/.exec(textOf(link['href']) ?? '')?.[1]
      const name = namesById.get(Number(id))
      if (name === undefined) throw refuseMember('privilege')
      return name
    })
  return privileges.length === 0 ? null : [...new Set(privileges)]
}

const known: ReadonlySet<string> = new Set(['id', 'links', 'name', 'blocked'])

/** ROLE-1: the platform's own administrator stays as it is. Everyone with the role feels a change at once. */
function changeRole(call: Call): Reply {
  const { world, now: at, person, body } = call
  need(call, 'USERS_MANAGE_ROLES')
  const role = roleInPath(call)
  if (role.blocked) throw refuse('ROLE-1')
  if (!isMembers(body)) throw refuse('400-BAD-REQUEST')
  const name = textOf(body['name'])?.trim()
  if (!name) throw refuseMember('name')
  const privileges = readPrivileges(listOf(body['links'])) ?? role.privileges
  Object.assign(role, { name, privileges, foreign: foreignTo(known, body) })
  recordAdministration(world, { at, person, component: 'ROLE', action: 'MODIFY', text: `Role '${name}' was changed` })
  touchPlaces(world)
  return ok(call, wireRole(call, role))
}

const role = '/admin/roles/:role'

export const roleRoutes: readonly Route[] = [
  get(assumed.rolesPath, 'roles', listRoles),
  get(role, 'role', (call) => ok(call, wireRole(call, roleInPath(call)))),
  { method: 'PUT', path: role, offers: ['role'], takes: ['role'], answer: changeRole },
  get(`${role}/action/privileges`, 'privileges', (call) =>
    ok(call, wirePrivilegeList(call.base, roleInPath(call).privileges)),
  ),
  get('/config/privileges', 'privileges', (call) => ok(call, wirePrivilegeList(call.base, [...privilegeIds.keys()]))),
]
