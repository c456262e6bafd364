import type { Person } from './place-records'

export const provider = 1
export const retailer = 2
export const lawyers = 3

/** All virtual datacenters of the retailer but the payroll's, which is closed to part of its people. */
const openToAll = [11, 12, 13, 14, 15, 20]

/** The people of the seeded world. Each one's password is the nick. */
export const people: readonly Person[] = [
  {
    id: 1,
    nick: 'cloudadmin',
    name: 'Marta',
    surname: 'Vidal',
    tenantId: provider,
    roleId: 1,
    about: 'Cloud administrator: every privilege, sees all tenants',
    vdcIds: null,
  },
  {
    id: 2,
    nick: 'tenantadmin',
    name: 'Jordi',
    surname: 'Ferrer',
    tenantId: retailer,
    roleId: 2,
    about: 'Default tenant administrator: restore and disks, but no policies',
    vdcIds: null,
  },
  {
    id: 3,
    nick: 'operator',
    name: 'Priya',
    surname: 'Nair',
    tenantId: retailer,
    roleId: 5,
    about: 'Backup operator: every backup privilege of a tenant',
    vdcIds: null,
  },
  {
    id: 4,
    nick: 'user',
    name: 'Tom',
    surname: 'Okafor',
    tenantId: retailer,
    roleId: 6,
    about: 'User with the backup tab, without schedule, disks and restore',
    vdcIds: openToAll,
  },
  {
    id: 5,
    nick: 'viewer',
    name: 'Ingrid',
    surname: 'Solberg',
    tenantId: retailer,
    roleId: 4,
    about: 'Viewer: looks, changes nothing',
    vdcIds: openToAll,
  },
  {
    id: 6,
    nick: 'dcadmin',
    name: 'Nuria',
    surname: 'Puig',
    tenantId: provider,
    roleId: 7,
    about: "Backups of the datacenters: manager, properties, policies; sees no tenant's VMs",
    vdcIds: null,
  },
  {
    id: 7,
    nick: 'tenantmanager',
    name: 'Henrik',
    surname: 'Dahl',
    tenantId: provider,
    roleId: 8,
    about: 'Tenants and what they may use; neither infrastructure nor VMs',
    vdcIds: null,
  },
]

export const fullName = (person: Person): string => `${person.name} ${person.surname}`

export const personOf = (id: number | null): Person | null => people.find((person) => person.id === id) ?? null
