import type { FailureCause, FailureCauseKey, FailureOwner, Retry } from '~/domain/failure-cause'

import { m } from './messages'

interface CauseWords {
  readonly title: () => string
  readonly next: () => string
}

const causes: Readonly<Record<FailureCauseKey, CauseWords>> = {
  quota: { title: m.failures_quota, next: m.failures_quota_next },
  'storage-full': { title: m.failures_storage_full, next: m.failures_storage_full_next },
  licence: { title: m.failures_licence, next: m.failures_licence_next },
  credentials: { title: m.failures_credentials, next: m.failures_credentials_next },
  'already-running': { title: m.failures_already_running, next: m.failures_already_running_next },
  'window-closed': { title: m.failures_window_closed, next: m.failures_window_closed_next },
  quiesce: { title: m.failures_quiesce, next: m.failures_quiesce_next },
  'snapshot-stuck': { title: m.failures_snapshot_stuck, next: m.failures_snapshot_stuck_next },
  'snapshot-failed': { title: m.failures_snapshot_failed, next: m.failures_snapshot_failed_next },
  'repository-unreachable': { title: m.failures_repository_unreachable, next: m.failures_repository_unreachable_next },
  'proxy-lost': { title: m.failures_proxy_lost, next: m.failures_proxy_lost_next },
  'agent-unreachable': { title: m.failures_agent_unreachable, next: m.failures_agent_unreachable_next },
  'host-unreachable': { title: m.failures_host_unreachable, next: m.failures_host_unreachable_next },
  timeout: { title: m.failures_timeout, next: m.failures_timeout_next },
  'vm-not-found': { title: m.failures_vm_not_found, next: m.failures_vm_not_found_next },
  'backup-expired': { title: m.failures_backup_expired, next: m.failures_backup_expired_next },
  'backup-gone': { title: m.failures_backup_gone, next: m.failures_backup_gone_next },
  'name-taken': { title: m.failures_name_taken, next: m.failures_name_taken_next },
  interrupted: { title: m.failures_interrupted, next: m.failures_interrupted_next },
  'connection-lost': { title: m.failures_connection_lost, next: m.failures_connection_lost_next },
  'vm-not-deployed': { title: m.failures_vm_not_deployed, next: m.failures_vm_not_deployed_next },
  'vm-powered-on': { title: m.failures_vm_powered_on, next: m.failures_vm_powered_on_next },
  'not-supported': { title: m.failures_not_supported, next: m.failures_not_supported_next },
  'not-at-deploy': { title: m.failures_not_at_deploy, next: m.failures_not_at_deploy_next },
  'no-backup-system': { title: m.failures_no_backup_system, next: m.failures_no_backup_system_next },
}

const owners: Readonly<Record<FailureOwner, () => string>> = {
  vm: m.failures_who_vm,
  platform: m.failures_who_platform,
}

const retries: Readonly<Record<Retry, () => string>> = {
  safe: m.failures_retry_safe,
  after: m.failures_retry_after,
  wait: m.failures_retry_wait,
}

/** A cause in words; who and retry are null where it is not known. */
export interface FailureWords {
  readonly title: string
  readonly next: string
  readonly who: string | null
  readonly retry: string | null
}

/** What failed and what to do, in words. `told`: the platform gave a text of its own. */
export function failureWords(cause: FailureCause | null, told: boolean): FailureWords {
  if (cause === null)
    return told
      ? { title: m.failures_unknown(), next: m.failures_unknown_next(), who: null, retry: null }
      : { title: m.failures_untold(), next: m.failures_untold_next(), who: null, retry: null }
  const { title, next } = causes[cause.key]
  return { title: title(), next: next(), who: owners[cause.who](), retry: retries[cause.retry]() }
}

const isKnown = (value: string): value is FailureCauseKey => Object.hasOwn(causes, value)

/** What failures of one group have in common: a cause that is known, `untold`, or the platform's text without names and numbers. */
export function causeWords(value: string): string {
  if (isKnown(value)) return causes[value].title()
  return value === 'untold' ? m.failures_untold() : value
}
