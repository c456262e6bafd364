import type { FailureCauseKey } from '~/domain/failure-cause'

import { m } from './messages'

const titles: Readonly<Record<FailureCauseKey, () => string>> = {
  quota: m.failures_quota,
  'storage-full': m.failures_storage_full,
  licence: m.failures_licence,
  credentials: m.failures_credentials,
  'already-running': m.failures_already_running,
  'window-closed': m.failures_window_closed,
  quiesce: m.failures_quiesce,
  'snapshot-stuck': m.failures_snapshot_stuck,
  'snapshot-failed': m.failures_snapshot_failed,
  'repository-unreachable': m.failures_repository_unreachable,
  'proxy-lost': m.failures_proxy_lost,
  'agent-unreachable': m.failures_agent_unreachable,
  'host-unreachable': m.failures_host_unreachable,
  timeout: m.failures_timeout,
  'vm-not-found': m.failures_vm_not_found,
  'backup-expired': m.failures_backup_expired,
  'backup-gone': m.failures_backup_gone,
  'name-taken': m.failures_name_taken,
  interrupted: m.failures_interrupted,
  'connection-lost': m.failures_connection_lost,
  'vm-not-deployed': m.failures_vm_not_deployed,
  'vm-powered-on': m.failures_vm_powered_on,
  'not-supported': m.failures_not_supported,
  'not-at-deploy': m.failures_not_at_deploy,
  'no-backup-system': m.failures_no_backup_system,
}

const isKnown = (value: string): value is FailureCauseKey => Object.hasOwn(titles, value)

/** What failures of one group have in common: a cause that is known, `untold`, or the platform's text without names and numbers. */
export function causeWords(value: string): string {
  if (isKnown(value)) return titles[value]()
  return value === 'untold' ? m.failures_untold() : value
}
