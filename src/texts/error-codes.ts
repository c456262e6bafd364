import type { ValueField } from '~/domain/check-assignment'

import { m } from './messages'

/** Own words for a code of a platform. */
export interface CodeWords {
  readonly title: () => string
  readonly next: (() => string) | null
  /** The platform's own text names what we cannot know (a policy, a field), so it is shown as well. */
  readonly named: boolean
}

/** The error catalogue of the platform, section 8, and its neighbours; codes in capitals. */
export const codeWords: ReadonlyMap<string, CodeWords> = new Map<string, CodeWords>([
  ['BC-1', { title: m.reasons_error_old_template, next: m.reasons_error_old_template_next, named: false }],
  ['BC-2', { title: m.reasons_error_old_template_exists, next: null, named: false }],
  ['BC-3', { title: m.reasons_error_datacenter_unknown, next: m.reasons_error_datacenter_unknown_next, named: false }],
  ['BC-4', { title: m.reasons_error_attribute_unknown, next: null, named: true }],
  ['BC-5', { title: m.reasons_error_type_wrong, next: m.reasons_error_type_wrong_next, named: false }],
  ['BC-6', { title: m.reasons_error_not_enabled, next: m.reasons_error_not_enabled_next, named: false }],
  ['BC-7', { title: m.reasons_error_day_wrong, next: m.reasons_error_day_wrong_next, named: false }],
  ['BC-8', { title: m.reasons_error_period_wrong, next: m.reasons_error_type_wrong_next, named: false }],
  ['BC-9', { title: m.reasons_error_paths_type, next: m.reasons_error_paths_type_next, named: false }],
  ['BC-10', { title: m.reasons_no_disks_in_type, next: m.reasons_error_disks_type_next, named: false }],
  ['BC-11', { title: m.reasons_error_time_missing, next: m.reasons_error_time_missing_next, named: true }],
  ['BC-12', { title: m.reasons_error_time_wrong, next: m.reasons_error_time_wrong_next, named: true }],
  ['BC-13', { title: m.reasons_error_date_wrong, next: m.reasons_error_date_wrong_next, named: true }],
  ['BC-14', { title: m.reasons_error_values_missing, next: m.reasons_error_values_missing_next, named: false }],
  ['BC-15', { title: m.reasons_error_result_status, next: null, named: false }],
  ['BC-16', { title: m.reasons_error_hours_wrong, next: m.reasons_error_hours_wrong_next, named: false }],
  ['BC-17', { title: m.reasons_error_disks_list, next: m.reasons_error_disks_list_next, named: false }],
  ['BC-18', { title: m.reasons_error_paths_list, next: m.reasons_error_paths_list_next, named: false }],
  ['BC-19', { title: m.reasons_error_no_day, next: m.reasons_error_no_day_next, named: false }],
  ['BC-20', { title: m.reasons_error_backup_unknown, next: m.reasons_error_backup_unknown_next, named: false }],
  ['BC-22', { title: m.reasons_error_not_done, next: m.reasons_error_not_done_next, named: false }],
  ['BC-23', { title: m.reasons_error_policy_unknown, next: m.reasons_error_policy_unknown_next, named: false }],
  ['BC-24', { title: m.reasons_error_code_twice, next: m.reasons_error_code_twice_next, named: false }],
  [
    'BC-25',
    { title: m.reasons_error_policy_in_use_delete, next: m.reasons_error_policy_in_use_delete_next, named: true },
  ],
  ['BC-26', { title: m.reasons_error_not_editable, next: m.reasons_error_not_editable_next, named: false }],
  ['BC-27', { title: m.reasons_error_one_policy, next: m.reasons_error_one_policy_next, named: false }],
  ['BC-28', { title: m.reasons_error_day_format, next: m.reasons_error_day_wrong_next, named: false }],
  [
    'BC-29',
    { title: m.reasons_error_policy_in_use_change, next: m.reasons_error_policy_in_use_change_next, named: false },
  ],
  ['BC-30', { title: m.reasons_error_twice, next: m.reasons_error_twice_next, named: false }],
  ['BC-31', { title: m.reasons_error_replication_wrong, next: m.reasons_error_datacenter_unknown_next, named: false }],
  [
    'BC-32',
    { title: m.reasons_error_configuration_unknown, next: m.reasons_error_configuration_unknown_next, named: false },
  ],
  ['BC-33', { title: m.reasons_error_type_required, next: null, named: false }],
  ['BC-34', { title: m.reasons_error_link_missing, next: m.reasons_error_link_missing_next, named: false }],
  ['BC-35', { title: m.reasons_error_hot_change, next: m.reasons_error_hot_change_next, named: false }],
  ['BC-36', { title: m.reasons_error_deployed_off, next: m.reasons_error_deployed_off_next, named: false }],
  ['BC-37', { title: m.reasons_error_backup_unknown, next: m.reasons_error_result_unknown_next, named: false }],
  ['BC-38', { title: m.reasons_error_plugin_missing, next: m.reasons_error_plugin_missing_next, named: false }],
  ['BC-39', { title: m.reasons_error_manager_exists, next: m.reasons_error_manager_exists_next, named: false }],
  ['BC-40', { title: m.reasons_error_manager_unknown, next: m.reasons_no_system_mend, named: false }],
  ['BC-41', { title: m.reasons_error_backup_unknown, next: m.reasons_error_result_unknown_next, named: false }],
  ['BC-42', { title: m.reasons_error_deploy_to_back_up, next: m.reasons_not_deployed_mend, named: false }],
  ['BC-43', { title: m.reasons_error_deploy_to_restore, next: m.reasons_not_deployed_mend, named: false }],
  ['BC-44', { title: m.reasons_error_off_to_restore, next: m.reasons_cannot_restore_while_on_mend, named: false }],
  ['BC-45', { title: m.reasons_error_not_at_deploy, next: m.reasons_error_not_at_deploy_next, named: false }],
  ['BC-46', { title: m.reasons_error_no_on_demand, next: m.reasons_cannot_on_demand_mend, named: false }],
  ['DC-0', { title: m.reasons_error_dc_unknown, next: m.reasons_error_dc_unknown_next, named: false }],
  ['DC-12', { title: m.reasons_error_dc_rename, next: m.reasons_error_dc_rename_next, named: false }],
  ['LIMIT-7', { title: m.reasons_error_limit_exists, next: m.reasons_error_limit_exists_next, named: true }],
  ['LIMIT-8', { title: m.reasons_error_limit_unknown, next: m.reasons_error_dc_unknown_next, named: true }],
  ['LIMIT-18', { title: m.reasons_error_limit_scope, next: m.reasons_error_limit_scope_next, named: true }],
  ['LIMIT-24', { title: m.reasons_error_limit_link, next: m.reasons_error_link_missing_next, named: false }],
  ['LIMIT-25', { title: m.reasons_error_limit_in_use, next: m.reasons_error_policy_in_use_delete_next, named: true }],
  ['SPEC-28', { title: m.reasons_error_spec_region, next: m.reasons_error_spec_next, named: false }],
  ['SPEC-33', { title: m.reasons_error_spec_none, next: m.reasons_error_spec_next, named: true }],
  ['SPEC-34', { title: m.reasons_error_spec_id, next: m.reasons_error_spec_next, named: true }],
  ['SPEC-35', { title: m.reasons_error_spec_kinds, next: m.reasons_error_spec_next, named: true }],
  ['SPEC-36', { title: m.reasons_error_spec_sources, next: m.reasons_error_spec_next, named: true }],
  ['SPEC-38', { title: m.reasons_error_spec_several, next: m.reasons_error_spec_next, named: true }],
  ['DR-9', { title: m.reasons_error_vm_in_recovery, next: m.reasons_error_vm_in_recovery_next, named: false }],
  ['VM-1', { title: m.reasons_error_vm_unknown, next: m.reasons_error_vm_unknown_next, named: false }],
  ['VM-2', { title: m.reasons_locked, next: m.reasons_error_vm_locked_next, named: false }],
  ['VM-3', { title: m.reasons_not_deployed_undeploy, next: m.reasons_not_deployed_mend, named: false }],
  ['VM-8', { title: m.reasons_error_vm_locked_delete, next: m.reasons_error_vm_locked_delete_next, named: false }],
  // To power, deploy, undeploy or change a VM in a state that does not allow it: its own text says which would.
  ['VM-4', { title: m.reasons_error_vm_state, next: m.reasons_error_vm_state_next, named: true }],
  ['VM-7', { title: m.reasons_error_vm_state, next: m.reasons_error_vm_state_next, named: true }],
  ['VM-10', { title: m.reasons_error_vm_state, next: m.reasons_error_vm_state_next, named: true }],
  ['VM-11', { title: m.reasons_not_deployed_undeploy, next: m.reasons_not_deployed_mend, named: false }],
  ['VM-12', { title: m.reasons_error_vm_state, next: m.reasons_error_vm_state_next, named: true }],
  ['VM-13', { title: m.reasons_error_vm_state, next: m.reasons_error_vm_state_next, named: true }],
  ['VM-120', { title: m.reasons_guarded, next: m.reasons_guarded_mend, named: false }],
  ['VM-149', { title: m.reasons_error_vm_deployed_expected, next: m.reasons_not_deployed_mend, named: false }],
  ['VDC-0', { title: m.reasons_error_vdc_unknown, next: m.reasons_error_vm_unknown_next, named: false }],
  ['VAPP-0', { title: m.reasons_error_vapp_unknown, next: m.reasons_error_vm_unknown_next, named: false }],
  ['EN-0', { title: m.reasons_error_tenant_unknown, next: m.reasons_error_dc_unknown_next, named: false }],
  ['TASK-1', { title: m.reasons_error_task_unknown, next: m.reasons_error_task_unknown_next, named: false }],
  ['TASK-2', { title: m.reasons_error_task_other, next: m.reasons_error_task_other_next, named: false }],
  ['EVENT-0', { title: m.reasons_error_event_unknown, next: m.reasons_error_event_unknown_next, named: false }],
  ['EVENT-1', { title: m.reasons_error_event_date, next: m.reasons_error_event_date_next, named: false }],
  ['QUERY-0', { title: m.reasons_error_query_sort, next: m.reasons_error_query_sort_next, named: false }],
  ['QUERY-2', { title: m.reasons_error_query_page, next: m.reasons_error_query_page_next, named: false }],
  ['GEN-5', { title: m.reasons_error_credentials, next: m.reasons_error_credentials_next, named: false }],
  ['GEN-13', { title: m.reasons_error_unexpected, next: m.reasons_error_unexpected_next, named: true }],
  ['GEN-15', { title: m.reasons_error_no_right, next: m.reasons_error_no_right_next, named: false }],
  ['GEN-22', { title: m.reasons_error_parameter, next: m.reasons_error_parameter_next, named: true }],
  ['MAX-TOKENS', { title: m.reasons_error_sessions, next: m.reasons_error_sessions_next, named: false }],
  ['NO-TOKENS', { title: m.reasons_error_sessionless, next: m.reasons_error_sessionless_next, named: true }],
  ['QUOTA', { title: m.reasons_error_quota, next: m.reasons_error_quota_next, named: true }],
  ['400-BAD-REQUEST', { title: m.reasons_error_bad_request, next: null, named: true }],
  ['401-UNAUTHORIZED', { title: m.reasons_error_unauthorized, next: m.reasons_kind_signed_out_next, named: false }],
  ['403-FORBIDDEN', { title: m.reasons_kind_forbidden, next: m.reasons_kind_forbidden_next, named: false }],
  ['404-NOT-FOUND', { title: m.reasons_kind_not_found, next: m.reasons_kind_not_found_next, named: false }],
  ['405-METHOD-NOT-ALLOWED', { title: m.reasons_error_method, next: m.reasons_error_method_next, named: false }],
  ['409-CONFLICT', { title: m.reasons_kind_conflict, next: m.reasons_kind_conflict_next, named: true }],
  ['409-CONFLICT-STALEOBJECT', { title: m.reasons_kind_stale, next: m.reasons_kind_stale_next, named: false }],
  // The console is set to another version than the platform's.
  ['406-NOT-ACCEPTABLE', { title: m.reasons_error_version, next: m.reasons_error_version_next, named: true }],
  ['HTTP-406', { title: m.reasons_error_version, next: m.reasons_error_version_next, named: true }],
  ['415-UNSUPPORTED-MEDIA-TYPE', { title: m.reasons_error_method, next: m.reasons_error_method_next, named: true }],
  [
    '415-UNSUPPORTED-MEDIA-TYPE-VERSION',
    { title: m.reasons_error_version, next: m.reasons_error_version_next, named: true },
  ],
  [
    '500-INTERNAL-SERVER-ERROR',
    { title: m.reasons_error_unexpected, next: m.reasons_error_unexpected_next, named: true },
  ],
  [
    '503-SERVICE-UNAVAILABLE',
    { title: m.reasons_error_unavailable, next: m.reasons_error_unavailable_next, named: false },
  ],
  // Of the console's own: a browser does not tell a platform elsewhere that is gone from one that lets nobody in.
  ['CORS', { title: m.reasons_error_elsewhere, next: m.reasons_error_elsewhere_next, named: true }],
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
