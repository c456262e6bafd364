import type { Call } from '../call'
import { fullName, privilegeIds } from '../people'
import type { Limit, Tenant, User } from '../place-records'
import { link } from './link'
import { placeHref, softAndHard } from './place'

const wirePrivileges = (base: string, person: User) => ({
  links: [],
  collection: [...person.privileges].map((name) => {
    const id = privilegeIds.get(name) ?? 0
    return { id, name, links: [link('self', `${base}/config/privileges/${id}`, 'privilege', name)] }
  }),
})

/** A role's privileges, as `/admin/roles/{id}/action/privileges` lists them. */
export const wirePrivilegeList = (base: string, person: User) => ({
  links: [],
  collection: wirePrivileges(base, person).collection.map(({ id, name }) => ({
    id,
    name,
    links: [link('privilege', `${base}/config/privileges/${id}`, 'privilege', name)],
  })),
})

export function wireUser({ base, world }: Call, person: User, withPrivileges: boolean) {
  const enterprise = `${base}/admin/enterprises/${person.tenantId}`
  const self = `${enterprise}/users/${person.id}`
  return {
    id: person.id,
    nick: person.nick,
    name: person.name,
    surname: person.surname,
    email: `${person.nick}@meridian.example`,
    locale: 'en_US',
    description: person.about,
    authType: 'ABIQUO',
    active: true,
    locked: false,
    firstLogin: false,
    ...(person.vdcIds ? { availableVirtualDatacenters: person.vdcIds.join(',') } : {}),
    links: [
      link('enterprise', enterprise, 'enterprise', world.tenants.get(person.tenantId)?.name ?? ''),
      link('role', `${base}/admin/roles/${person.roleId}`, 'role', person.role),
      link('edit', self, 'user', fullName(person)),
      link('virtualmachines', `${self}/action/virtualmachines`, 'virtualmachines', 'virtual machines'),
      link('pendingtasks', `${base}/users/${person.id}/action/pendingtasks`, 'tasks', 'pending tasks'),
    ],
    ...(withPrivileges ? { privileges: wirePrivileges(base, person) } : {}),
  }
}

export function wireTenant({ base }: Call, tenant: Tenant) {
  const self = `${base}/admin/enterprises/${tenant.id}`
  const here = (rel: string, path: string, entity: string, title: string) => link(rel, `${self}/${path}`, entity, title)
  return {
    id: tenant.id,
    name: tenant.name,
    ...softAndHard,
    links: [
      link('edit', self, 'enterprise', tenant.name),
      here('users', 'users', 'users', 'users'),
      here('virtualmachines', 'action/virtualmachines', 'virtualmachines', 'virtual machines'),
      here('cloud/virtualdatacenters', 'action/virtualdatacenters', 'virtualdatacenters', 'virtual datacenters'),
      here('limits', 'limits', 'limits', 'limits'),
      here('pendingtasks', 'action/pendingtasks', 'tasks', 'pending tasks'),
    ],
  }
}

/** What a tenant may use of a datacenter; one `backuppolicy` link for each policy that is allowed. */
export function wireLimit({ base, world }: Call, limit: Limit) {
  const datacenter = placeHref(base, 'admin', limit.datacenterId)
  const enterprise = `${base}/admin/enterprises/${limit.tenantId}`
  return {
    id: limit.id,
    ...softAndHard,
    repositorySoftInMb: 0,
    repositoryHardInMb: 0,
    links: [
      link('enterprise', enterprise, 'enterprise', world.tenants.get(limit.tenantId)?.name ?? ''),
      link('edit', `${enterprise}/limits/${limit.id}`, 'limit', `edit datacenter limits ${limit.id}`),
      link('location', datacenter, 'datacenter', world.datacenters.get(limit.datacenterId)?.name ?? ''),
      ...limit.policyIds.map((id) =>
        link('backuppolicy', `${datacenter}/backuppolicies/${id}`, 'backuppolicy', world.policies.get(id)?.name ?? ''),
      ),
    ],
  }
}
