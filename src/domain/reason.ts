import type { BackupBlock } from './backup-ways'
import type { BackupType, Periodicity } from './policy'
import type { Privilege } from './privilege'

/** What a backup system can be asked to do; the words of the capability matrix. */
export type Capability =
  | 'on-demand'
  | 'schedule'
  | 'replication'
  | 'restore'
  | 'choose-disks'
  | 'several-policies'
  | 'change-while-deployed'
  | 'set-at-deploy'
  | 'restore-while-on'

/**
 * Why something is refused: a closed union, so that one table can say for each because, who can, and how to mend it.
 * Values are names that a person recognises, instants as `Date` (UTC), never words.
 */
export type Reason =
  | { readonly code: 'privilege'; readonly privilege: Privilege }
  /** The platform has nothing that this is a right to. */
  | { readonly code: 'not-on-platform'; readonly privilege: Privilege }
  /** A right that only the platform's administrators have, and that is given to nobody else. */
  | { readonly code: 'administrators-only' }
  | { readonly code: 'offline' }
  | {
      readonly code: 'no-capability'
      readonly capability: Capability
      readonly system: string
      readonly fixed?: boolean
    }
  | { readonly code: 'no-backup-system'; readonly datacenter: string }
  | { readonly code: 'manual-backup-off'; readonly datacenter: string }
  | { readonly code: 'not-deployed'; readonly doing: 'backup' | 'restore' | 'power' | 'undeploy' }
  | { readonly code: 'already-deployed' }
  | { readonly code: 'must-be-off'; readonly system: string | null }
  | { readonly code: 'must-be-on'; readonly doing: 'copy' | 'delete' }
  | { readonly code: 'backup-blocked'; readonly block: BackupBlock }
  /** One that was asked for has not begun. */
  | { readonly code: 'backup-standing' }
  | { readonly code: 'already-off' }
  | { readonly code: 'already-on' }
  /** `by`: a `TaskKind`, else the platform's own word for what runs. */
  | { readonly code: 'locked'; readonly by: string | null }
  /** The work waits until a person lets it go on; `by` as above. */
  | { readonly code: 'held'; readonly by: string }
  /** The platform does not ask for this decision, or not any more. */
  | { readonly code: 'not-asked' }
  | { readonly code: 'guarded'; readonly cause: string | null }
  | { readonly code: 'state-unknown'; readonly state: string }
  | { readonly code: 'backup-not-finished'; readonly status: string }
  | { readonly code: 'backup-failed' }
  | { readonly code: 'backup-status-unknown'; readonly status: string }
  /** The platform's word says that a part of it is missing. */
  | { readonly code: 'backup-partial'; readonly status: string }
  | { readonly code: 'backup-expired'; readonly at: Date }
  | { readonly code: 'restore-running' }
  | { readonly code: 'restored-before'; readonly at: Date | null; readonly datacenter: string }
  | { readonly code: 'update-while-deployed-off'; readonly datacenter: string }
  | { readonly code: 'only-one-policy'; readonly datacenter: string }
  | { readonly code: 'content-by-system' }
  | { readonly code: 'no-disks-in-type' }
  | { readonly code: 'schedule-needed'; readonly policy: string }
  | { readonly code: 'values-wrong'; readonly count: number }
  | { readonly code: 'nothing-changed' }
  | { readonly code: 'being-sent' }
  | { readonly code: 'manager-exists'; readonly datacenter: string; readonly manager: string }
  /** A type of backup, or one of its periodicities, that the backup system does not make. */
  | {
      readonly code: 'kind-not-supported'
      readonly system: string
      readonly type: BackupType
      readonly periodicity: Periodicity | null
    }
  /** VMs and tenants that use the policy, as far as one sees. */
  | {
      readonly code: 'policy-used-change' | 'policy-used-delete'
      readonly policy: string
      readonly vms: number
      readonly tenants: number
    }
  | { readonly code: 'policy-used-by-tenant'; readonly policy: string; readonly tenant: string; readonly vms: number }
  | { readonly code: 'role-locked'; readonly role: string }
