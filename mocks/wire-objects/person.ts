import type { Call } from '../call'
import { fullName } from '../people'
import type { Tenant, User } from '../place-records'
import { link } from './link'
import { softAndHard } from './place'
import { wireOwnPrivileges } from './role'

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
    ...(withPrivileges ? { privileges: wireOwnPrivileges(base, person.privileges) } : {}),
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
