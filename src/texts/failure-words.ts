import type { FailureCause, FailureCauseKey, FailureOwner, Retry } from '~/domain/failure-cause'

import { causeWords } from './failure-titles'
import { m } from './messages'

const nexts: Readonly<Record<FailureCauseKey, () => string>> = {
  quota: m.failures_quota_next,
  'storage-full': m.failures_storage_full_next,
  licence: m.failures_licence_next,
  credentials: m.failures_credentials_next,
  'already-running': m.failures_already_running_next,
  'window-closed': m.failures_window_closed_next,
  quiesce: m.failures_quiesce_next,
  'snapshot-stuck': m.failures_snapshot_stuck_next,
  'snapshot-failed': m.failures_snapshot_failed_next,
  'repository-unreachable': m.failures_repository_unreachable_next,
  'proxy-lost': m.failures_proxy_lost_next,
  'agent-unreachable': m.failures_agent_unreachable_next,
  'host-unreachable': m.failures_host_unreachable_next,
  timeout: m.failures_timeout_next,
  'vm-not-found': m.failures_vm_not_found_next,
  'backup-expired': m.failures_backup_expired_next,
  'backup-gone': m.failures_backup_gone_next,
  'name-taken': m.failures_name_taken_next,
  interrupted: m.failures_interrupted_next,
  'connection-lost': m.failures_connection_lost_next,
  'vm-not-deployed': m.failures_vm_not_deployed_next,
  'vm-powered-on': m.failures_vm_powered_on_next,
  'not-supported': m.failures_not_supported_next,
  'not-at-deploy': m.failures_not_at_deploy_next,
  'no-backup-system': m.failures_no_backup_system_next,
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
  return {
    title: causeWords(cause.key),
    next: nexts[cause.key](),
    who: owners[cause.who](),
    retry: retries[cause.retry](),
  }
}
