import type { Privilege } from '~/domain/privilege'

import { m } from './messages'

const privilegeNames: Readonly<Record<Privilege, () => string>> = {
  'backup.configure': m.reasons_privilege_backup_configure,
  'backup.schedule': m.reasons_privilege_backup_schedule,
  'backup.disks': m.reasons_privilege_backup_disks,
  'backup.restore': m.reasons_privilege_backup_restore,
  'vm.edit': m.reasons_privilege_vm_edit,
  'vm.deploy': m.reasons_privilege_vm_deploy,
  'vm.power': m.reasons_privilege_vm_power,
  'tasks.decide': m.reasons_privilege_tasks_decide,
  'appliance.manage': m.reasons_privilege_appliance_manage,
  'events.view': m.reasons_privilege_events_view,
  'events.view-all': m.reasons_privilege_events_view_all,
  'infrastructure.view': m.reasons_privilege_infrastructure_view,
  'infrastructure.backup': m.reasons_privilege_infrastructure_backup,
  'tenants.manage': m.reasons_privilege_tenants_manage,
  'vms.view': m.reasons_privilege_vms_view,
  'infrastructure.details': m.reasons_privilege_infrastructure_details,
  'users.view': m.reasons_privilege_users_view,
  'roles.manage': m.reasons_privilege_roles_manage,
}

/** A privilege as the roles screen of the platform calls it. */
export const privilegeWords = (privilege: Privilege): string => privilegeNames[privilege]()

/** What the privilege opens, for those who do not have it. */
const privilegeUses: Readonly<Partial<Record<Privilege, (inputs: { readonly privilege: string }) => string>>> = {
  'backup.configure': m.reasons_missing_backup_configure,
  'backup.schedule': m.reasons_missing_backup_schedule,
  'backup.disks': m.reasons_missing_backup_disks,
  'backup.restore': m.reasons_missing_backup_restore,
  'vms.view': m.reasons_missing_vms_view,
  'tasks.decide': m.reasons_missing_tasks_decide,
  'infrastructure.view': m.reasons_missing_infrastructure_view,
  'infrastructure.details': m.reasons_missing_infrastructure_details,
  'infrastructure.backup': m.reasons_missing_infrastructure_backup,
  'tenants.manage': m.reasons_missing_tenants_manage,
  'users.view': m.reasons_missing_users_view,
  'roles.manage': m.reasons_missing_roles_manage,
}

/** Who holds a privilege by the default roles: tables 4.1 and 4.2. */
export function holderWords(privilege: Privilege): string {
  switch (privilege) {
    case 'backup.disks':
    case 'backup.restore':
    case 'users.view':
    case 'tasks.decide':
      return m.reasons_who_tenant_administrators()
    case 'vm.edit':
    case 'vm.deploy':
    case 'vm.power':
    case 'appliance.manage':
      return m.reasons_who_users()
    case 'events.view':
    case 'vms.view':
      return m.reasons_who_everyone()
    case 'backup.configure':
    case 'backup.schedule':
    case 'events.view-all':
    case 'infrastructure.view':
    case 'infrastructure.details':
    case 'infrastructure.backup':
    case 'tenants.manage':
    case 'roles.manage':
      return m.reasons_who_cloud_administrators()
  }
}

/** Why somebody without a privilege is refused, who has it, and how one comes by it. */
export function missingPrivilegeWords(privilege: Privilege): {
  readonly because: string
  readonly who: string
  readonly mend: string
} {
  const name = { privilege: privilegeWords(privilege) }
  return {
    because: (privilegeUses[privilege] ?? m.reasons_missing)(name),
    who: holderWords(privilege),
    mend: m.reasons_missing_mend(name),
  }
}
