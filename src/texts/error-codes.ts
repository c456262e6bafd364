import type { ValueField } from '~/domain/check-assignment'

import { m } from './messages'

/** Own words for a code of a platform. */
export interface CodeWords {
  readonly title: () => string
  readonly next: (() => string) | null
  /** The platform's own text names what we cannot know (a policy, a field), so it is shown as well. */
  readonly named: boolean
}

type Said = CodeWords['title']

/** Our words say it all. */
const told = (title: Said, next: Said | null = null): CodeWords => ({ title, next, named: false })
/** The platform's own text names more. */
const named = (title: Said, next: Said | null = null): CodeWords => ({ title, next, named: true })

/** The error catalogue of the platform, section 8, and its neighbours; codes in capitals. */
export const codeWords: ReadonlyMap<string, CodeWords> = new Map<string, CodeWords>([
  ['BC-1', told(m.reasons_error_old_template, m.reasons_error_old_template_next)],
  ['BC-2', told(m.reasons_error_old_template_exists)],
  ['BC-3', told(m.reasons_error_datacenter_unknown, m.reasons_error_datacenter_unknown_next)],
  ['BC-4', named(m.reasons_error_attribute_unknown)],
  ['BC-5', told(m.reasons_error_type_wrong, m.reasons_error_type_wrong_next)],
  ['BC-6', told(m.reasons_error_not_enabled, m.reasons_error_not_enabled_next)],
  ['BC-7', told(m.reasons_error_day_wrong, m.reasons_error_day_wrong_next)],
  ['BC-8', told(m.reasons_error_period_wrong, m.reasons_error_type_wrong_next)],
  ['BC-9', told(m.reasons_error_paths_type, m.reasons_error_paths_type_next)],
  ['BC-10', told(m.reasons_no_disks_in_type, m.reasons_error_disks_type_next)],
  ['BC-11', named(m.reasons_error_time_missing, m.reasons_error_time_missing_next)],
  ['BC-12', named(m.reasons_error_time_wrong, m.reasons_error_time_wrong_next)],
  ['BC-13', named(m.reasons_error_date_wrong, m.reasons_error_date_wrong_next)],
  ['BC-14', told(m.reasons_error_values_missing, m.reasons_error_values_missing_next)],
  ['BC-15', told(m.reasons_error_result_status)],
  ['BC-16', told(m.reasons_error_hours_wrong, m.reasons_error_hours_wrong_next)],
  ['BC-17', told(m.reasons_error_disks_list, m.reasons_error_disks_list_next)],
  ['BC-18', told(m.reasons_error_paths_list, m.reasons_error_paths_list_next)],
  ['BC-19', told(m.reasons_error_no_day, m.reasons_error_no_day_next)],
  ['BC-20', told(m.reasons_error_backup_unknown, m.reasons_error_backup_unknown_next)],
  ['BC-22', told(m.reasons_error_not_done, m.reasons_error_not_done_next)],
  ['BC-23', told(m.reasons_error_policy_unknown, m.reasons_error_policy_unknown_next)],
  ['BC-24', told(m.reasons_error_code_twice, m.reasons_error_code_twice_next)],
  ['BC-25', named(m.reasons_error_policy_in_use_delete, m.reasons_error_policy_in_use_delete_next)],
  ['BC-26', told(m.reasons_error_not_editable, m.reasons_error_not_editable_next)],
  ['BC-27', told(m.reasons_error_one_policy, m.reasons_error_one_policy_next)],
  ['BC-28', told(m.reasons_error_day_format, m.reasons_error_day_wrong_next)],
  ['BC-29', told(m.reasons_error_policy_in_use_change, m.reasons_error_policy_in_use_change_next)],
  ['BC-30', told(m.reasons_error_twice, m.reasons_error_twice_next)],
  ['BC-31', told(m.reasons_error_replication_wrong, m.reasons_error_datacenter_unknown_next)],
  ['BC-32', told(m.reasons_error_configuration_unknown, m.reasons_error_configuration_unknown_next)],
  ['BC-33', told(m.reasons_error_type_required)],
  ['BC-34', told(m.reasons_error_link_missing, m.reasons_error_link_missing_next)],
  ['BC-35', told(m.reasons_error_hot_change, m.reasons_error_hot_change_next)],
  ['BC-36', told(m.reasons_error_deployed_off, m.reasons_error_deployed_off_next)],
  ['BC-37', told(m.reasons_error_backup_unknown, m.reasons_error_result_unknown_next)],
  ['BC-38', told(m.reasons_error_plugin_missing, m.reasons_error_plugin_missing_next)],
  ['BC-39', told(m.reasons_error_manager_exists, m.reasons_error_manager_exists_next)],
  ['BC-40', told(m.reasons_error_manager_unknown, m.reasons_no_system_mend)],
  ['BC-41', told(m.reasons_error_backup_unknown, m.reasons_error_result_unknown_next)],
  ['BC-42', told(m.reasons_error_deploy_to_back_up, m.reasons_not_deployed_mend)],
  ['BC-43', told(m.reasons_error_deploy_to_restore, m.reasons_not_deployed_mend)],
  ['BC-44', told(m.reasons_error_off_to_restore, m.reasons_cannot_restore_while_on_mend)],
  ['BC-45', told(m.reasons_error_not_at_deploy, m.reasons_error_not_at_deploy_next)],
  ['BC-46', told(m.reasons_error_no_on_demand, m.reasons_cannot_on_demand_mend)],
  ['DC-0', told(m.reasons_error_dc_unknown, m.reasons_error_dc_unknown_next)],
  ['DC-12', told(m.reasons_error_dc_rename, m.reasons_error_dc_rename_next)],
  ['LIMIT-7', named(m.reasons_error_limit_exists, m.reasons_error_limit_exists_next)],
  ['LIMIT-8', named(m.reasons_error_limit_unknown, m.reasons_error_dc_unknown_next)],
  ['LIMIT-18', named(m.reasons_error_limit_scope, m.reasons_error_limit_scope_next)],
  ['LIMIT-24', told(m.reasons_error_limit_link, m.reasons_error_link_missing_next)],
  ['LIMIT-25', named(m.reasons_error_limit_in_use, m.reasons_error_policy_in_use_delete_next)],
  ['SPEC-28', told(m.reasons_error_spec_region, m.reasons_error_spec_next)],
  ['SPEC-33', named(m.reasons_error_spec_none, m.reasons_error_spec_next)],
  ['SPEC-34', named(m.reasons_error_spec_id, m.reasons_error_spec_next)],
  ['SPEC-35', named(m.reasons_error_spec_kinds, m.reasons_error_spec_next)],
  ['SPEC-36', named(m.reasons_error_spec_sources, m.reasons_error_spec_next)],
  ['SPEC-38', named(m.reasons_error_spec_several, m.reasons_error_spec_next)],
  ['DR-9', told(m.reasons_error_vm_in_recovery, m.reasons_error_vm_in_recovery_next)],
  ['VM-1', told(m.reasons_error_vm_unknown, m.reasons_error_vm_unknown_next)],
  ['VM-2', told(m.reasons_locked, m.reasons_error_vm_locked_next)],
  ['VM-3', told(m.reasons_not_deployed_undeploy, m.reasons_not_deployed_mend)],
  ['VM-8', told(m.reasons_error_vm_locked_delete, m.reasons_error_vm_locked_delete_next)],
  // To power, deploy, undeploy or change a VM in a state that does not allow it: its own text says which would.
  ['VM-4', named(m.reasons_error_vm_state, m.reasons_error_vm_state_next)],
  ['VM-7', named(m.reasons_error_vm_state, m.reasons_error_vm_state_next)],
  ['VM-10', named(m.reasons_error_vm_state, m.reasons_error_vm_state_next)],
  ['VM-11', told(m.reasons_not_deployed_undeploy, m.reasons_not_deployed_mend)],
  ['VM-12', named(m.reasons_error_vm_state, m.reasons_error_vm_state_next)],
  ['VM-13', named(m.reasons_error_vm_state, m.reasons_error_vm_state_next)],
  ['VM-120', told(m.reasons_guarded, m.reasons_guarded_mend)],
  ['VM-149', told(m.reasons_error_vm_deployed_expected, m.reasons_not_deployed_mend)],
  ['VDC-0', told(m.reasons_error_vdc_unknown, m.reasons_error_vm_unknown_next)],
  ['VAPP-0', told(m.reasons_error_vapp_unknown, m.reasons_error_vm_unknown_next)],
  ['EN-0', told(m.reasons_error_tenant_unknown, m.reasons_error_dc_unknown_next)],
  ['TASK-1', told(m.reasons_error_task_unknown, m.reasons_error_task_unknown_next)],
  ['TASK-2', told(m.reasons_error_task_other, m.reasons_error_task_other_next)],
  ['EVENT-0', told(m.reasons_error_event_unknown, m.reasons_error_event_unknown_next)],
  ['EVENT-1', told(m.reasons_error_event_date, m.reasons_error_event_date_next)],
  ['QUERY-0', told(m.reasons_error_query_sort, m.reasons_error_query_sort_next)],
  ['QUERY-2', told(m.reasons_error_query_page, m.reasons_error_query_page_next)],
  ['GEN-5', told(m.reasons_error_credentials, m.reasons_error_credentials_next)],
  ['GEN-13', named(m.reasons_error_unexpected, m.reasons_error_unexpected_next)],
  ['GEN-15', told(m.reasons_error_no_right, m.reasons_error_no_right_next)],
  ['GEN-22', named(m.reasons_error_parameter, m.reasons_error_parameter_next)],
  ['MAX-TOKENS', told(m.reasons_error_sessions, m.reasons_error_sessions_next)],
  ['NO-TOKENS', named(m.reasons_error_sessionless, m.reasons_error_sessionless_next)],
  ['STANDING', told(m.reasons_standing, m.reasons_standing_mend)],
  ['PARTLY', named(m.reasons_error_partly, m.reasons_error_partly_next)],
  ['QUOTA', named(m.reasons_error_quota, m.reasons_error_quota_next)],
  ['400-BAD-REQUEST', named(m.reasons_error_bad_request)],
  ['401-UNAUTHORIZED', told(m.reasons_error_unauthorized, m.reasons_kind_signed_out_next)],
  ['403-FORBIDDEN', told(m.reasons_kind_forbidden, m.reasons_kind_forbidden_next)],
  ['404-NOT-FOUND', told(m.reasons_kind_not_found, m.reasons_kind_not_found_next)],
  ['405-METHOD-NOT-ALLOWED', told(m.reasons_error_method, m.reasons_error_method_next)],
  ['406-NOT-ACCEPTABLE', named(m.reasons_error_version, m.reasons_error_version_next)],
  ['409-CONFLICT', named(m.reasons_kind_conflict, m.reasons_kind_conflict_next)],
  ['409-CONFLICT-STALEOBJECT', told(m.reasons_kind_stale, m.reasons_kind_stale_next)],
  // The console is set to another version than the platform's.
  ['415-UNSUPPORTED-MEDIA-TYPE', named(m.reasons_error_method, m.reasons_error_method_next)],
  ['415-UNSUPPORTED-MEDIA-TYPE-VERSION', named(m.reasons_error_version, m.reasons_error_version_next)],
  ['500-INTERNAL-SERVER-ERROR', named(m.reasons_error_unexpected, m.reasons_error_unexpected_next)],
  ['503-SERVICE-UNAVAILABLE', told(m.reasons_error_unavailable, m.reasons_error_unavailable_next)],
  // Of the console's own: a browser does not tell a platform elsewhere that is gone from one that lets nobody in.
  ['CORS', named(m.reasons_error_elsewhere, m.reasons_error_elsewhere_next)],
])

/** The fields of a backup configuration that a code can be about; a code that is not here is about none. */
export const codeFields: ReadonlyMap<string, readonly ValueField[]> = new Map<string, readonly ValueField[]>([
  ['BC-7', ['days']],
  // Paths where disks belong, and the other way round.
  ['BC-9', ['disks']],
  ['BC-10', ['paths']],
  ['BC-11', ['at', 'time']],
  ['BC-12', ['time']],
  ['BC-13', ['at']],
  ['BC-16', ['hours']],
  ['BC-17', ['disks']],
  ['BC-18', ['paths']],
  ['BC-19', ['days']],
  ['BC-28', ['days']],
])

/** What of a policy that is being saved or deleted a code is about; `use`: VMs have it, also ones out of sight. */
export const offerCodes: ReadonlyMap<string, 'code' | 'replication' | 'use'> = new Map<
  string,
  'code' | 'replication' | 'use'
>([
  ['BC-24', 'code'],
  ['BC-25', 'use'],
  ['BC-29', 'use'],
  ['BC-31', 'replication'],
])
