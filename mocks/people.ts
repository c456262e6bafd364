import type { User } from './place-records'

/** Privilege names and their ids; the ids are ours, the names Abiquo's. */
export const privilegeIds: ReadonlyMap<string, number> = new Map(
  [
    'ENTERPRISE_ENUMERATE',
    'ENTERPRISE_ADMINISTER_ALL',
    'ENTERPRISE_SHOW_STATS_LIMITS',
    'PHYS_DC_ENUMERATE',
    'PHYS_DC_RETRIEVE_DETAILS',
    'PHYS_DC_MANAGE',
    'PHYS_DC_ALLOW_BACKUP_CONFIG',
    'MANAGE_DEVICES',
    'VDC_ENUMERATE',
    'VDC_MANAGE',
    'VDC_MANAGE_VAPP',
    'VDC_MANAGE_NETWORK',
    'VDC_MANAGE_STORAGE',
    'VAPP_CUSTOMISE_SETTINGS',
    'VAPP_DEPLOY_UNDEPLOY',
    'VAPP_PERFORM_ACTIONS',
    'VAPP_CREATE_INSTANCE',
    'VAPP_MANAGE_BACKUP',
    'VAPP_DEFINE_BACKUP_INFO',
    'VAPP_MANAGE_BACKUP_DISKS',
    'VAPP_RESTORE_BACKUP',
    'VM_PROTECT_ACTION',
    'USERS_VIEW',
    'USERS_MANAGE_ENTERPRISE',
    'USERS_MANAGE_USERS',
    'USERS_MANAGE_ROLES',
    'EVENTLOG_VIEW_ENTERPRISE',
    'EVENTLOG_VIEW_ALL',
    'WORKFLOW_OVERRIDE',
    'SYSCONFIG_VIEW',
  ].map((name, at) => [name, at + 1]),
)

const viewer = ['VDC_ENUMERATE', 'EVENTLOG_VIEW_ENTERPRISE']

/** Abiquo's default USER. */
const user = [
  ...viewer,
  'VDC_MANAGE_VAPP',
  'VAPP_CUSTOMISE_SETTINGS',
  'VAPP_DEPLOY_UNDEPLOY',
  'VAPP_PERFORM_ACTIONS',
  'VAPP_CREATE_INSTANCE',
]

/** Abiquo's default ENTERPRISE_ADMIN: restore and disks, but no backup tab to use them in. */
const tenantAdmin = [
  ...user,
  'VDC_MANAGE',
  'VDC_MANAGE_NETWORK',
  'VDC_MANAGE_STORAGE',
  'VAPP_MANAGE_BACKUP_DISKS',
  'VAPP_RESTORE_BACKUP',
  'USERS_VIEW',
  'USERS_MANAGE_USERS',
  'ENTERPRISE_SHOW_STATS_LIMITS',
  'WORKFLOW_OVERRIDE',
]

const operator = [
  ...user,
  'VAPP_MANAGE_BACKUP',
  'VAPP_DEFINE_BACKUP_INFO',
  'VAPP_MANAGE_BACKUP_DISKS',
  'VAPP_RESTORE_BACKUP',
]

export const provider = 1
export const retailer = 2
export const lawyers = 3

/** All virtual datacenters of the retailer but the payroll's, which is closed to part of its people. */
const openToAll = [11, 12, 13, 14, 15]

/** The people of the seeded world. Each one's password is the nick. */
export const people: readonly User[] = [
  {
    id: 1,
    nick: 'cloudadmin',
    name: 'Marta',
    surname: 'Vidal',
    tenantId: provider,
    role: 'CLOUD_ADMIN',
    roleId: 1,
    about: 'Cloud administrator: every privilege, sees all tenants',
    privileges: new Set(privilegeIds.keys()),
    vdcIds: null,
  },
  {
    id: 2,
    nick: 'tenantadmin',
    name: 'Jordi',
    surname: 'Ferrer',
    tenantId: retailer,
    role: 'ENTERPRISE_ADMIN',
    roleId: 2,
    about: 'Default tenant administrator: restore and disks, but no backup tab',
    privileges: new Set(tenantAdmin),
    vdcIds: null,
  },
  {
    id: 3,
    nick: 'operator',
    name: 'Priya',
    surname: 'Nair',
    tenantId: retailer,
    role: 'BACKUP_OPERATOR',
    roleId: 5,
    about: 'Backup operator: every backup privilege of a tenant',
    privileges: new Set(operator),
    vdcIds: null,
  },
  {
    id: 4,
    nick: 'user',
    name: 'Tom',
    surname: 'Okafor',
    tenantId: retailer,
    role: 'BACKUP_USER',
    roleId: 6,
    about: 'User with the backup tab, without schedule, disks and restore',
    privileges: new Set([...user, 'VAPP_MANAGE_BACKUP']),
    vdcIds: openToAll,
  },
  {
    id: 5,
    nick: 'viewer',
    name: 'Ingrid',
    surname: 'Solberg',
    tenantId: retailer,
    role: 'ENTERPRISE_VIEWER',
    roleId: 4,
    about: 'Viewer: looks, changes nothing',
    privileges: new Set(viewer),
    vdcIds: openToAll,
  },
]

export const fullName = (person: User): string => `${person.name} ${person.surname}`

export const personOf = (id: number | null): User | null => people.find((person) => person.id === id) ?? null
