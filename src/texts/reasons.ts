import type { BackupBlock } from '~/domain/backup-ways'
import type { Capability, Reason } from '~/domain/reason'
import type { Verdict } from '~/domain/verdict'

import { shownZone } from './clock'
import { formatInstant } from './format'
import { m } from './messages'
import { holderWords, missingPrivilegeWords, privilegeWords } from './privilege-names'
import { backupTypeWords, periodicityWords } from './schedule-words'
import { isTaskKind, taskKindName } from './states'

/** The words of one reason: why, who can do it or lift the refusal, and what helps. */
export interface Words {
  readonly because: string
  readonly who: string | null
  readonly mend: string | null
}

/** A verdict in words. */
export type Explained = { readonly ok: true } | ({ readonly ok: false } & Words)

const incapable: Readonly<
  Record<Capability, { readonly because: (inputs: { readonly system: string }) => string; readonly mend: () => string }>
> = {
  'on-demand': { because: m.reasons_cannot_on_demand, mend: m.reasons_cannot_on_demand_mend },
  schedule: { because: m.reasons_cannot_schedule, mend: m.reasons_cannot_schedule_mend },
  replication: { because: m.reasons_cannot_replication, mend: m.reasons_cannot_replication_mend },
  restore: { because: m.reasons_cannot_restore, mend: m.reasons_cannot_restore_mend },
  'choose-disks': { because: m.reasons_cannot_choose_disks, mend: m.reasons_cannot_choose_disks_mend },
  'several-policies': { because: m.reasons_cannot_several_policies, mend: m.reasons_cannot_several_policies_mend },
  'change-while-deployed': {
    because: m.reasons_cannot_change_while_deployed,
    mend: m.reasons_cannot_change_while_deployed_mend,
  },
  'set-at-deploy': { because: m.reasons_cannot_set_at_deploy, mend: m.reasons_cannot_set_at_deploy_mend },
  'restore-while-on': { because: m.reasons_cannot_restore_while_on, mend: m.reasons_cannot_restore_while_on_mend },
}

const notDeployed = {
  backup: m.reasons_not_deployed_backup,
  restore: m.reasons_not_deployed_restore,
  power: m.reasons_not_deployed_power,
  undeploy: m.reasons_not_deployed_undeploy,
} as const

const provider = (): string => m.reasons_who_provider()

/** Our word for the kind of work that holds a VM, else the platform's. */
const workName = (by: string): string => (isTaskKind(by) ? taskKindName(by) : by)

const day = (at: Date): string => formatInstant(at, shownZone())

const words = (because: string, mend: string | null = null, who: string | null = null): Words => ({
  because,
  who,
  mend,
})

function kindNotSupported(reason: Extract<Reason, { readonly code: 'kind-not-supported' }>): Words {
  const system = reason.system || m.reasons_the_system()
  const type = backupTypeWords(reason.type)
  if (reason.periodicity === null)
    return words(m.reasons_kind_type({ system, type }), m.reasons_kind_type_mend({ system }), provider())
  const periodicity = periodicityWords(reason.periodicity)
  return words(m.reasons_kind_periodicity({ system, type, periodicity }), m.reasons_kind_periodicity_mend(), provider())
}

/** Why a VM is kept from being backed up, and who can change that. */
function blocked(block: BackupBlock): Words {
  switch (block.cause) {
    case 'failed-backup':
      return words(
        m.reasons_blocked_failed({ backup: block.backup }),
        m.reasons_blocked_failed_mend(),
        m.reasons_who_support(),
      )
    case 'graphics':
      return words(m.reasons_blocked_graphics(), m.reasons_blocked_graphics_mend())
    case 'others':
      return words(m.reasons_blocked_others(), m.reasons_blocked_others_mend())
    case 'not-managed':
      return words(m.reasons_blocked_not_managed(), m.reasons_blocked_not_managed_mend())
    case 'locked':
      return words(m.reasons_blocked_locked(), m.reasons_blocked_locked_mend())
    case 'private':
      return words(m.cloudcix_blocked_private(), m.cloudcix_blocked_private_mend())
    case 'job':
      return words(m.reasons_blocked_job({ job: block.job }), m.reasons_blocked_job_mend())
  }
}

/** The words of each reason. */
export function reasonWords(reason: Reason): Words {
  switch (reason.code) {
    case 'privilege':
      return missingPrivilegeWords(reason.privilege)
    case 'not-on-platform':
      return words(
        m.reasons_not_on_platform({ privilege: privilegeWords(reason.privilege) }),
        m.reasons_not_on_platform_mend(),
      )
    case 'administrators-only':
      return words(m.ways_administrators_only(), m.ways_administrators_mend(), m.ways_administrators())
    case 'offline':
      return words(m.reasons_offline(), m.reasons_offline_mend())
    case 'no-capability': {
      const { because, mend } = incapable[reason.capability]
      return words(
        because({ system: reason.system || m.reasons_the_system() }),
        mend(),
        reason.fixed ? null : provider(),
      )
    }
    case 'no-backup-system':
      return words(m.reasons_no_system({ datacenter: reason.datacenter }), m.reasons_no_system_mend(), provider())
    case 'manual-backup-off':
      return words(m.reasons_manual_off({ datacenter: reason.datacenter }), m.reasons_manual_off_mend(), provider())
    case 'not-deployed':
      return words(notDeployed[reason.doing](), reason.doing === 'undeploy' ? null : m.reasons_not_deployed_mend())
    case 'already-deployed':
      return words(m.reasons_already_deployed())
    case 'must-be-off':
      return words(
        m.reasons_must_be_off({ system: reason.system ?? m.reasons_the_system() }),
        m.reasons_must_be_off_mend(),
      )
    case 'must-be-on':
      return words(
        reason.doing === 'delete' ? m.reasons_must_be_on_delete() : m.reasons_must_be_on(),
        m.reasons_must_be_on_mend(),
      )
    case 'backup-blocked':
      return blocked(reason.block)
    case 'backup-standing':
      return words(m.reasons_standing(), m.reasons_standing_mend())
    case 'already-off':
      return words(m.reasons_already_off())
    case 'already-on':
      return words(m.reasons_already_on())
    case 'locked':
      return words(
        reason.by === null ? m.reasons_locked() : m.reasons_locked_by({ work: workName(reason.by) }),
        m.reasons_locked_mend(),
      )
    case 'held':
      return words(
        m.reasons_held({ work: workName(reason.by) }),
        m.reasons_held_mend({ privilege: privilegeWords('tasks.decide') }),
        holderWords('tasks.decide'),
      )
    case 'not-asked':
      return words(m.reasons_not_asked(), m.reasons_not_asked_mend())
    case 'guarded':
      return words(
        reason.cause ? m.reasons_guarded_because({ cause: reason.cause }) : m.reasons_guarded(),
        m.reasons_guarded_mend(),
        m.reasons_who_cloud_administrators(),
      )
    case 'state-unknown':
      return words(m.reasons_state_unknown({ state: reason.state }), m.reasons_state_unknown_mend(), provider())
    case 'backup-not-finished':
      return words(m.reasons_not_finished(), m.reasons_not_finished_mend())
    case 'backup-failed':
      return words(m.reasons_failed(), m.reasons_failed_mend())
    case 'backup-status-unknown':
      return words(m.reasons_status_unknown({ status: reason.status }), m.reasons_status_unknown_mend(), provider())
    case 'backup-partial':
      return words(m.reasons_partial({ status: reason.status }), m.reasons_partial_mend(), provider())
    case 'backup-expired':
      return words(m.reasons_expired({ at: day(reason.at) }), m.reasons_expired_mend())
    case 'restore-running':
      return words(m.reasons_restore_running(), m.reasons_restore_running_mend())
    case 'restored-before':
      return words(
        reason.at === null
          ? m.reasons_restored_before({ datacenter: reason.datacenter })
          : m.reasons_restored_before_at({ at: day(reason.at), datacenter: reason.datacenter }),
        m.reasons_restored_before_mend(),
        provider(),
      )
    case 'update-while-deployed-off':
      return words(
        m.reasons_deployed_no_change({ datacenter: reason.datacenter }),
        m.reasons_deployed_no_change_mend(),
        provider(),
      )
    case 'only-one-policy':
      return words(m.reasons_one_policy({ datacenter: reason.datacenter }), m.reasons_one_policy_mend(), provider())
    case 'content-by-system':
      return words(m.reasons_content_by_system(), null, provider())
    case 'no-disks-in-type':
      return words(m.reasons_no_disks_in_type())
    case 'schedule-needed':
      return words(
        m.reasons_schedule_needed({ policy: reason.policy, privilege: privilegeWords('backup.schedule') }),
        m.reasons_schedule_needed_mend(),
        m.reasons_who_cloud_administrators(),
      )
    case 'values-wrong':
      return words(m.reasons_values_wrong({ n: reason.count }), m.reasons_values_wrong_mend())
    case 'nothing-changed':
      return words(m.reasons_nothing_changed())
    case 'being-sent':
      return words(m.reasons_being_sent(), m.reasons_being_sent_mend())
    case 'manager-exists':
      return words(
        m.reasons_manager_exists({ datacenter: reason.datacenter, manager: reason.manager }),
        m.reasons_manager_exists_mend(),
      )
    case 'kind-not-supported':
      return kindNotSupported(reason)
    case 'policy-used-change':
      return words(
        m.reasons_policy_used_change({ policy: reason.policy, vms: reason.vms }),
        m.reasons_policy_used_change_mend(),
      )
    case 'policy-used-delete':
      return words(
        m.reasons_policy_used_delete({ policy: reason.policy, vms: reason.vms }),
        m.reasons_policy_used_delete_mend(),
      )
    case 'policy-used-by-tenant':
      return words(
        m.reasons_policy_used_by_tenant({ policy: reason.policy, tenant: reason.tenant, vms: reason.vms }),
        m.reasons_policy_used_by_tenant_mend(),
      )
    case 'role-locked':
      return words(m.reasons_role_locked({ role: reason.role }), m.reasons_role_locked_mend())
  }
}

/** A verdict in words: one table for buttons, menus and hints alike. */
export const explain = (verdict: Verdict): Explained =>
  verdict.ok ? verdict : { ok: false, ...reasonWords(verdict.reason) }
