import type { Role } from '../place-records'
import { privilegeIds } from '../privileges'

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

/** The datacenter's side of backups and nothing else. */
const datacenterBackups = [
  'PHYS_DC_ENUMERATE',
  'PHYS_DC_RETRIEVE_DETAILS',
  'PHYS_DC_ALLOW_BACKUP_CONFIG',
  'MANAGE_DEVICES',
  'EVENTLOG_VIEW_ALL',
]

const tenantManager = ['ENTERPRISE_ENUMERATE', 'USERS_VIEW', 'USERS_MANAGE_ENTERPRISE', 'EVENTLOG_VIEW_ENTERPRISE']

const role = (id: number, name: string, privileges: readonly string[], blocked = false): Role => ({
  id,
  name,
  blocked,
  privileges: [...privileges],
})

/** Abiquo's four default roles and some of the provider's own. Fresh records: the world changes them. */
export const seededRoles = (): readonly Role[] => [
  role(1, 'CLOUD_ADMIN', [...privilegeIds.keys()], true),
  role(2, 'ENTERPRISE_ADMIN', tenantAdmin),
  role(3, 'USER', user),
  role(4, 'ENTERPRISE_VIEWER', viewer),
  role(5, 'BACKUP_OPERATOR', operator),
  role(6, 'BACKUP_USER', [...user, 'VAPP_MANAGE_BACKUP']),
  role(7, 'DATACENTER_BACKUP_ADMIN', datacenterBackups),
  role(8, 'TENANT_MANAGER', tenantManager),
]
